#include "storage/sqlite/connection.h"
#include "storage/sqlite/transaction.h"
#include "tests/support/processes.h"
#include "tests/support/scene.h"

#include <catch2/catch_test_macros.hpp>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstdio>
#include <filesystem>

#include <unistd.h>

using namespace unknot::tests;

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
        {"log", "calf", "--side", "left", "--pressure", "2,5"},
        {"log", "\xFF\xFE", "--side", "left", "--pressure", "3"},
        {"log", "calf", "--side", "\xFF", "--pressure", "3"},
        {"log", "calf", "--side", "left", "--pressure", "3", "--tool", "\xED\xA0\x80"},
        {"log", "calf", "--side", "left", "--pressure", "3", "--note", "bell \x07"},
        {"log", "calf", "--side", "left", "--pressure", "3", "--at", "\xFF"},
        {"log", "", "--side", "left", "--pressure", "3"},
        {"checkin", "calf", "--side", "left", "-1"},
        {"checkin", "calf", "--side", "left", "4", "--at", "2026-03-07T20:06"},
        {"checkin", "calf", "--side", "left", "4", "--symptoms", "none,fever"},
        {"export", "--area", "claf"},
        {"export", "--name", "\xFF", "--notes"},
        {"export", "--to", "07.03.2026"},
        {"profile", "--condition", "hiccups"},
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
    CHECK(scene.run({"--help"}).out.find("checkin") != std::string::npos);
    CHECK(scene.run({"massage"}).status == 2);
    CHECK(scene.run({"log"}).status == 2);
    CHECK(scene.run({"list", "--nonsense"}).status == 2);
    CHECK(scene.run({"--help"}).status == 0);
    CHECK(scene.run({"log", "--help"}).status == 0);
    CHECK_FALSE(std::filesystem::exists(scene.db));
    for (const std::vector<std::string>& arguments : {std::vector<std::string>{"massage"},
                                                      {"log"},
                                                      {"list", "--nonsense"},
                                                      {"export", "--format", "doc"}}) {
        const Finished finished = scene.run(arguments);
        INFO(finished.err);
        CHECK(is_one_sentence(finished.err));
        CHECK(finished.err.find("--help\" says what is accepted") != std::string::npos);
    }
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

TEST_CASE("a foreign file that is no log is refused in one sentence, and the log stays as it was", "[cli]") {
    const Scene scene;
    REQUIRE(scene.run({"log", "calf", "--side", "left", "--pressure", "3"}).status == 0);
    const std::string before = content_of(scene.db);
    const std::string row =
        R"({"checkins": [{"at": "2026-03-01T10:00:00Z", "area": "calf", "side": "left", )";
    const std::vector<std::string> files{
        scene.put("text.json", "just text"),
        scene.put("empty.json", ""),
        scene.put("broken.json", "\xFF\xFE\xC3("),
        scene.put("list.json", "[1, 2]"),
        scene.put("other.json", R"({"format": "something", "sessions": []})"),
        scene.put("newer.json", R"({"format": "unknot-log", "version": 2, "sessions": []})"),
        scene.put("utf8.json", row + "\"note\": \"\xC3(\"}]}"),
        scene.put("note.json", row + "\"note\": \"" + std::string(1'048'576, 'x') + "\"}]}"),
        scene.put("high.json", row + "\"soreness\": 11}]}"),
        scene.put("half.json", row + "\"soreness\": 2.5}]}"),
        scene.put("huge.json", row + "\"soreness\": 1e400}]}"),
        scene.put("huge2.json", row + "\"soreness\": 18446744073709551615}]}"),
        scene.put("deep.json", std::string(100'000, '[')),
        scene.db,
        scene.folder.path().string(),
        scene.path("missing.json"),
        "/dev/null",
        "",
    };
    for (const std::string& file : files) {
        const Finished finished = scene.run({"import", file});
        INFO(file << ": " << finished.err.substr(0, 300));
        CHECK(finished.status == 1);
        CHECK(finished.err.size() < 500);
        // What is wrong in one line; a second one says that nothing was imported.
        CHECK(std::count(finished.err.begin(), finished.err.end(), '\n') <= 2);
        CHECK(finished.err.size() > 10);
        CHECK(finished.out.empty());
    }
    CHECK(content_of(scene.db) == before);
}

TEST_CASE("records of the future are imported with a warning", "[cli]") {
    const Scene scene;
    const Finished finished = scene.run(
        {"import",
         scene.put(
             "f.json",
             R"({"checkins": [{"at": "2026-03-09T10:00:00Z", "area": "calf", "side": "left", "soreness": 3}]})")});
    CHECK(finished.status == 0);
    CHECK(finished.err.find("1 record lies in the future") != std::string::npos);
}

TEST_CASE("what may not be read or written is said in one sentence", "[cli]") {
    const Scene scene;
    REQUIRE(scene.run({"checkin", "calf", "--side", "left", "4"}).status == 0);
    const std::string file = scene.put("log.json", scene.run({"export"}).out);
    const std::string before = content_of(scene.db);
    namespace fs = std::filesystem;
    fs::permissions(scene.folder.path(), fs::perms(0755));  // seen, but nothing in it may be changed
    fs::permissions(file, fs::perms(0600));
    if (access(UNKNOT_PROGRAM, X_OK) != 0 ||
        !as_a_plain_user([&] { return access(UNKNOT_PROGRAM, X_OK) == 0; })) {
        SKIP("a plain user cannot run the program from where it was built");
    }
    const auto refused = [&](const std::vector<std::string>& arguments, int status) {
        return as_a_plain_user([&] {
            const Finished finished = run_program(arguments, scene.environment);
            const bool fine = finished.status == status && is_one_sentence(finished.err);
            if (!fine) {
                std::fprintf(stderr, "%d %s", finished.status, finished.err.c_str());
            }
            return fine;
        });
    };
    const std::string own = "/tmp/unknot-plain-" + std::to_string(getpid()) + ".db";
    if (getuid() == 0) {
        CHECK(refused({"--db", scene.db, "today"}, 3));
        CHECK(refused({"--db", own, "import", file}, 1));
    }
    CHECK_FALSE(fs::exists(own));
    fs::permissions(scene.db, fs::perms(0444));
    fs::permissions(scene.folder.path(), fs::perms(0555));
    CHECK(refused({"--db", scene.db, "checkin", "calf", "--side", "left", "5"}, 3));
    CHECK(refused({"--db", scene.path("new.db"), "checkin", "calf", "--side", "left", "5"}, 3));
    CHECK(refused({"--db", scene.db, "export", "-o", scene.path("out.json")}, 1));
    CHECK(refused({"--db", scene.db, "export", "--format", "csv", "-o", scene.path("out")}, 1));
    fs::permissions(scene.folder.path(), fs::perms(0755));
    CHECK(content_of(scene.db) == before);
    CHECK_FALSE(fs::exists(scene.path("new.db")));
    CHECK_FALSE(fs::exists(scene.path("out")));
}

TEST_CASE("without a home folder the verbs that need none still work", "[cli]") {
    CHECK(run_program({"areas"}).status == 0);
    CHECK(run_program({"completion", "bash"}).status == 0);
    for (const std::vector<std::string>& arguments :
         {std::vector<std::string>{"today"}, {"checkin", "calf", "--side", "left", "4"}, {"export"}}) {
        const Finished finished = run_program(arguments);
        CHECK(finished.status == 3);
        CHECK(is_one_sentence(finished.err));
        CHECK(finished.err.find("--db") != std::string::npos);
    }
}

TEST_CASE("Ctrl+C in the middle of an import leaves the log as it was", "[cli]") {
    const Scene scene;
    REQUIRE(scene.run({"checkin", "calf", "--side", "left", "4"}).status == 0);
    const std::string before = scene.run({"export"}).out;
    constexpr int rows = 20'000;
    std::string table = "id,at,area,side,soreness\r\n";
    for (int i = 0; i < rows; ++i) {
        table += "r" + std::to_string(i) + ",2026-03-01T10:00:00Z,calf,left,3\r\n";
    }
    const std::string file = scene.put("big.csv", table);
    int interrupted = 0;
    for (const int after_ms : {50, 100, 200, 400, 800, 1600}) {
        const Finished finished =
            interrupt_program({"--db", scene.db, "import", file}, scene.environment, after_ms);
        INFO(after_ms << " ms: " << finished.err);
        if (finished.status == 0) {
            break;
        }
        ++interrupted;
        CHECK(finished.status == 130);
        CHECK(finished.out.empty());
        REQUIRE(scene.run({"export"}).out == before);
    }
    CHECK(interrupted > 0);
    // What was interrupted can be done again.
    REQUIRE(scene.run({"import", file}).status == 0);
    CHECK(nlohmann::json::parse(scene.run({"list", "--json"}).out).size() == rows + 1);
}

TEST_CASE("a language without a catalogue is refused with those that there are", "[cli]") {
    const Scene scene;
    const Finished refused = scene.run({"--lang", "xx", "today"});
    CHECK(refused.status == 2);
    CHECK(is_one_sentence(refused.err));
    CHECK(refused.err.find("there are: en") != std::string::npos);
    CHECK(scene.run({"areas", "--lang", "en"}).status == 0);
}
