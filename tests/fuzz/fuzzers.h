#pragma once

#include <array>
#include <string_view>

namespace unknot::tests {

/// Gives one input to a parser. What comes out of it is given in again where that is possible; an answer that
/// is not the same then, an exception that is no refusal, and everything the sanitizers see end the program.
using FuzzOne = void (*)(std::string_view input);

struct Fuzzer {
    std::string_view name;  ///< also of its folder of kept inputs, tests/fuzz/corpus/NAME
    FuzzOne one;
    int changes = 200;  ///< of each kept input, tried by the suite: fewer where an input costs files
};

void fuzz_arguments(std::string_view input);
void fuzz_dates(std::string_view input);
void fuzz_drafts(std::string_view input);
void fuzz_durations(std::string_view input);
void fuzz_import_csv(std::string_view input);
void fuzz_import_json(std::string_view input);
/// A file that is read as the log of another machine, salvaged, looked into, checked and opened.
void fuzz_other_log(std::string_view input);
/// The same with a whole log of these rows, a line each: fuzz_other_log.cpp says how they are written.
void fuzz_other_rows(std::string_view input);
void fuzz_portal(std::string_view input);
void fuzz_raw_rows(std::string_view input);
void fuzz_settings(std::string_view input);
/// A database whose table `part` is read from its pages.
void fuzz_table_pages(std::string_view input);

/// Every parser of text or bytes that others may have made. A new one adds its line, its function, and a
/// folder.
constexpr std::array<Fuzzer, 12> fuzzers{{{"arguments", fuzz_arguments},
                                          {"dates", fuzz_dates},
                                          {"drafts", fuzz_drafts},
                                          {"durations", fuzz_durations},
                                          {"import_csv", fuzz_import_csv},
                                          {"import_json", fuzz_import_json},
                                          {"other_log", fuzz_other_log, 5},
                                          {"other_rows", fuzz_other_rows, 5},
                                          {"portal", fuzz_portal},
                                          {"raw_rows", fuzz_raw_rows},
                                          {"settings", fuzz_settings},
                                          {"table_pages", fuzz_table_pages, 40}}};

/// Ends the program where a promise about a parser is broken, in every build.
void require(bool kept, const char* promise);

}  // namespace unknot::tests
