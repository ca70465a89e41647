#include "tests/support/checkers.h"

#include <catch2/catch_test_macros.hpp>

#include <cstdlib>
#include <filesystem>

namespace unknot::tests {

namespace {

std::string present(const std::string& path, const std::string& program) {
    const char* ci = std::getenv("CI");
    if (!std::filesystem::exists(path)) {
        if (ci != nullptr && std::string(ci) == "true") {
            FAIL(program << " is not installed");
        }
        SKIP(program << " is not installed");
    }
    return path;
}

}  // namespace

std::string checker(const std::string& program) {
    return present("/usr/bin/" + program, program);
}

std::string npm_checker(const std::string& program) {
    return present(in_source("build/npm/node_modules/.bin/" + program), program);
}

std::string in_source(const std::string& path) {
    return std::string(UNKNOT_TEST_SOURCES) + "/../" + path;
}

}  // namespace unknot::tests
