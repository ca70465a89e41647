#include "tests/support/guidance_case.h"

#include <catch2/catch_test_macros.hpp>

#include <iostream>
#include <map>
#include <sstream>

using namespace unknot::tests;
using nlohmann::json;

TEST_CASE("the rules give the expected answer for every worked case", "[guidance]") {
    const json vectors = json::parse(test_data("guidance/vectors.json"));
    REQUIRE(vectors["vectors"].size() == 59);
    for (const json& vector : vectors["vectors"]) {
        const json got = answer_of(snapshot_of(vector["log"]), vector["as_of"]);
        const json& expected = vector["expect"];
        INFO(vector["id"] << " " << vector["title"]);
        CHECK(got["global"] == expected["global"]);
        CHECK(got["ignored_future"] == expected["ignored_future"]);
        CHECK(got["tracks"].size() == expected["tracks"].size());
        for (const auto& [key, track] : expected["tracks"].items()) {
            for (const auto& [name, value] : track.items()) {
                INFO(key << " " << name);
                CHECK(got["tracks"][key].value(name, json()) == value);
            }
        }
    }
}

TEST_CASE("the rules agree with the reference model on thousands of random histories", "[guidance][corpus]") {
    std::istringstream lines(test_data("guidance/corpus.jsonl.gz"));
    std::string line;
    std::size_t histories = 0;
    std::size_t sessions = 0;
    std::size_t disagreeing = 0;
    std::size_t over_time = 0;
    std::map<std::string, int> met;
    while (std::getline(lines, line)) {
        const json one = json::parse(line);
        const auto snapshot = snapshot_of(one["log"]);
        ++histories;
        sessions += one["log"]["sessions"].size();
        std::string wrong = differences(answer_of(snapshot, one["as_of"]), one["expect"]);
        if (one.contains("history")) {
            ++over_time;
            wrong += differences(history_of(snapshot, one["last_day"]), one["history"]);
        }
        if (!wrong.empty() && ++disagreeing <= 3) {
            UNSCOPED_INFO("history " << histories << ": " << wrong.substr(0, 2000));
        }
        for (const auto& [key, track] : one["expect"]["tracks"].items()) {
            ++met["state " + track["state"].get<std::string>()];
            ++met["action " + track["action"].get<std::string>()];
            for (const json& flag : track["flags"]) {
                ++met[flag.get<std::string>()];
            }
        }
        for (const json& flag : one["expect"]["global"]) {
            ++met["whole person " + flag.get<std::string>()];
        }
    }
    CHECK(disagreeing == 0);
    CHECK(histories >= 5000);
    CHECK(over_time >= 400);
    std::cout << histories << " histories, " << sessions << " sessions, " << over_time
              << " with flags over time\n";
    for (const auto& [what, count] : met) {
        std::cout << "  " << what << " " << count << "\n";
        INFO(what << " was met only " << count << " times");
        CHECK(count >= 100);
    }
    CHECK(sessions >= histories * 20);
}
