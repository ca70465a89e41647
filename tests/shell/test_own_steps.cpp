#include "app/shell/own_steps.h"

#include <catch2/catch_test_macros.hpp>

using namespace unknot;
using shell::OwnSteps;

TEST_CASE("taking a choice back leaves alone what it did not change", "[shell]") {
    OwnSteps::Chosen chosen;
    chosen.after.text_scale = 2;
    views::Preferences now = chosen.after;
    now.theme = views::ThemeChoice::dark;  // chosen later, by its key
    const views::Preferences back = shell::taken_back(now, chosen);
    CHECK(back.text_scale == 1);
    CHECK(back.theme == views::ThemeChoice::dark);
}

TEST_CASE("steps of the window are taken back in their order, the log's among them", "[shell]") {
    OwnSteps steps;
    CHECK_FALSE(steps.take());
    OwnSteps::Chosen chosen;
    chosen.after.language = "de";
    steps.chose(chosen);
    steps.changed_log();
    CHECK_FALSE(steps.take());
    REQUIRE(steps.take());
    CHECK_FALSE(steps.take());
    steps.chose(chosen);
    for (std::size_t i = 0; i < OwnSteps::most; ++i) {
        steps.changed_log();
    }
    for (std::size_t i = 0; i <= OwnSteps::most; ++i) {
        CHECK_FALSE(steps.take());  // the choice is older than what is remembered
    }
}
