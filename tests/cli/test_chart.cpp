#include "tests/support/program.h"
#include "tests/support/temporary_log.h"

#include <catch2/catch_test_macros.hpp>

#include <filesystem>
#include <fstream>

#include <sys/stat.h>

using namespace unknot::tests;

namespace {

/// A log of its own with one session, on 7 March 2026.
struct Scene {
    TemporaryFolder folder;
    std::string db = folder.path() / "log.db";

    Scene() {
        const auto logged = run({"log", "calf", "--side", "left", "--pressure", "3", "--minutes", "5"});
        REQUIRE(logged.status == 0);
    }

    [[nodiscard]] Finished run(std::vector<std::string> arguments) const {
        arguments.insert(arguments.begin(), {"--db", db});
        return run_program(arguments, {{"UNKNOT_NOW", "2026-03-07T20:00:00+01:00"}, {"TZ", "Europe/Berlin"}});
    }
    [[nodiscard]] std::string file(const std::string& name) const { return folder.path() / name; }
};

std::string first_bytes(const std::string& file, std::size_t count) {
    std::ifstream in(file, std::ios::binary);
    std::string bytes(count, '\0');
    in.read(bytes.data(), static_cast<std::streamsize>(count));
    return bytes;
}

}  // namespace

TEST_CASE("chart writes a private file of the format that its name says", "[cli]") {
    const Scene scene;
    for (const auto& [name, begins] :
         {std::pair{"a.svg", "<?xml"}, {"a.png", "\x89PNG"}, {"a.pdf", "%PDF-"}}) {
        const auto drawn = scene.run({"chart", "calf", "-o", scene.file(name)});
        CHECK(drawn.status == 0);
        CHECK(drawn.err.empty());
        CHECK(first_bytes(scene.file(name), std::string(begins).size()) == begins);
        struct stat status {};
        REQUIRE(stat(scene.file(name).c_str(), &status) == 0);
        CHECK((status.st_mode & 0777) == 0600);
    }
}

TEST_CASE("chart never writes over a file", "[cli]") {
    const Scene scene;
    std::ofstream(scene.file("mine.svg")) << "mine";
    const auto drawn = scene.run({"chart", "calf", "-o", scene.file("mine.svg")});
    CHECK(drawn.status == 1);
    CHECK(drawn.err.find("mine.svg was not written") != std::string::npos);
    CHECK(first_bytes(scene.file("mine.svg"), 4) == "mine");
}

TEST_CASE("chart refuses what it cannot draw, in one sentence, and writes nothing", "[cli]") {
    const Scene scene;
    const auto refused = [&](std::vector<std::string> arguments, const std::string& because) {
        arguments.insert(arguments.begin(), "chart");
        const auto drawn = scene.run(arguments);
        CHECK(drawn.status == 1);
        CHECK(drawn.err.find(because) != std::string::npos);
        CHECK_FALSE(std::filesystem::exists(scene.file("a.svg")));
    };
    refused({"calf", "-o", scene.file("a.jpeg")}, ".svg, .png or .pdf");
    refused({"calv", "-o", scene.file("a.svg")}, "calf");
    refused({"calf", "--side", "center", "-o", scene.file("a.svg")}, "left");
    refused({"calf", "--from", "2026-03-05", "--to", "2026-03-01", "-o", scene.file("a.svg")},
            "before it begins");
    refused({"calf", "--from", "03/04/2026", "-o", scene.file("a.svg")}, "write it like 2026-03-07");
}

TEST_CASE("chart draws every side that has records unless one is named", "[cli]") {
    const Scene scene;
    REQUIRE(scene.run({"checkin", "calf", "--side", "right", "4"}).status == 0);
    REQUIRE(scene.run({"chart", "calf", "-o", scene.file("both.svg")}).status == 0);
    REQUIRE(scene.run({"chart", "calf", "--side", "left", "-o", scene.file("left.svg")}).status == 0);
    CHECK(std::filesystem::file_size(scene.file("both.svg")) >
          std::filesystem::file_size(scene.file("left.svg")));
}
