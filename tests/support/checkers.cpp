#include "tests/support/checkers.h"

#include "tests/support/program.h"

#include <catch2/catch_test_macros.hpp>

#include <cstdlib>
#include <filesystem>

namespace unknot::tests {

namespace {

void require_present(bool there, const std::string& what) {
    if (there) {
        return;
    }
    const char* ci = std::getenv("CI");
    if (ci != nullptr && std::string(ci) == "true") {
        FAIL(what << " is not installed");
    }
    SKIP(what << " is not installed");
}

std::string present(const std::string& path, const std::string& program) {
    require_present(std::filesystem::exists(path), program);
    return path;
}

}  // namespace

std::string checker(const std::string& program) {
    return present("/usr/bin/" + program, program);
}

std::string npm_checker(const std::string& program) {
    return present(in_source("build/npm/node_modules/.bin/" + program), program);
}

std::string npm_modules() {
    // The lock file is copied when all of it is installed.
    (void)present(in_source("build/npm/installed.json"), "the checkers of tests/npm");
    return in_source("build/npm/node_modules");
}

void require_python_module(const std::string& module) {
    require_present(run_command({"python3", "-c", "import " + module}).status == 0, module);
}

std::string in_source(const std::string& path) {
    return std::string(UNKNOT_TEST_SOURCES) + "/../" + path;
}

}  // namespace unknot::tests
