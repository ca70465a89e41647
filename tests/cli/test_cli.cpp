#include "storage/sqlite/connection.h"
#include "storage/sqlite/transaction.h"
#include "tests/support/guidance_case.h"
#include "tests/support/program.h"
#include "tests/support/temporary_log.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <fstream>
#include <sstream>

#include <sys/stat.h>
#include <unistd.h>

using namespace unknot::tests;
using nlohmann::json;

namespace {

/// A log of its own, with the clock at 2026-03-07 20:00 in Berlin.
struct Scene {
    TemporaryFolder folder;
    std::string db = folder.path() / "log.db";
    std::map<std::string, std::string> environment{{"UNKNOT_NOW", "2026-03-07T20:00:00+01:00"},
                                                   {"TZ", "Europe/Berlin"}};

    [[nodiscard]] Finished run(std::vector<std::string> arguments) const {
        arguments.insert(arguments.begin(), {"--db", db});
        return run_program(arguments, environment);
    }

    [[nodiscard]] std::string put(const std::string& name, const std::string& content) const {
        std::ofstream(folder.path() / name, std::ios::binary) << content;
        return folder.path() / name;
    }
};

std::string content_of(const std::string& file) {
    std::ifstream in(file, std::ios::binary);
    std::ostringstream out;
    out << in.rdbuf();
    return out.str();
}

bool is_one_sentence(const std::string& text) {
    return std::count(text.begin(), text.end(), '\n') == 1 && text.size() > 10;
}

}  // namespace

TEST_CASE("a session and a check-in are logged and read back", "[cli]") {
    const Scene scene;
    const auto logged =
        scene.run({"log", "calf", "--side", "left", "--pressure", "3", "--minutes", "5", "--before", "2"});
    CHECK(logged.status == 0);
    CHECK(logged.err == "Began a new log at " + scene.db + ".\n");
    CHECK(logged.out.find("Logged: Left calf, moderate, at 19:55.") != std::string::npos);
    CHECK(scene.run({"checkin", "calf", "--side", "left", "4", "--symptoms", "none"}).status == 0);
    const json listed = json::parse(scene.run({"list", "--json"}).out);
    REQUIRE(listed.size() == 2);
    CHECK(listed[0]["soreness"] == 4);
    CHECK(listed[1]["duration_s"] == 300);
    // Logged right afterwards: it began five minutes ago.
    CHECK(listed[1]["at"] == "2026-03-07T19:55:00+01:00");
}

TEST_CASE("each unacceptable input gets one sentence, status 1, and changes nothing", "[cli]") {
    const Scene scene;
    REQUIRE(scene.run({"log", "calf", "--side", "left", "--pressure", "3"}).status == 0);
    const std::string before = content_of(scene.db);
    const std::vector<std::vector<std::string>> bad{
        {"log", "claf", "--side", "left", "--pressure", "3"},
        {"log", "calf", "--side", "center", "--pressure", "3"},
        {"log", "calf", "--side", "up", "--pressure", "3"},
        {"log", "calf", "--pressure", "3"},
        {"log", "calf", "--side", "left", "--pressure", "0"},
        {"log", "calf", "--side", "left", "--pressure", "6"},
        {"log", "calf", "--side", "left", "--pressure", "3", "--duration", "5 hours"},
        {"log", "calf", "--side", "left", "--pressure", "3", "--at", "2026-02-30T10:00"},
        {"log", "calf", "--side", "left", "--pressure", "3", "--at", "2026-03-01T25:00"},
        {"log", "calf", "--side", "left", "--pressure", "3", "--at", "2025-03-30T02:30"},
        {"log", "calf", "--side", "left", "--pressure", "3", "--at", "2026-03-08T10:00"},
        {"log", "calf", "--side", "left", "--pressure", "3", "--at", "03/04/2026"},
        {"log", "calf", "--side", "left", "--pressure", "3", "--felt", "none,tensed"},
        {"log", "calf", "--side", "left", "--pressure", "3", "--note", std::string(100'000, 'x')},
        {"log", "calf", "--side", "left", "--pressure", "3", "--note", "broken \xC3("},
        {"log", "calf", "--side", "left", "--pressure", "3", "--tool", std::string(61, 'x')},
        {"checkin", "calf", "--side", "left", "11"},
        {"checkin", "calf", "--side", "left", "2,5"},
        {"checkin", "calf", "--side", "left", "2", "--symptoms", "sad"},
        {"list", "--from", "2026-02-30"},
        {"delete", "nobody"},
        {"edit", "nobody", "--note", "x"},
    };
    for (const auto& arguments : bad) {
        const Finished finished = scene.run(arguments);
        INFO(arguments[0] << " " << arguments.back().substr(0, 60) << ": " << finished.err);
        CHECK(finished.status == 1);
        CHECK(is_one_sentence(finished.err));
        CHECK(finished.out.empty());
    }
    CHECK(content_of(scene.db) == before);
}

TEST_CASE("wrong usage is status 2, help is status 0", "[cli]") {
    const Scene scene;
    CHECK(scene.run({}).out.find("checkin") != std::string::npos);
    CHECK(scene.run({"massage"}).status == 2);
    CHECK(scene.run({"log"}).status == 2);
    CHECK(scene.run({"list", "--nonsense"}).status == 2);
    CHECK(scene.run({"--help"}).status == 0);
    CHECK(scene.run({"log", "--help"}).status == 0);
    CHECK_FALSE(std::filesystem::exists(scene.db));
}

TEST_CASE("a log that cannot be used is status 3 and is not touched", "[cli]") {
    const Scene scene;
    const std::string text = scene.put("text.db", std::string(300, 'x'));
    for (const std::string& file :
         {text, scene.folder.path().string(), (scene.folder.path() / "missing.db").string()}) {
        const Finished finished = run_program({"--db", file, "today"}, scene.environment);
        INFO(file);
        CHECK(finished.status == 3);
        CHECK(is_one_sentence(finished.err));
    }
    CHECK(content_of(text) == std::string(300, 'x'));
    CHECK_FALSE(std::filesystem::exists(scene.folder.path() / "missing.db"));
    CHECK(run_program({"today"}, {}).status == 3);  // no home folder
}

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

TEST_CASE("undo takes back the latest change and says which", "[cli]") {
    const Scene scene;
    REQUIRE(scene.run({"checkin", "calf", "--side", "left", "4"}).status == 0);
    const Finished undone = scene.run({"undo"});
    CHECK(undone.status == 0);
    CHECK(undone.out.find("Left calf") != std::string::npos);
    CHECK(json::parse(scene.run({"list", "--json"}).out).empty());
    CHECK(scene.run({"undo"}).status == 1);
}

TEST_CASE("naming one condition answers no other health question, and a new one asks again", "[cli]") {
    const Scene scene;
    const std::string out = scene.run({"profile", "--condition", "blood_thinners"}).out;
    CHECK(out.find("Medicine that thins the blood: yes") != std::string::npos);
    CHECK(out.find("A fracture in the past: not answered") != std::string::npos);
    CHECK(out.find("Ask a clinician before you start.") != std::string::npos);
    REQUIRE(scene.run({"profile", "--clinician-ok", "yes"}).status == 0);
    CHECK(json::parse(scene.run({"flags", "--json"}).out)["global"].empty());
    REQUIRE(scene.run({"profile", "--condition", "blood_thinners,fracture_history"}).status == 0);
    CHECK(json::parse(scene.run({"flags", "--json"}).out)["global_next"] == "ask_clinician_first");
    CHECK(scene.run({"profile", "--condition", "none"}).out.find("A fracture in the past: no") !=
          std::string::npos);
}

TEST_CASE("Ctrl+C ends at once with status 130, and the log is as it was", "[cli]") {
    const Scene scene;
    REQUIRE(scene.run({"checkin", "calf", "--side", "left", "4"}).status == 0);
    const std::string before = scene.run({"export"}).out;
    Finished stopped;
    {
        // Another writer holds the log, so that the verb is in the middle of its work for seconds.
        using unknot::storage::Connection;
        using unknot::storage::Transaction;
        Connection other(scene.db, Connection::Access::read_write, std::chrono::milliseconds(0));
        const Transaction held(other, Transaction::Kind::write);
        stopped = interrupt_program({"--db", scene.db, "checkin", "calf", "--side", "left", "9"},
                                    scene.environment, 500);
    }
    CHECK(stopped.status == 130);
    CHECK(stopped.out.empty());
    CHECK(scene.run({"export"}).out == before);
    CHECK(scene.run({"checkin", "calf", "--side", "left", "5"}).status == 0);
}

TEST_CASE("text from a file commands no terminal", "[cli]") {
    const Scene scene;
    const std::string file =
        scene.put("log.json", R"({"areas": [{"id": "own_1", "name": "a\u202Eb", "left": true}],
        "checkins": [{"id": "c1", "at": "2026-03-02T10:00:00+01:00", "area": "own_1", "side": "left", "soreness": 3}]})");
    REQUIRE(scene.run({"import", file}).status == 0);
    const std::string out = scene.run({"list"}).out + scene.run({"today"}).out;
    CHECK(out.find("\xE2\x80\xAE") == std::string::npos);
    CHECK(out.find("[U+202E]") != std::string::npos);
    const Finished refused = scene.run({"log", "\x1B]0;x\x07", "--side", "left", "--pressure", "3"});
    CHECK(refused.err.find('\x1B') == std::string::npos);
}

TEST_CASE("an area that nobody rated is never called settled or fine", "[cli]") {
    const Scene scene;
    REQUIRE(
        scene.run({"log", "calf", "--side", "left", "--pressure", "3", "--at", "2026-03-01T10:00"}).status ==
        0);
    const std::string out = scene.run({"today"}).out;
    CHECK(out.find("Nothing flagged") == std::string::npos);
    CHECK(out.find("We do not know how this settled") != std::string::npos);
    CHECK(out.find("Check in first") != std::string::npos);
    CHECK(out.find("General information, not medical advice.") != std::string::npos);
}

TEST_CASE("every worked case goes through import and flags of the real program", "[cli]") {
    const json vectors = json::parse(test_data("guidance/vectors.json"));
    REQUIRE(vectors["vectors"].size() == 59);
    for (const json& vector : vectors["vectors"]) {
        const Scene scene;
        INFO(vector["id"]);
        REQUIRE(scene.run({"import", scene.put("log.json", vector["log"].dump())}).status == 0);
        const json got = json::parse(scene.run({"flags", "--json", "--as-of", vector["as_of"]}).out);
        CHECK(got["ignored_future"] == vector["expect"]["ignored_future"]);
        for (const json& track : got["tracks"]) {
            const std::string key = track["area"].get<std::string>() + "/" + track["side"].get<std::string>();
            const json& expected = vector["expect"]["tracks"][key];
            std::vector<std::string> flags;
            for (const json& flag : track["flags"]) {
                flags.push_back(flag["code"].get<std::string>() + ":" + flag["tier"].get<std::string>());
                CHECK_FALSE(flag["sentence"].get<std::string>().empty());
                CHECK_FALSE(flag["clears"].get<std::string>().empty());
                CHECK_FALSE(flag["evidence"].empty());
            }
            std::sort(flags.begin(), flags.end());
            CHECK(expected.value("flags", json(flags)) == json(flags));
            CHECK(expected.value("state", track["state"]) == track["state"]);
            CHECK(expected.value("action", track["next"]["action"]) == track["next"]["action"]);
        }
    }
}
