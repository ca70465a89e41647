#include "tests/support/scene.h"

#include <catch2/catch_test_macros.hpp>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <filesystem>

#include <sys/stat.h>

using namespace unknot::tests;
using nlohmann::json;

namespace {

constexpr const char* sessions_header =
    "id,started_at,area,side,pressure,duration_s,soreness_before,sensations,screening,tool,note,entered_"
    "at\r\n";
constexpr const char* checkins_header = "id,at,area,side,soreness,symptoms,note,entered_at\r\n";

/// A log whose texts are what tables trip over.
std::string odd_log() {
    json sessions = json::array();
    json checkins = json::array();
    const std::vector<std::string> texts{"",
                                         "=1+1",
                                         "'quoted",
                                         "''",
                                         "'",
                                         "@x",
                                         "+1",
                                         "-1",
                                         "\ttab",
                                         "\nline",
                                         "a,b;c \"d\"",
                                         "two\nlines\n",
                                         "\"",
                                         "größer 痛 🙂",
                                         " blanks ",
                                         "none"};
    int minute = 10;
    for (const std::string& text : texts) {
        const std::string at = "2026-03-01T10:" + std::to_string(minute) + ":00.250+05:30";
        const std::string id = std::to_string(minute++);
        json session{{"id", "s" + id}, {"started_at", at}, {"area", "calf"}, {"side", "both"},
                     {"pressure", 4},  {"note", text},     {"tool", text},   {"duration_s", 1}};
        json checkin{{"id", "=" + id}, {"at", at}, {"area", "own_1"}, {"side", "left"}, {"note", text}};
        if (minute % 2 == 0) {
            session["sensations"] = json::array();
            session["screening"] = {"open_skin", "swelling_warmth"};
            session["entered_at"] = at;
            session["soreness_before"] = 0;
            checkin["soreness"] = 10;
            checkin["symptoms"] = {"numbness", "fever"};
        }
        sessions.push_back(session);
        checkins.push_back(checkin);
    }
    return json{{"areas", {{{"id", "own_1"}, {"name", "my, spot"}, {"left", true}}}},
                {"sessions", sessions},
                {"checkins", checkins}}
        .dump();
}

}  // namespace

TEST_CASE("an import is all or nothing and says what is wrong and where", "[cli]") {
    const Scene scene;
    const std::string file = scene.put("bad.json", R"({"sessions": [
        {"id": "a", "started_at": "2026-03-01T10:00:00Z", "area": "calf", "side": "left", "pressure": 3},
        {"id": "a", "started_at": "03/04/2026", "area": "calf", "side": "left", "pressure": 9, "presure": 1}]})");
    const Finished finished = scene.run({"import", file});
    CHECK(finished.status == 1);
    CHECK(finished.err.find("sessions[1].started_at") != std::string::npos);
    CHECK(finished.err.find("sessions[1].pressure") != std::string::npos);
    CHECK(finished.err.find("sessions[1].presure") != std::string::npos);
    CHECK(finished.err.find("stands in this file twice") != std::string::npos);
    CHECK_FALSE(std::filesystem::exists(scene.db));
    for (const std::string& content :
         {std::string(), std::string("[1"), std::string("[]"), std::string("{\"a\":1}"),
          std::string("\xFF\xFE"), std::string(100'000, '[')}) {
        CHECK(scene.run({"import", scene.put("odd.json", content)}).status == 1);
    }
}

TEST_CASE("importing twice is importing once, and the log comes back byte for byte", "[cli]") {
    const Scene scene;
    const std::string file =
        scene.put("log.json", R"({"profile": {"conditions": ["blood_thinners"], "clinician_ok": true},
        "sessions": [{"started_at": "2026-03-01T10:00:00.250+01:00", "area": "low_back", "side": "both", "pressure": 4,
                      "sensations": [], "note": "größer \"痛\"\n\t=1+1"}],
        "checkins": [{"at": "2026-03-02T10:00:00+01:00", "area": "low_back", "side": "left", "symptoms": ["warmth"]}]})");
    REQUIRE(scene.run({"import", file}).status == 0);
    const std::string first = scene.run({"export"}).out;
    REQUIRE(scene.run({"import", file}).status == 0);
    CHECK(scene.run({"export"}).out == first);
    const std::string exported = scene.put("exported.json", first);
    const std::string other = scene.folder.path() / "other.db";
    REQUIRE(run_program({"--db", other, "import", exported}, scene.environment).status == 0);
    CHECK(run_program({"--db", other, "export"}, scene.environment).out == first);
}

TEST_CASE("an export is private and never overwrites a file", "[cli]") {
    const Scene scene;
    REQUIRE(scene.run({"checkin", "calf", "--side", "left", "4"}).status == 0);
    const std::string file = scene.folder.path() / "out.json";
    REQUIRE(scene.run({"export", "-o", file}).status == 0);
    struct stat info {};
    REQUIRE(stat(file.c_str(), &info) == 0);
    CHECK((info.st_mode & 0777) == 0600);
    const std::string before = content_of(file);
    CHECK(scene.run({"export", "-o", file}).status == 1);
    CHECK(content_of(file) == before);
}

TEST_CASE("tables come back cell for cell, whatever the texts", "[cli][csv]") {
    const Scene scene;
    REQUIRE(scene.run({"import", scene.put("log.json", odd_log())}).status == 0);
    const std::string out = scene.path("out");
    REQUIRE(scene.run({"export", "--format", "csv", "--notes", "-o", out}).status == 0);
    const std::string sessions = content_of(out + "/sessions.csv");
    const std::string checkins = content_of(out + "/checkins.csv");
    CHECK(sessions.starts_with(sessions_header));
    CHECK(checkins.starts_with(checkins_header));
    CHECK(sessions.find(",'=1+1,") != std::string::npos);
    CHECK(checkins.find("\r\n'=11,") != std::string::npos);

    // Into the same log nothing is new; into another one (which knows the own area) all of it comes back.
    CHECK(scene.run({"import", "--json", out + "/sessions.csv", out + "/checkins.csv"})
              .out.find("\"imported\":0") != std::string::npos);
    const Scene other;
    const std::string areas = other.put(
        "areas.json",
        R"({"areas": [{"id": "own_1", "name": "my, spot", "left": true}], "sessions": [], "checkins": []})");
    REQUIRE(other.run({"import", out + "/checkins.csv", out + "/sessions.csv", areas}).status == 0);
    REQUIRE(other.run({"export", "--format", "csv", "--notes", "-o", other.path("out")}).status == 0);
    CHECK(content_of(other.path("out/sessions.csv")) == sessions);
    CHECK(content_of(other.path("out/checkins.csv")) == checkins);
    CHECK(other.run({"export"}).out == scene.run({"export"}).out);
}

TEST_CASE("an export is a new private folder, complete or not at all", "[cli][csv]") {
    const Scene scene;
    REQUIRE(scene.run({"checkin", "calf", "--side", "left", "7"}).status == 0);
    const std::string out = scene.path("out");
    REQUIRE(scene.run({"export", "--format", "csv", "-o", out + "/"}).status == 0);
    struct stat info {};
    REQUIRE(stat(out.c_str(), &info) == 0);
    CHECK((info.st_mode & 0777) == 0700);
    for (const std::string name : {"sessions.csv", "checkins.csv", "flags.csv", "datapackage.json"}) {
        REQUIRE(stat((out + "/" + name).c_str(), &info) == 0);
        CHECK((info.st_mode & 0777) == 0600);
    }
    const std::string flags = content_of(out + "/flags.csv");
    CHECK(flags.starts_with("area,side,code,tier,from,to,sentence,evidence\r\n"));
    CHECK(flags.find("calf,left,severe,pause,2026-03-07,,") != std::string::npos);
    const auto finished = scene.run({"export", "--format", "csv", "-o", out});
    CHECK(finished.status == 1);
    CHECK(is_one_sentence(finished.err));
    CHECK(content_of(out + "/flags.csv") == flags);
    CHECK(scene.run({"export", "--format", "csv", "-o", scene.path("none/out")}).status == 1);
    for (const auto& entry : std::filesystem::directory_iterator(scene.folder.path())) {
        CHECK(entry.path().string().find(".part-") == std::string::npos);
    }
}

TEST_CASE("the last day of a range is in it, and what is left out is named", "[cli][csv]") {
    const Scene scene;
    for (const std::string day : {"01", "02", "03"}) {
        REQUIRE(scene
                    .run({"checkin", "calf", "--side", "left", "4", "--note", "SECRET", "--at",
                          "2026-03-" + day + "T12:00"})
                    .status == 0);
    }
    REQUIRE(scene.run({"checkin", "shin", "--side", "left", "4", "--at", "2026-03-02T12:00"}).status == 0);
    const std::vector<std::string> range{"--from", "2026-03-02", "--to", "2026-03-03", "--area", "calf"};
    std::vector<std::string> csv{"export", "--format", "csv", "-o", scene.path("out")};
    csv.insert(csv.end(), range.begin(), range.end());
    REQUIRE(scene.run(csv).status == 0);
    const std::string checkins = content_of(scene.path("out/checkins.csv"));
    CHECK(std::count(checkins.begin(), checkins.end(), '\n') == 3);
    CHECK(checkins.find("2026-03-03") != std::string::npos);
    CHECK(checkins.starts_with("id,at,area,side,soreness,symptoms,entered_at\r\n"));
    const json package = json::parse(content_of(scene.path("out/datapackage.json")));
    CHECK(package["omitted"] == json{"notes", "name"});
    CHECK(package["range"]["to"] == "2026-03-03");
    CHECK(package["resources"][1]["schema"]["fields"].size() == 7);

    std::vector<std::string> part{"export"};
    part.insert(part.end(), range.begin(), range.end());
    const json log = json::parse(scene.run(part).out);
    CHECK(log["checkins"].size() == 2);
    CHECK(log["omitted"] == json{"notes", "name"});
    for (const auto& file : std::filesystem::directory_iterator(scene.path("out"))) {
        CHECK(content_of(file.path()).find("SECRET") == std::string::npos);
    }
    CHECK(log.dump().find("SECRET") == std::string::npos);
    part.insert(part.end(), {"--notes", "--name", "A. Person"});
    const json with = json::parse(scene.run(part).out);
    CHECK(with["omitted"].empty());
    CHECK(with["name"] == "A. Person");
    CHECK(with["checkins"][0]["note"] == "SECRET");
    CHECK(json::parse(scene.run({"export"}).out)["checkins"][0]["note"] == "SECRET");
    CHECK(scene.run({"export", "--from", "2026-03-03", "--to", "2026-03-02"}).status == 1);
}

TEST_CASE("a part that left something out blanks nothing and is no other content", "[cli][csv]") {
    const Scene scene;
    REQUIRE(scene.run({"import", scene.put("log.json", odd_log())}).status == 0);
    const std::string before = scene.run({"export"}).out;
    REQUIRE(scene.run({"export", "--from", "2026-01-01", "-o", scene.path("part.json")}).status == 0);
    REQUIRE(scene.run({"export", "--format", "csv", "-o", scene.path("out")}).status == 0);
    for (const std::string update : {"--dry-run", "--update"}) {
        const auto finished = scene.run({"import", update, "--json", scene.path("part.json"),
                                         scene.path("out/sessions.csv"), scene.path("out/checkins.csv")});
        INFO(finished.err);
        CHECK(finished.status == 0);
        const json said = json::parse(finished.out);
        CHECK(said["unchanged"] == 64);
        CHECK(said["imported"] == 0);
    }
    // A few columns are enough to correct a value; the others stay.
    const std::string few = scene.put("few.csv",
                                      "id,started_at,area,side,pressure,entered_at\ns11,2026-03-01T10:11:00."
                                      "250+05:30,calf,both,2,2026-03-02T10:00:00Z\n");
    REQUIRE(scene.run({"import", "--update", few}).status == 0);
    const json after = json::parse(scene.run({"export"}).out);
    const json was = json::parse(before);
    CHECK(after["sessions"][1]["pressure"] == 2);
    for (const std::string field : {"note", "tool", "duration_s", "sensations", "soreness_before"}) {
        CHECK(after["sessions"][1].value(field, json()) == was["sessions"][1].value(field, json()));
    }
}

TEST_CASE("a dry run says what would be new, replaced, unchanged and refused, and changes nothing",
          "[cli][csv]") {
    const Scene scene;
    const std::string rows =
        "a,2026-03-01T10:00:00Z,calf,left,4,none,,2026-03-01T10:00:00Z\r\n"
        "b,2026-03-02T10:00:00Z,calf,left,4,,,2026-03-02T10:00:00Z\r\n";
    REQUIRE(scene.run({"import", scene.put("checkins.csv", checkins_header + rows)}).status == 0);
    const std::string before = content_of(scene.db);
    const std::string changed =
        scene.put("changed.csv", std::string(checkins_header) +
                                     "a,2026-03-01T10:00:00Z,calf,left,4,none,,\r\n"
                                     "b,2026-03-02T10:00:00Z,calf,left,5,,,2026-03-03T10:00:00Z\r\n"
                                     "c,2026-03-03T10:00:00Z,calf,left,0,,,\r\n");
    const auto refused = scene.run({"import", "--dry-run", changed});
    CHECK(refused.status == 1);
    CHECK(refused.err == changed +
                             ", line 3: Left calf, check-in of 2 March 2026, 10:00: the log has it already. "
                             "Other in the file: the soreness (5 instead of 4).\n");
    CHECK(refused.out.find("1 new, 0 replaced, 1 unchanged, 0 kept as the log has them, 1 refused") !=
          std::string::npos);
    const auto updated = scene.run({"import", "--dry-run", "--update", changed});
    CHECK(updated.status == 0);
    CHECK(updated.out.find(
              changed +
              ", line 3: Left calf, check-in of 2 March 2026, 10:00: would be replaced. Other in the "
              "file: the soreness (5 instead of 4).") != std::string::npos);
    CHECK(updated.out.find("1 new, 1 replaced, 1 unchanged") != std::string::npos);
    CHECK(scene.run({"import", changed}).status == 1);
    CHECK(content_of(scene.db) == before);
    CHECK(scene.run({"import", "--update", changed}).out == "Imported: 2 records are new or changed.\n");
    // The other way round the log's entry is the newer one.
    const auto older = scene.run({"import", "--update", "--json", scene.path("checkins.csv")});
    CHECK(json::parse(older.out)["kept"] == 1);
    CHECK(json::parse(older.out)["imported"] == 0);
}

TEST_CASE("every row that is not accepted is named with file, line, column and what is accepted",
          "[cli][csv]") {
    const Scene scene;
    const std::string good =
        scene.put("good.csv", std::string(checkins_header) + "g,2026-03-01T10:00:00Z,calf,left,4,,,\r\n");
    const std::string bad =
        scene.put("bad.csv", std::string(sessions_header) +
                                 "a,2026-03-01T10:00:00Z,calf,left,6,,,,,,,\r\n"                  // 2
                                 "b,03/04/2026,calf,left,3,,,,,,,\r\n"                            // 3
                                 "c,2026-03-01T10:00:00Z,claf,left,3,,,,,,\"two\r\nlines\",\r\n"  // 4 and 5
                                 "d,2026-03-01T10:00:00Z,calf,left,3\r\n"                         // 6
                                 "e,2026-03-01T10:00:00Z,calf,center,3,,\"2,5\",,,,,\r\n"         // 7
                                 "f,2026-03-01T10:00:00Z,calf,left,3,,,none;tensed,,,,\r\n"       // 8
                                 "a,2026-03-01T10:00:00Z,calf,left,3,,,,,,,\r\n"                  // 9
                                 "h,,calf,left,,0,11,,sad,,,\r\n");                               // 10
    const auto finished = scene.run({"import", good, bad});
    CHECK(finished.status == 1);
    CHECK(finished.out.empty());
    for (const std::string said :
         {", line 2, column 5 (pressure): The pressure level \"6\" is not on the scale",
          ", line 3, column 2 (started_at): The time \"03/04/2026\" is not a date and time",
          ", line 4, column 3 (area): The area \"claf\" is not known; did you mean calf",
          ", line 6: the row has another number of cells than the first line: 5 of 12",
          ", line 7, column 7 (soreness_before): The soreness before \"2,5\" is not on the scale",
          ", line 8, column 8 (sensations): What was felt: \"none\" cannot stand beside other answers",
          ", line 9, column 1 (id): the id \"a\" stands in this file twice",
          ", line 10, column 2 (started_at): The time is missing",
          ", line 10, column 5 (pressure): The pressure level is missing",
          ", line 10, column 6 (duration_s): The duration \"0\" is outside",
          ", line 10, column 7 (soreness_before): The soreness before \"11\"",
          ", line 10, column 9 (screening): The question before pressing: \"sad\" is not known; accepted "
          "are"}) {
        INFO(said << " in " << finished.err);
        CHECK(finished.err.find(bad + said) != std::string::npos);
    }
    CHECK_FALSE(std::filesystem::exists(scene.db));
}

TEST_CASE("a table that is not well-formed is refused at its line", "[cli][csv]") {
    const Scene scene;
    const std::string row = "a,2026-03-01T10:00:00Z,calf,left,4,,";
    const std::vector<std::pair<std::string, std::string>> odd{
        {checkins_header + row + "x\"y,\r\n", ", line 2, column 7: a quotation mark stands inside"},
        {checkins_header + row + "\"x\"y,\r\n", ", line 2, column 7: something other than a comma"},
        {checkins_header + row + "\"x,\r\n\r\n", ", line 2, column 7: the quotation mark"},
        {checkins_header + row + std::string("a\0b,\r\n", 6), ", line 2: the line is not text"},
        {checkins_header + row + "\xC3(,\r\n", ", line 2: the line is not text"},
        {"id,at,area,side,sorenes\r\n", ", line 1, column 5 (sorenes): no such field"},
        {"id,at,area,side,side\r\n", ", line 1, column 5 (side): this column is there twice"},
        {"id,at,area,soreness\r\n", ", line 1 (side): this column is missing"},
        {"id;at;area;side\r\n", ": this is neither a log.json nor a table"},
        {"", ": this is neither a log.json nor a table"}};
    for (const auto& [text, said] : odd) {
        const std::string file = scene.put("odd.csv", text);
        const auto finished = scene.run({"import", file});
        INFO(text << " " << finished.err);
        CHECK(finished.status == 1);
        CHECK(finished.err.find(file + said) == 0);
    }
    CHECK_FALSE(std::filesystem::exists(scene.db));
}

TEST_CASE("tables as spreadsheets save them are taken", "[cli][csv]") {
    const Scene scene;
    // A byte order mark, line breaks of Windows inside a note, other order, blank lines, no last line break.
    const std::string file = scene.put("c.csv",
                                       "\xEF\xBB\xBFnote,soreness,at,side,area\r\n\r\n"
                                       "\"two\r\nlines\",0,2026-03-01 10:00:00+01:00,left,calf");
    REQUIRE(scene.run({"import", file}).status == 0);
    REQUIRE(scene.run({"import", file}).status == 0);
    const json log = json::parse(scene.run({"export"}).out);
    REQUIRE(log["checkins"].size() == 1);
    CHECK(log["checkins"][0]["note"] == "two\nlines");
    CHECK(log["checkins"][0]["soreness"] == 0);
    CHECK_FALSE(log["checkins"][0].contains("symptoms"));
    // The same record written as JSON is the same record.
    const std::string same = scene.put(
        "same.json",
        R"({"checkins": [{"at": "2026-03-01T10:00+01:00", "area": "calf", "side": "left", "soreness": 0, "note": "two\nlines"}]})");
    CHECK(json::parse(scene.run({"import", "--json", same}).out)["imported"] == 0);
    const auto flags =
        scene.run({"import", scene.put("flags.csv", "area,side,code,tier,from,to,sentence,evidence\r\n")});
    CHECK(flags.status == 0);
    CHECK(flags.err.find("computed anew") != std::string::npos);
}

TEST_CASE("a JSON file that is broken names line and column", "[cli]") {
    const Scene scene;
    const std::string file =
        scene.put("log.json", "{\"sessions\": [\n  {\"id\": \"a\",\n   \"note\": \"x\ty\"}]}");
    const auto finished = scene.run({"import", file});
    CHECK(finished.status == 1);
    CHECK(finished.err.find(file + ", line 3, column 14: this is not JSON (") == 0);
    CHECK(scene.run({"import", scene.put("nul.json", std::string("{\"sessions\": [\0]}", 17))}).status == 1);
    const auto escaped =
        scene.run({"import", scene.put("u.json", R"({"checkins": [{"at": "2026-03-01T10:00:00Z",
        "area": "calf", "side": "left", "note": "a\u0000b"}]})")});
    CHECK(escaped.status == 1);
    CHECK(escaped.err.find("checkins[0].note: The note holds a control character") != std::string::npos);
}
