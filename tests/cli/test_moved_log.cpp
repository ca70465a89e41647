#include "app/settings/settings_store.h"
#include "tests/support/scene.h"

#include <catch2/catch_test_macros.hpp>

#include <nlohmann/json.hpp>

using namespace unknot;
using tests::Finished;

namespace {

/// A home folder whose settings say that the log was moved.
struct MovedHome {
    tests::TemporaryFolder folder;
    std::filesystem::path log = folder.path() / "disk" / "log.db";

    MovedHome() {
        settings::Settings moved;
        moved.last_log = log;
        REQUIRE(settings::SettingsStore(folder.path() / ".config" / "unknot").save(moved).ok());
    }

    [[nodiscard]] Finished run(const std::vector<std::string>& arguments) const {
        return tests::run_program(arguments, {{"HOME", folder.path().string()},
                                              {"UNKNOT_NOW", "2026-03-07T20:00:00+01:00"},
                                              {"TZ", "Europe/Berlin"}});
    }
};

}  // namespace

TEST_CASE("the command line follows a log that was moved in the window", "[cli][move]") {
    const MovedHome home;
    REQUIRE(tests::open_log(home.log)->apply(LogSession{tests::sample_session("s1")}).ok());
    const Finished listed = home.run({"list", "sessions", "--json"});
    CHECK(listed.status == 0);
    CHECK(listed.out.find("s1") != std::string::npos);
}

TEST_CASE("a moved log that is missing is not begun anew by the command line", "[cli][move]") {
    const MovedHome home;
    const Finished refused = home.run({"log", "calf", "--side", "left", "--pressure", "3"});
    CHECK(refused.status == 3);
    CHECK(tests::is_one_sentence(refused.err));
    CHECK(refused.err.find(home.log.string()) != std::string::npos);
    CHECK_FALSE(std::filesystem::exists(home.log));
    CHECK_FALSE(std::filesystem::exists(home.folder.path() / ".local" / "share" / "unknot" / "log.db"));
}

TEST_CASE("a whole log says which tools are retired, and an import retires them", "[cli]") {
    const tests::Scene scene;
    const std::string session =
        R"({"id": "a", "started_at": "2026-03-01T10:00:00Z", "area": "calf", "side": "left", "pressure": 3, "tool": "ball"})";
    const std::string file =
        scene.put("in.json", R"({"retired_tools": ["ball"], "checkins": [], "sessions": [)" + session + "]}");
    REQUIRE(scene.run({"import", file}).status == 0);
    const auto exported = nlohmann::json::parse(scene.run({"export"}).out);
    CHECK(exported["retired_tools"] == nlohmann::json{"ball"});
    const Finished again = scene.run({"import", file, "--json"});
    CHECK(nlohmann::json::parse(again.out)["tools"] == 0);
    const std::string bad =
        scene.put("bad.json", R"({"retired_tools": [""], "checkins": [], "sessions": []})");
    const Finished refused = scene.run({"import", bad});
    CHECK(refused.status == 1);
    CHECK(refused.err.find("retired_tools") != std::string::npos);
}

TEST_CASE("tools that no session has go out and come in again byte for byte", "[cli]") {
    const tests::Scene scene;
    const std::string file = scene.put(
        "in.json",
        R"({"tools": ["ball", "door"], "retired_tools": ["door"], "checkins": [], "sessions": []})");
    const Finished first = scene.run({"import", file, "--json"});
    REQUIRE(first.status == 0);
    CHECK(nlohmann::json::parse(first.out)["tools"] == 2);
    const std::string out = scene.run({"export"}).out;
    CHECK(nlohmann::json::parse(out)["tools"] == nlohmann::json{"ball"});
    CHECK(nlohmann::json::parse(out)["retired_tools"] == nlohmann::json{"door"});
    const tests::Scene other;
    REQUIRE(other.run({"import", other.put("out.json", out)}).status == 0);
    CHECK(other.run({"export"}).out == out);
    const Finished again = other.run({"import", other.put("out.json", out), "--json"});
    CHECK(nlohmann::json::parse(again.out)["tools"] == 0);
    const Finished refused = other.run(
        {"import", other.put("bad.json", R"({"tools": ["\u0001"], "checkins": [], "sessions": []})")});
    CHECK(refused.status == 1);
    CHECK(refused.err.find("tools") != std::string::npos);
}
