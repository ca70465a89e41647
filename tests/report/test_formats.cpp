#include "app/domain/text.h"
#include "tests/report/rooms.h"
#include "tests/support/checkers.h"
#include "tests/support/random_log.h"

#include <catch2/catch_test_macros.hpp>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <ostream>
#include <set>
#include <sstream>

#include <sys/stat.h>

using namespace unknot;
using namespace unknot::tests;
using nlohmann::json;

namespace {

/// The sheets of workbooks as check_xlsx.py tells them; fails the test where it rejects one.
std::vector<json> sheets_of(const std::vector<std::string>& files) {
    std::vector<std::string> words{"python3", in_source("tests/report/check_xlsx.py")};
    words.insert(words.end(), files.begin(), files.end());
    const Finished finished = run_command(words);
    INFO(finished.err);
    REQUIRE(finished.status == 0);
    std::vector<json> sheets;
    std::istringstream lines(finished.out);
    for (std::string line; std::getline(lines, line);) {
        sheets.push_back(json::parse(line));
    }
    REQUIRE(sheets.size() == files.size());
    return sheets;
}

/// Sessions, ratings and flags, as somebody counts them who has just that file.
struct Counted {
    std::size_t sessions = 0, ratings = 0, flags = 0;

    friend bool operator==(const Counted&, const Counted&) = default;
};

std::ostream& operator<<(std::ostream& out, const Counted& counted) {
    return out << counted.sessions << " sessions, " << counted.ratings << " ratings, " << counted.flags
               << " flags";
}

Counted in_fhir(const std::string& text) {
    Counted counted;
    const json bundle = json::parse(text);
    for (const json& entry : bundle["entry"]) {
        const json& resource = entry["resource"];
        counted.sessions += resource["resourceType"] == "Procedure" ? 1U : 0U;
        counted.flags += resource["resourceType"] == "DetectedIssue" ? 1U : 0U;
        counted.ratings += resource["resourceType"] == "Observation" && resource.contains("valueQuantity") &&
                                   resource["code"]["coding"][0]["code"] == "72514-3"
                               ? 1U
                               : 0U;
    }
    return counted;
}

/// Rows of a table without notes: none has a line break in it.
std::vector<std::string> rows_of(const std::string& table) {
    std::vector<std::string> rows;
    std::istringstream lines(table);
    for (std::string line; std::getline(lines, line);) {
        rows.push_back(line);
    }
    rows.erase(rows.begin());
    return rows;
}

Counted in_csv(const std::filesystem::path& data) {
    Counted counted;
    counted.sessions = rows_of(content_of(data / "sessions.csv")).size();
    counted.flags = rows_of(content_of(data / "flags.csv")).size();
    for (const std::string& row : rows_of(content_of(data / "checkins.csv"))) {
        std::size_t at = 0;
        for (int comma = 0; comma < 4; ++comma) {
            at = row.find(',', at) + 1;
        }
        counted.ratings += row.at(at) != ',' ? 1U : 0U;
    }
    return counted;
}

/// The flags are not in it.
Counted in_json(const std::string& text, std::size_t flags) {
    const json log = json::parse(text);
    Counted counted{log["sessions"].size(), 0, flags};
    for (const json& checkin : log["checkins"]) {
        counted.ratings += checkin.contains("soreness") ? 1U : 0U;
    }
    return counted;
}

Counted in_xlsx(const json& sheets) {
    Counted counted{sheets["Sessions"].size() - 1, 0, sheets["Flags"].size() - 1};
    for (std::size_t i = 1; i < sheets["Soreness"].size(); ++i) {
        counted.ratings += sheets["Soreness"][i][3] != "" ? 1U : 0U;
    }
    return counted;
}

/// What the Summary sheet says.
Counted in_summary(const json& sheets) {
    Counted counted;
    for (const json& row : sheets["Summary"]) {
        const std::string what = row[0];
        const auto number = [&] { return static_cast<std::size_t>(std::stoi(row[1].get<std::string>())); };
        if (what == "Sessions") {
            counted.sessions = number();
        } else if (what == "Check-ins answered with a rating") {
            counted.ratings = number();
        } else if (what == "Flags in this period") {
            counted.flags = number();
        }
    }
    return counted;
}

report::ExportOptions some_part(RandomLog& log) {
    report::ExportOptions options;
    options.made_at = log.now();
    if (log.roll(2) == 0) {
        options.selection.from = local_day(log.now()) - log.roll(30);
        options.selection.to = *options.selection.from + log.roll(20);
    }
    if (log.roll(3) == 0) {
        options.selection.areas = {"calf"};
    }
    return options;
}

}  // namespace

TEST_CASE("sessions, ratings and flags are as many in every format, on random logs", "[report]") {
    require_python_module("openpyxl");
    const TemporaryFolder folder(TemporaryFolder::Disk::memory);
    std::vector<std::string> workbooks;
    std::vector<Counted> expected;
    for (unsigned seed = 1; seed <= 12; ++seed) {
        RandomLog log(seed, seed % 2 == 0);
        for (int i = 0; i < 120; ++i) {
            log.edit();
        }
        const report::ExportJob job =
            report::export_job(std::make_shared<const Snapshot>(log.snapshot()), words::Catalogue(),
                               report::Format::all, some_part(log), {});
        const std::filesystem::path out = folder.path() / std::to_string(seed);
        write_job(job, out);
        const Counted all{job.counts.sessions, job.counts.ratings, job.counts.flags};
        INFO("seed " << seed);
        CHECK(in_fhir(content_of(out / "log.fhir.json")) == all);
        CHECK(in_csv(out / "data") == all);
        CHECK(in_json(content_of(out / "log.json"), all.flags) == all);
        workbooks.push_back(out / "log.xlsx");
        expected.push_back(all);
    }
    const std::vector<json> sheets = sheets_of(workbooks);
    for (std::size_t i = 0; i < sheets.size(); ++i) {
        CHECK(in_xlsx(sheets[i]) == expected[i]);
        CHECK(in_summary(sheets[i]) == expected[i]);
    }
}

TEST_CASE("the folder of all formats has the layout that is documented, private to the user", "[report]") {
    const Scene scene;
    put_odd_log(scene, "a note");
    const std::filesystem::path out = scene.path("out");
    REQUIRE(scene.run({"export", "--format", "all", "--from", "2026-03-01", "--to", "2026-03-06", "-o", out})
                .status == 0);
    std::set<std::string> names;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(out)) {
        names.insert(std::filesystem::relative(entry.path(), out).string());
        struct stat info {};
        REQUIRE(stat(entry.path().c_str(), &info) == 0);
        CHECK((info.st_mode & 0777) == (entry.is_directory() ? 0700 : 0600));
    }
    CHECK(names == std::set<std::string>{"README.txt", "data", "data/checkins.csv", "data/datapackage.json",
                                         "data/flags.csv", "data/sessions.csv", "log.fhir.json", "log.json",
                                         "log.schema.json", "log.xlsx", "report.pdf"});
    CHECK(content_of(out / "log.schema.json") == content_of(in_source("assets/schemas/log.schema.json")));
    const std::string readme = content_of(out / "README.txt");
    for (const std::string said : {"Notes. They are in none", "never exported", "R4 schema and invariants",
                                   "LOINC is copyright", "not a measurement by a clinician"}) {
        INFO(said << " in " << readme);
        CHECK(readme.find(said) != std::string::npos);
    }
    CHECK(readme.find("HL7-validated") == std::string::npos);
    // What is there already stays as it is.
    const auto before = all_content(out);
    const Finished refused = scene.run({"export", "--format", "all", "-o", out});
    CHECK(refused.status == 1);
    CHECK(is_one_sentence(refused.err));
    CHECK(all_content(out) == before);
}

TEST_CASE("without -o an export takes a name with its dates, and with nobody's name", "[report]") {
    const Scene scene;
    put_odd_log(scene, "a note");
    const auto run_here = [&](const std::string& format) {
        return run_command({"/bin/sh", "-c",
                            "cd '" + scene.folder.path().string() + "' && exec '" UNKNOT_PROGRAM "' --db '" +
                                scene.db + "' export --name Somebody --format " + format},
                           scene.environment);
    };
    for (const auto& [format, name] : {std::pair("all", "soreness-log_2026-03-01_2026-03-07"),
                                       std::pair("xlsx", "soreness-log_2026-03-01_2026-03-07.xlsx")}) {
        const Finished finished = run_here(format);
        INFO(finished.err);
        CHECK(finished.status == 0);
        CHECK(std::filesystem::exists(scene.path(name)));
        CHECK(run_here(format).status == 1);
    }
}

TEST_CASE("a word in a note that was left out is in no file, and is there where notes were asked for",
          "[report]") {
    const Scene scene;
    put_odd_log(scene, "XYZZYPLUGH");
    const auto holding = [&](std::vector<std::string> more, const std::string& name) {
        more.insert(more.begin(), {"export", "--format", "all", "-o", scene.path(name)});
        REQUIRE(scene.run(more).status == 0);
        std::set<std::string> files;
        for (const auto& [file, content] : all_content(scene.path(name))) {
            for (const std::string word : {"XYZZYPLUGH", "Quentin"}) {
                if (content.find(word) != std::string::npos) {
                    files.insert(word + " in " + file);
                }
            }
        }
        return files;
    };
    CHECK(holding({}, "without").empty());
    const auto with = holding({"--notes", "--name", "Quentin"}, "with");
    for (const std::string file : {"log.json", "log.fhir.json", "data/sessions.csv", "data/checkins.csv"}) {
        CHECK(with.contains("XYZZYPLUGH in " + file));
    }
    CHECK(std::any_of(with.begin(), with.end(), [](const std::string& one) {
        return one.starts_with("XYZZYPLUGH in unpacked/log.xlsx");
    }));
    CHECK(with.contains("XYZZYPLUGH in unpacked/report.txt"));
    CHECK(with.contains("Quentin in log.fhir.json"));
}

TEST_CASE("the same log and the same clock give the same bytes, on whatever machine", "[report]") {
    const Scene scene;
    put_odd_log(scene, "a note");
    const auto write = [&](const std::string& name, const std::map<std::string, std::string>& environment) {
        REQUIRE(
            run_program({"--db", scene.db, "export", "--format", "all", "--notes", "-o", scene.path(name)},
                        environment)
                .status == 0);
        return all_content(scene.path(name));
    };
    const auto first = write("first", scene.environment);
    // The files are older and newer by then, and somebody else's.
    const auto second = write("second", {{"UNKNOT_NOW", "2026-03-07T20:00:00+01:00"},
                                         {"TZ", "Asia/Tokyo"},
                                         {"USER", "somebody"},
                                         {"LC_NUMERIC", "de_DE.UTF-8"}});
    REQUIRE(first.size() == second.size());
    for (std::size_t i = 0; i < first.size(); ++i) {
        INFO(first[i].first);
        CHECK(first[i] == second[i]);
    }
}

TEST_CASE("what was cancelled leaves nothing behind", "[report]") {
    const TemporaryFolder folder;
    RandomLog log(7, false);
    for (int i = 0; i < 600; ++i) {
        log.edit();
    }
    report::ExportOptions options;
    options.made_at = log.now();
    for (const report::Format format :
         {report::Format::all, report::Format::pdf, report::Format::xlsx, report::Format::fhir}) {
        double last = 0;
        int told = 0;
        const report::ExportJob job =
            report::export_job(std::make_shared<const Snapshot>(log.snapshot()), words::Catalogue(), format,
                               options, [&](double done) {
                                   CHECK(done >= last);
                                   CHECK(done <= 1);
                                   last = done;
                                   return ++told < 3;
                               });
        CHECK_THROWS_AS(write_job(job, folder.path() / "out"), report::Stopped);
        CHECK(told == 3);
        CHECK(std::filesystem::is_empty(folder.path()));
    }
}

TEST_CASE("Ctrl+C in the middle of an export leaves nothing behind", "[report]") {
    const Scene scene;
    REQUIRE(scene.run({"demo", "--like", "decade"}).status == 0);
    int interrupted = 0;
    for (const int after_ms : {100, 200, 400, 800, 1600, 3200}) {
        const Finished finished =
            interrupt_program({"--db", scene.db, "export", "--format", "all", "-o", scene.path("out")},
                              scene.environment, after_ms);
        INFO(after_ms << " ms: " << finished.err);
        if (finished.status == 0) {
            break;
        }
        ++interrupted;
        CHECK(finished.status == 130);
        for (const auto& entry : std::filesystem::directory_iterator(scene.folder.path())) {
            const std::string name = entry.path().filename();
            INFO(name);
            CHECK((name.starts_with("log.db") || name == "backups"));
        }
    }
    CHECK(interrupted > 0);
}

TEST_CASE("a workbook holds texts as they were typed, and nothing that a spreadsheet would run",
          "[report][xlsx]") {
    require_python_module("openpyxl");
    const Scene scene;
    const std::string note = "=HYPERLINK(\"http://example.org\")\n_x0041_ \xF0\x9F\x92\x86";
    put_odd_log(scene, note);
    REQUIRE(scene
                .run({"export", "--format", "xlsx", "--notes", "--name", "=cmd", "--birth-date", "1980-02-29",
                      "-o", scene.path("log.xlsx")})
                .status == 0);
    const json sheets = sheets_of({scene.path("log.xlsx")}).front();
    const json& sessions = sheets["Sessions"];
    CHECK(sessions[1][0] == "2026-03-01 10:00:00.250000");
    CHECK(sessions[1][9] == "=1+1");
    CHECK(sessions[3][9] == "_x0041_");
    CHECK(sessions[1][11] == note);
    CHECK(sheets["Soreness"][1][6] == "=" + note);
    CHECK(sheets["Summary"][3][1] == "=cmd");
    CHECK(sheets["Summary"][4][1] == "1980-02-29 00:00:00");
    // Not asked is empty, asked and none is said.
    CHECK(sheets["Soreness"][1][4] == "none");
    CHECK(sheets["Soreness"].back()[4] == "");
    CHECK(sheets["Soreness"].back()[3] == "");
}

TEST_CASE("a note that no cell can hold goes on in the next ones", "[report][xlsx]") {
    require_python_module("openpyxl");
    const Scene scene;
    std::string note;
    while (note.size() + 5 <= longest_note) {
        note += "\xF0\x9F\x92\x86_";
    }
    const std::string log = scene.put("log.json", json{{"checkins",
                                                        {{{"id", "c"},
                                                          {"at", "2026-03-01T10:00:00Z"},
                                                          {"area", "calf"},
                                                          {"side", "left"},
                                                          {"note", note}}}}}
                                                      .dump());
    REQUIRE(scene.run({"import", log}).status == 0);
    REQUIRE(scene.run({"export", "--format", "xlsx", "--notes", "-o", scene.path("log.xlsx")}).status == 0);
    const json row = sheets_of({scene.path("log.xlsx")}).front()["Soreness"][1];
    std::string joined;
    for (std::size_t i = 6; i < row.size(); ++i) {
        joined += row[i].get<std::string>();
    }
    CHECK(joined == note);
}

TEST_CASE("the check of workbooks rejects a formula, a link and a broken file", "[report][xlsx]") {
    require_python_module("openpyxl");
    const Scene scene;
    const std::string make = R"(
import openpyxl, sys
book = openpyxl.Workbook()
cell = book.active['A1']
cell.value = sys.argv[2]
if sys.argv[3]:
    cell.hyperlink = sys.argv[3]
book.save(sys.argv[1])
)";
    const auto check = [&](const std::string& text, const std::string& link) {
        const std::string file = scene.path("broken.xlsx");
        REQUIRE(run_command({"python3", "-c", make, file, text, link}).status == 0);
        return run_command({"python3", in_source("tests/report/check_xlsx.py"), file}).status;
    };
    CHECK(check("1+1", "") == 0);
    CHECK(check("=1+1", "") == 1);
    CHECK(check("a", "http://example.org") == 1);
    CHECK(run_command(
              {"python3", in_source("tests/report/check_xlsx.py"), scene.put("text.xlsx", "no archive")})
              .status == 1);
}
