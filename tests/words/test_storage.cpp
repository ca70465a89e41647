#include "app/words/storage.h"

#include <catch2/catch_test_macros.hpp>

#include <set>

using namespace unknot;

TEST_CASE("every problem of a log has a sentence of its own", "[words]") {
    const words::Catalogue english;
    std::set<std::string> sentences;
    for (int number = 0; number <= static_cast<int>(Problem::not_ours); ++number) {
        Failure failure;
        failure.problem = static_cast<Problem>(number);
        failure.file = "/home/me/log.db";
        failure.id = "s1";
        failure.system = "Input/output error";
        failure.refusals = {{Field::pressure, Reason::pressure_range, "6", {}}};
        const std::string text = words::sentence(english, failure);
        INFO("problem " << number << ": " << text);
        CHECK_FALSE(text.empty());
        CHECK((text.back() == '.' || text.back() == ')'));
        CHECK(sentences.insert(text).second);
        if (!is_about_input(failure.problem)) {
            CHECK(text.find("/home/me/log.db") != std::string::npos);
        }
    }
}

TEST_CASE("where nobody can tell whether it was saved, it is neither called saved nor not saved", "[words]") {
    Failure failure;
    failure.problem = Problem::disk_full;
    failure.unsure = true;
    const std::string text = words::sentence(words::Catalogue(), failure);
    CHECK(text.find("could not be found out") != std::string::npos);
    CHECK(text.find("Not saved") == std::string::npos);
}

TEST_CASE("an undo that cannot tell which record changed names none", "[words]") {
    Failure failure;
    failure.problem = Problem::changed_since;
    CHECK(words::sentence(words::Catalogue(), failure).find("\"\"") == std::string::npos);
}
