#include "tests/support/checkers.h"
#include "tests/support/guidance_case.h"
#include "tests/support/scene.h"

#include <catch2/catch_test_macros.hpp>

using namespace unknot::tests;
using nlohmann::json;

namespace {

/// What ajv (draft 2020-12, strict) says of files against a schema of assets/schemas.
Finished ajv(const std::string& schema, const std::vector<std::string>& files) {
    std::vector<std::string> words{npm_checker("ajv"), "validate",     "--spec=draft2020",
                                   "--strict=true",    "--all-errors", "-c",
                                   "ajv-formats",      "-s",           in_source("assets/schemas/" + schema)};
    for (const std::string& file : files) {
        words.insert(words.end(), {"-d", file});
    }
    return run_command(words);
}

/// Every worked case, told by the program, with some that are odd.
struct Outputs {
    Scene scene;
    std::vector<std::string> logs, flags, histories, lists, merges;

    Outputs() {
        const json vectors = json::parse(test_data("guidance/vectors.json"));
        int number = 0;
        for (const json& vector : vectors["vectors"]) {
            const std::string of = std::to_string(number++);
            const std::map<std::string, std::string> at{{"UNKNOT_NOW", vector["as_of"]}, {"TZ", "UTC"}};
            const std::string db = scene.path(of + ".db");
            const std::string log = scene.put("in" + of + ".json", vector["log"].dump());
            REQUIRE(run_program({"--db", db, "import", log}, at).status == 0);
            const auto keep = [&](std::vector<std::string>& files, std::vector<std::string> arguments) {
                arguments.insert(arguments.begin(), {"--db", db});
                const std::string name = arguments[2] + std::to_string(files.size()) + ".json";
                files.push_back(scene.put(name, run_program(arguments, at).out));
            };
            logs.push_back(log);
            keep(logs, {"export"});
            keep(logs, {"export", "--from", "2026-01-01", "--name", "A B"});
            keep(flags, {"flags", "--json"});
            keep(flags, {"today", "--json"});
            histories.push_back(scene.put("history" + of + ".json",
                                          run_program({"--db", db, "flags", "--history", "--json"}, at).out));
            keep(lists, {"list", "--json"});
            keep(merges, {"merge", scene.path("0.db"), "--json"});
        }
    }
};

}  // namespace

TEST_CASE("the schemas accept what the program prints for every worked case", "[cli][schemas]") {
    (void)npm_checker("ajv");
    const Outputs outputs;
    const std::vector<std::pair<std::string, const std::vector<std::string>*>> pairs{
        {"log.schema.json", &outputs.logs},
        {"flags.schema.json", &outputs.flags},
        {"flags-history.schema.json", &outputs.histories},
        {"list.schema.json", &outputs.lists},
        {"merge.schema.json", &outputs.merges}};
    for (const auto& [schema, files] : pairs) {
        REQUIRE(files->size() >= 59);
        const Finished finished = ajv(schema, *files);
        INFO(schema << ": " << finished.err.substr(0, 2000));
        CHECK(finished.status == 0);
    }
}

TEST_CASE("the schemas reject files that are broken in one place", "[cli][schemas]") {
    const Scene scene;
    const std::string session = R"("started_at": "2026-03-01T10:00:00Z", "area": "calf", "side": "left")";
    const std::vector<std::pair<std::string, std::string>> broken{
        {"log.schema.json", R"({"sessions": [{)" + session + R"(, "pressure": 6}], "checkins": []})"},
        {"log.schema.json", R"({"sessions": [{)" + session + R"(, "presure": 3}], "checkins": []})"},
        {"log.schema.json",
         R"({"sessions": [], "checkins": [{"at": "2026-02-30T10:00:00Z", "area": "calf", "side": "left"}]})"},
        {"flags.schema.json", R"({"as_of": "2026-03-01T10:00:00Z", "tracks": [], "global": []})"},
        {"flags.schema.json",
         R"({"as_of": "2026-03-01T10:00:00Z", "tracks": [], "global": [], "global_next": "fine", "ignored_future": []})"},
        {"flags-history.schema.json",
         R"({"tracks": [], "global": [{"code": "fever", "tier": "pause", "from": "2026-03-01"}]})"},
        {"merge.schema.json",
         R"({"new": -1, "changed": 0, "deleted": 0, "kept": 0, "identical": 0, "areas": 0, "tools": 0, "profile": false, "merged": 0})"},
        {"remind.schema.json",
         R"({"keeper": "cron", "at": "09:00", "waiting": true, "due": 0, "shown_today": false})"},
        {"remind.schema.json",
         R"({"keeper": "none", "at": "9:00", "waiting": true, "due": 0, "shown_today": false})"},
        {"list.schema.json",
         R"([{"id": "a", "kind": "checkin", "at": "2026-03-01T10:00:00Z", "area": "calf", "side": "left", "soreness": 11}])"}};
    int number = 0;
    for (const auto& [schema, text] : broken) {
        INFO(schema << ": " << text);
        // Not inside CHECK, which takes a test that is skipped for one that failed.
        const int status = ajv(schema, {scene.put(std::to_string(number++) + ".json", text)}).status;
        CHECK(status == 1);
    }
}

TEST_CASE("the schema of the reminder's state accepts what the program prints", "[cli][schemas][remind]") {
    (void)npm_checker("ajv");
    Scene scene;
    scene.environment["HOME"] = scene.folder.path();
    std::vector<std::string> said{scene.put("off.json", scene.run({"remind", "--status", "--json"}).out)};
    REQUIRE(scene.run({"remind", "--install", "--at", "06:05"}).status == 0);
    said.push_back(scene.put("on.json", scene.run({"remind", "--status", "--json"}).out));
    CHECK(ajv("remind.schema.json", said).status == 0);
}
