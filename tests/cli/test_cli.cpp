#include "tests/support/guidance_case.h"
#include "tests/support/scene.h"

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
