#include "tests/fuzz/fuzzers.h"
#include "tests/support/temporary_log.h"

#include <catch2/catch_test_macros.hpp>

#include <filesystem>
#include <fstream>
#include <random>
#include <sstream>

using namespace unknot::tests;

namespace {

std::vector<std::string> kept_inputs(std::string_view name) {
    std::vector<std::string> inputs;
    const auto folder = std::filesystem::path(UNKNOT_TEST_SOURCES) / "fuzz" / "corpus" / name;
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        std::ifstream in(entry.path(), std::ios::binary);
        std::ostringstream out;
        out << in.rdbuf();
        inputs.push_back(out.str());
    }
    return inputs;
}

/// A small change such as a damaged or hostile file has.
std::string changed(std::string input, std::mt19937& chance) {
    for (int i = 0; i < 3 && !input.empty(); ++i) {
        const std::size_t at = chance() % input.size();
        switch (chance() % 4) {
            case 0: input[at] = static_cast<char>(chance()); break;
            case 1: input.erase(at, chance() % 8 + 1); break;
            case 2: input.insert(at, input.substr(at, chance() % 16)); break;
            default: input.resize(at); break;
        }
    }
    return input;
}

}  // namespace

TEST_CASE("no kept input, and no small change of one, ends a parser", "[fuzz]") {
    std::mt19937 chance(20260307);  // the same each time
    for (const Fuzzer& fuzzer : fuzzers) {
        const auto inputs = kept_inputs(fuzzer.name);
        INFO(fuzzer.name);
        REQUIRE_FALSE(inputs.empty());
        for (const std::string& input : inputs) {
            fuzzer.one(input);
            for (int i = 0; i < fuzzer.changes; ++i) {
                fuzzer.one(changed(input, chance));
            }
        }
    }
    SUCCEED();
}
