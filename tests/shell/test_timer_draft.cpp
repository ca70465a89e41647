#include "app/shell/timer_draft.h"
#include "tests/support/temporary_log.h"

#include <catch2/catch_test_macros.hpp>

using namespace unknot;

TEST_CASE("a running timer is the same after the window was closed", "[shell]") {
    views::Timer timer;
    timer.running_since = tests::test_now();
    timer.before_ms = 61'000;
    timer.get_ready_s = 5;
    timer.goal_s = 180;
    timer.marked = {Sensation::tensed, Sensation::too_sharp};
    CHECK(shell::timer_from_json(shell::timer_to_json(timer)) == timer);
    CHECK(shell::timer_from_json(shell::timer_to_json({})) == views::Timer{});
}

TEST_CASE("a timer's file that says something else begins no timer", "[shell]") {
    for (const char* text : {"", "[]", "{", R"({"running_since": 5, "before_ms": -1, "goal_s": "x"})",
                             R"({"before_ms": 1e300, "marked": 99999999999})"}) {
        INFO(text);
        CHECK_FALSE(shell::timer_from_json(text).begun());
    }
}
