#include "tests/support/guidance_case.h"
#include "tests/support/scene.h"

#include <sys/stat.h>

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

using namespace unknot::tests;
using nlohmann::json;

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

TEST_CASE("an export is private whatever the umask", "[cli]") {
    const Scene scene;
    REQUIRE(scene.run({"log", "calf", "--side", "left", "--pressure", "3"}).status == 0);
    const mode_t before = umask(0777);
    const int status = scene.run({"export", "-o", scene.folder.path() / "out.json"}).status;
    umask(before);
    REQUIRE(status == 0);
    struct stat info {};
    REQUIRE(stat((scene.folder.path() / "out.json").c_str(), &info) == 0);
    CHECK((info.st_mode & 0777U) == 0600);
}

TEST_CASE("demo makes a sample log in a new file, the same for the same seed, and never in one that is there",
          "[cli][sample]") {
    const Scene scene;
    const auto made = scene.run({"demo", "--like", "week", "--seed", "4"});
    CHECK(made.status == 0);
    CHECK(made.err.empty());
    CHECK(is_one_sentence(made.out));
    const std::string first = scene.run({"export"}).out;
    CHECK(json::parse(first)["sessions"].size() == 10);
    CHECK(json::parse(first)["checkins"].size() == 24);

    const auto again = scene.run({"demo", "--like", "week", "--seed", "5"});
    CHECK(again.status == 1);
    CHECK(is_one_sentence(again.err));
    CHECK(scene.run({"export"}).out == first);

    Scene other;
    CHECK(other.run({"demo", "--like", "week", "--seed", "4", "--json"}).out ==
          "{\"checkins\":24,\"sessions\":10}\n");
    CHECK(other.run({"export"}).out == first);
    const json flags = json::parse(other.run({"flags", "--json"}).out);
    CHECK(flags["tracks"].size() >= 6);
}

TEST_CASE("demo needs a file that was named: made-up records do not begin somebody's own log",
          "[cli][sample]") {
    const TemporaryFolder home;
    const auto refused =
        run_program({"demo"}, {{"HOME", home.path()}, {"UNKNOT_NOW", "2026-03-07T20:00:00Z"}});
    CHECK(refused.status == 2);
    CHECK(is_one_sentence(refused.err));
    CHECK(std::filesystem::is_empty(home.path()));
}
