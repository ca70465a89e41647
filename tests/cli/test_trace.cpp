#include "tests/support/program.h"
#include "tests/support/temporary_log.h"

#include <catch2/catch_test_macros.hpp>
#include <nlohmann/json.hpp>

#include <fstream>
#include <set>
#include <sstream>

#include <sys/stat.h>

using namespace unknot::tests;

namespace {

std::string content_of(const std::filesystem::path& file) {
    std::ostringstream text;
    text << std::ifstream(file).rdbuf();
    return text.str();
}

}  // namespace

TEST_CASE("with --trace it says what took how long, in the form that trace viewers read", "[cli]") {
    const TemporaryFolder folder;
    const auto file = folder.path() / "trace.json";
    const Finished flags = run_program({"--db", folder.path() / "log.db", "demo", "--like", "week"}, {});
    REQUIRE(flags.status == 0);
    REQUIRE(run_program({"--db", folder.path() / "log.db", "--trace", file, "flags"}, {}).status == 0);
    const auto events = nlohmann::json::parse(content_of(file));
    std::set<std::string> names;
    for (const auto& event : events) {
        names.insert(event.at("name").get<std::string>());
        CHECK(event.at("ts").is_number_integer());
        CHECK((event.at("ph") == "i" || (event.at("ph") == "X" && event.at("dur") >= 0)));
    }
    for (const std::string name : {"open log", "read log", "guidance", "verb"}) {
        CHECK(names.contains(name));
    }
    struct stat status {};
    REQUIRE(stat(file.c_str(), &status) == 0);
    CHECK((status.st_mode & 0777) == 0600);
}

TEST_CASE("with --trace it never writes over a file, and then nothing is done", "[cli]") {
    const TemporaryFolder folder;
    const auto file = folder.path() / "mine.json";
    std::ofstream(file) << "mine";
    const Finished refused =
        run_program({"--db", folder.path() / "log.db", "--trace", file, "demo", "--like", "week"}, {});
    CHECK(refused.status == 1);
    CHECK(refused.err.find("mine.json could not be begun: File exists") != std::string::npos);
    CHECK(content_of(file) == "mine");
    CHECK_FALSE(std::filesystem::exists(folder.path() / "log.db"));
}
