#include "app/words/article.h"
#include "app/words/flags.h"
#include "app/words/languages.h"
#include "app/words/phrases.h"
#include "app/words/statement.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <array>
#include <fstream>
#include <set>
#include <string>
#include <vector>

using namespace unknot;

namespace {

/// One text of the table in every language, in the order of its columns.
struct SafetyRow {
    std::string context;
    std::array<std::string, 4> texts;
};
constexpr std::array<std::string_view, 4> columns{"en", "de", "es", "fr"};

std::string without_blanks(const std::string& cell) {
    const std::size_t first = cell.find_first_not_of(' ');
    const std::size_t last = cell.find_last_not_of(' ');
    return first == std::string::npos ? std::string() : cell.substr(first, last - first + 1);
}

std::vector<std::string> cells_of(const std::string& line) {
    std::vector<std::string> cells;
    for (std::size_t begin = 1; begin < line.size();) {
        const std::size_t end = std::min(line.find('|', begin), line.size());
        cells.push_back(without_blanks(line.substr(begin, end - begin)));
        begin = end + 1;
    }
    return cells;
}

/// The rows of assets/words/SAFETY.md.
std::vector<SafetyRow> safety_table() {
    std::ifstream file(std::string(UNKNOT_TEST_SOURCES) + "/../assets/words/SAFETY.md");
    std::vector<SafetyRow> rows;
    for (std::string line; std::getline(file, line);) {
        if (!line.starts_with("| ") || line.starts_with("| Context")) {
            continue;
        }
        const std::vector<std::string> cells = cells_of(line);
        INFO(line);
        REQUIRE(cells.size() == 5);
        rows.push_back({cells[0], {cells[1], cells[2], cells[3], cells[4]}});
    }
    return rows;
}

std::set<std::string> texts_of(const std::vector<SafetyRow>& rows, std::size_t column) {
    std::set<std::string> texts;
    for (const SafetyRow& row : rows) {
        texts.insert(row.texts.at(column));
    }
    return texts;
}

}  // namespace

TEST_CASE("the safety texts are in every language what their table says", "[words][safety]") {
    const std::vector<SafetyRow> rows = safety_table();
    REQUIRE(rows.size() > 150);
    for (std::size_t column = 0; column < columns.size(); ++column) {
        const words::Catalogue words = words::catalogue_of(columns.at(column)).value();
        for (const SafetyRow& row : rows) {
            INFO(columns.at(column) << ": " << row.context << " " << row.texts[0]);
            const std::string_view said =
                row.context.empty() ? words.text(row.texts[0]) : words.text_in(row.context, row.texts[0]);
            CHECK(said == row.texts.at(column));
        }
    }
}

TEST_CASE("every warning sign, reason, condition, tier and statement stands in the table",
          "[words][safety]") {
    const std::vector<SafetyRow> rows = safety_table();
    for (std::size_t column = 0; column < columns.size(); ++column) {
        const words::Catalogue words = words::catalogue_of(columns.at(column)).value();
        const std::set<std::string> texts = texts_of(rows, column);
        const auto expect = [&](std::string_view text) {
            INFO(columns.at(column) << ": " << text);
            CHECK(texts.count(std::string(text)) == 1);
        };
        for (std::size_t i = 0; i < symptom_names.size(); ++i) {
            expect(words::symptom_word(words, static_cast<Symptom>(i)));
        }
        for (std::size_t i = 0; i < screening_names.size(); ++i) {
            expect(words::screening_word(words, static_cast<Screening>(i)));
        }
        for (std::size_t i = 0; i < sensation_names.size(); ++i) {
            expect(words::sensation_word(words, static_cast<Sensation>(i)));
        }
        for (std::size_t i = 0; i < condition_names.size(); ++i) {
            expect(words::condition_word(words, static_cast<Condition>(i)));
        }
        for (int tier = 0; tier <= static_cast<int>(guidance::Tier::seek_care); ++tier) {
            expect(words::tier_word(words, static_cast<guidance::Tier>(tier)));
        }
        for (int number = 1; number <= 36; ++number) {
            expect(words::statement(words, "G" + std::to_string(number)));
        }
        expect(words::disclaimer(words));
        expect(words::long_disclaimer(words));
    }
}

TEST_CASE("what nobody rated is in no language called settled, or not flagged", "[words][safety]") {
    using guidance::State;
    for (const std::string_view language : words::languages()) {
        const words::Catalogue words = words::catalogue_of(language).value();
        const std::string nothing(words::tier_word(words, guidance::Tier::none));
        const std::string settled(words::state_word(words, State::settled));
        guidance::Flag never_rated;
        never_rated.code = guidance::FlagCode::no_check_in;
        const LocalDay today = local_day(CalendarDate{2026, 3, 7}).value();
        for (const std::string& said : {std::string(words::state_word(words, State::unknown)),
                                        std::string(words::state_word(words, State::awaiting)),
                                        std::string(words::state_word(words, State::no_sessions)),
                                        words::sentence(words, never_rated, today),
                                        std::string(words::flag_word(words, never_rated.code))}) {
            INFO(language << ": " << said);
            CHECK_FALSE(said.empty());
            CHECK(said != settled);
            CHECK(said.find(nothing) == std::string::npos);
        }
    }
}

TEST_CASE("no two tiers and no two warning signs have the same word in any language", "[words][safety]") {
    for (const std::string_view language : words::languages()) {
        const words::Catalogue words = words::catalogue_of(language).value();
        INFO(language);
        std::set<std::string_view> tiers;
        for (int tier = 0; tier <= static_cast<int>(guidance::Tier::seek_care); ++tier) {
            CHECK(tiers.insert(words::tier_word(words, static_cast<guidance::Tier>(tier))).second);
        }
        std::set<std::string_view> signs;
        for (std::size_t i = 0; i < symptom_names.size(); ++i) {
            CHECK(signs.insert(words::symptom_word(words, static_cast<Symptom>(i))).second);
        }
    }
}
