#include "tests/support/checkers.h"
#include "tests/support/scene.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <regex>
#include <sstream>

using namespace unknot::tests;

namespace {

std::vector<std::string> lines_of(const std::string& text) {
    std::vector<std::string> lines;
    std::istringstream in(text);
    for (std::string line; std::getline(in, line);) {
        lines.push_back(line);
    }
    return lines;
}

/// What the program itself offers for the last of these words.
std::vector<std::string> offered(std::vector<std::string> words) {
    words.insert(words.begin(), {"completion", "candidates", "--"});
    std::vector<std::string> texts;
    for (const std::string& line : lines_of(run_program(words).out)) {
        texts.push_back(line.substr(0, line.find('\t')));
    }
    return texts;
}

bool holds(const std::vector<std::string>& all, const std::string& one) {
    return std::find(all.begin(), all.end(), one) != all.end();
}

/// What bash offers once it has read the script; compopt works in a real completion only.
std::vector<std::string> offered_by_bash(const std::string& words, int last) {
    const std::string script = "compopt() { echo \"compopt $*\"; }; source <(" UNKNOT_PROGRAM
                               " completion bash); COMP_WORDS=(" UNKNOT_PROGRAM " " +
                               words + "); COMP_CWORD=" + std::to_string(last) +
                               "; _unknot; printf '%s\\n' \"${COMPREPLY[@]}\"";
    const Finished finished = run_command({checker("bash"), "-c", script});
    CHECK(finished.err.empty());
    return lines_of(finished.out);
}

/// The verbs that --help lists.
std::vector<std::string> verbs() {
    const std::string help = run_program({"--help"}).out;
    std::vector<std::string> found;
    bool listing = false;
    for (const std::string& line : lines_of(help)) {
        listing = listing || line == "Subcommands:";
        std::smatch match;
        if (listing && std::regex_search(line, match, std::regex("^  ([a-z]+) "))) {
            found.push_back(match[1]);
        }
    }
    REQUIRE(found.size() >= 13);
    return found;
}

std::vector<std::string> options_of(const std::vector<std::string>& words) {
    const std::string help = run_program(words).out;
    const std::regex option("^  (?:-[a-zA-Z],)?(--[a-z-]+)");
    std::vector<std::string> found;
    for (const std::string& line : lines_of(help)) {
        std::smatch match;
        if (std::regex_search(line, match, option)) {
            found.push_back(match[1]);
        }
    }
    REQUIRE_FALSE(found.empty());
    return found;
}

}  // namespace

TEST_CASE("every verb and every option that --help names is completed", "[cli][completion]") {
    for (const std::string& verb : verbs()) {
        INFO(verb);
        CHECK(holds(offered({verb.substr(0, 2)}), verb));
        const auto of_verb = offered({verb, "-"});
        for (const std::string& option : options_of({verb, "--help"})) {
            INFO(option);
            CHECK(holds(of_verb, option));
        }
    }
}

TEST_CASE("every verb and every option that --help names stands in the manual page", "[cli][man]") {
    const std::string page =
        std::regex_replace(content_of(in_source("assets/unknot.1")), std::regex(R"(\\-)"), "-");
    REQUIRE(page.size() > 1000);
    for (const std::string& option : options_of({"--help"})) {
        INFO(option);
        CHECK(page.find(option) != std::string::npos);
    }
    for (const std::string& verb : verbs()) {
        INFO(verb);
        CHECK(page.find(".SS unknot " + verb) != std::string::npos);
        for (const std::string& option : options_of({verb, "--help"})) {
            INFO(option);
            CHECK(page.find(option) != std::string::npos);
        }
    }
}

TEST_CASE("values are completed where they are a list", "[cli][completion]") {
    CHECK(offered({"log", "upper"}) ==
          std::vector<std::string>{"upper_trapezius", "upper_arm_front", "upper_arm_back"});
    CHECK(offered({"log", "calf", "--side", "l"}) == std::vector<std::string>{"left"});
    CHECK(offered({"log", "calf", "--side", "=", "l"}) == std::vector<std::string>{"left"});
    CHECK(offered({"checkin", "calf", "1"}) == std::vector<std::string>{"1", "10"});
    CHECK(offered({"checkin", "calf", "1", "--symptoms", "n"}) ==
          std::vector<std::string>{"none", "numbness", "new_weakness"});
    CHECK(offered({"checkin", "calf", "1", "--symptoms", "warmth,sw"}) ==
          std::vector<std::string>{"warmth,swelling"});
    CHECK(offered({"--db", "x.db", "export", "--format", ""}) ==
          std::vector<std::string>{"pdf", "csv", "json", "xlsx", "fhir", "all"});
    CHECK(offered({"list", "s"}) == std::vector<std::string>{"sessions"});
    CHECK(offered({"import", "a.json", ""}) == std::vector<std::string>{":files"});
    CHECK(offered({"delete", "x", ""}).empty());
    CHECK(offered({"nonsense", ""}).size() > 10);
}

TEST_CASE("bash completes verbs, options, values and files", "[cli][completion]") {
    CHECK(offered_by_bash("ch", 1) == std::vector<std::string>{"checkin", "check", "chart"});
    CHECK(offered_by_bash("log calf --si", 3) == std::vector<std::string>{"--side"});
    CHECK(offered_by_bash("log calf --side r", 4) == std::vector<std::string>{"right"});
    CHECK(offered_by_bash("import ''", 2).front() == "compopt -o default");
}

TEST_CASE("zsh reads its script and completes a verb", "[cli][completion]") {
    const std::string script =
        "compdef() { :; }; _describe() { print -rl -- $values; }; _files() { print files; }\n"
        "source <(" UNKNOT_PROGRAM
        " completion zsh)\n"
        "words=(" UNKNOT_PROGRAM
        " checkin calf --side le); CURRENT=5; _unknot\n"
        "words=(" UNKNOT_PROGRAM " import ''); CURRENT=3; _unknot";
    const Finished finished = run_command({checker("zsh"), "-f", "-c", script});
    CHECK(finished.err.empty());
    CHECK(finished.out == "left:\nfiles\n");
}

TEST_CASE("fish reads its script and completes a verb", "[cli][completion]") {
    const std::string program = UNKNOT_PROGRAM;
    const Scene scene;  // fish wants a home
    const std::string folder = program.substr(0, program.rfind('/'));
    const std::string script = "set -x PATH " + folder + " $PATH; unknot completion fish | source; " +
                               "complete -C 'unknot checkin calf --side le'";
    const Finished finished =
        run_command({checker("fish"), "-N", "-c", script}, {{"HOME", scene.folder.path()}});
    CHECK(finished.out == "left\n");
}
