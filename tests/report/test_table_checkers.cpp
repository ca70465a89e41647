#include "tests/report/rooms.h"
#include "tests/support/checkers.h"

#include <catch2/catch_test_macros.hpp>

#include <array>
#include <fstream>

using namespace unknot::tests;

namespace {

Finished miller(const std::string& file) {
    return run_command({checker("mlr"), "--icsv", "--ojson", "cat", file});
}

Finished table_schema(const std::string& folder) {
    return run_command({"node", in_source("tests/npm/check_tables.mjs"), npm_modules(), folder});
}

void replace(const std::string& file, const std::string& what, const std::string& with) {
    std::string content = content_of(file);
    const std::size_t at = content.find(what);
    REQUIRE(at != std::string::npos);
    std::ofstream(file, std::ios::binary) << content.replace(at, what.size(), with);
}

}  // namespace

TEST_CASE("Miller reads the tables, and rejects one with a ragged row", "[report][csv]") {
    (void)checker("mlr");
    const Scene scene;
    put_odd_log(scene, "two\nlines, and a \"quote\"");
    const std::string out = scene.path("out");
    REQUIRE(scene.run({"export", "--format", "csv", "--notes", "-o", out}).status == 0);
    for (const std::string name : {"sessions.csv", "checkins.csv", "flags.csv"}) {
        const Finished finished = miller(out + "/" + name);
        INFO(name << finished.err);
        CHECK(finished.status == 0);
    }
    CHECK(miller(out + "/checkins.csv").out.find("two\\nlines, and a \\\"quote\\\"") != std::string::npos);
    CHECK(miller(scene.put("ragged.csv", "a,b\r\n1,2\r\n3\r\n")).status != 0);
}

TEST_CASE("the tables follow their Table Schema, and one that does not is rejected", "[report][csv]") {
    (void)npm_modules();
    const Scene scene;
    put_odd_log(scene, "two\nlines, and a \"quote\"");
    int number = 0;
    const auto fresh = [&] {
        const std::string out = scene.path("out" + std::to_string(number++));
        REQUIRE(scene.run({"export", "--format", "csv", "--notes", "-o", out}).status == 0);
        return out;
    };
    const Finished finished = table_schema(fresh());
    INFO(finished.out << finished.err);
    CHECK(finished.status == 0);
    const std::vector<std::array<std::string, 3>> broken{
        {"sessions.csv", ",left,2,", ",left,6,"},               // beyond the scale
        {"sessions.csv", ",left,", ",top,"},                    // none of the names
        {"sessions.csv", "2026-03-01T10:00:00.250+05:30", ""},  // required
        {"checkins.csv", ",numbness,", ",numbness;fear,"},      // none of the signs
        {"checkins.csv", "'=c2,", "'=c1,"},                     // the same id twice
        {"flags.csv", ",pause,", ",alarm,"}};
    for (const auto& [file, what, with] : broken) {
        const std::string out = fresh();
        replace(out + "/" + file, what, with);
        INFO(file << ": " << with);
        CHECK(table_schema(out).status == 1);
    }
}
