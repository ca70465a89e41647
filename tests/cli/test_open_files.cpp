#include "tests/support/scene.h"

#include <catch2/catch_test_macros.hpp>

#include <filesystem>

using namespace unknot::tests;

TEST_CASE("a word that is no verb is a file to open, or is refused in one sentence", "[cli][opening]") {
    const Scene scene;
    const Finished verb = scene.run({"chekin"});
    CHECK(verb.status == 2);
    CHECK(is_one_sentence(verb.err));
    CHECK(verb.err.find("There is no verb and no file \"chekin\"") != std::string::npos);
    const Finished gone = scene.run({scene.path("gone.json")});
    CHECK(gone.status == 1);
    CHECK(is_one_sentence(gone.err));
    CHECK(gone.err.find("There is no file") != std::string::npos);
    CHECK_FALSE(std::filesystem::exists(scene.db));
}

TEST_CASE("files beside a verb are refused, and nothing is done", "[cli][opening]") {
    const Scene scene;
    const std::string file = scene.put("log.json", R"({"sessions": [], "checkins": []})");
    for (const std::vector<std::string>& arguments :
         {std::vector<std::string>{"check", file}, {file, "today"}, {"today", file}}) {
        const Finished finished = scene.run(arguments);
        CHECK(finished.status == 2);
        CHECK(is_one_sentence(finished.err));
    }
}

TEST_CASE("a file is opened in the window: without a display that is said", "[cli][opening]") {
    Scene scene;
    scene.environment["DISPLAY"] = "";
    scene.environment["WAYLAND_DISPLAY"] = "";
    const Finished finished = scene.run({scene.put("log.json", R"({"sessions": [], "checkins": []})")});
    CHECK(finished.status == 4);
    CHECK(is_one_sentence(finished.err));
}

TEST_CASE("a folder and a log among the files of an import are refused by name", "[cli][opening]") {
    const Scene scene;
    REQUIRE(scene.run({"log", "calf", "--side", "left", "--pressure", "3"}).status == 0);
    std::filesystem::create_directory(scene.path("data"));
    const Finished finished = scene.run({"import", scene.path("data"), scene.db, scene.path("gone.csv")});
    CHECK(finished.status == 1);
    CHECK(finished.err.find("data: this is a folder; name the files in it") != std::string::npos);
    CHECK(finished.err.find("a log of another machine is joined by itself") != std::string::npos);
    CHECK(finished.err.find("gone.csv: it cannot be read") != std::string::npos);
    CHECK(finished.err.find("Nothing was imported.") != std::string::npos);
}
