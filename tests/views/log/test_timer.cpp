#include "app/views/log/form.h"
#include "app/views/log/timer.h"
#include "tests/support/log_facts.h"

#include <catch2/catch_test_macros.hpp>

using namespace unknot;
using namespace unknot::views;
using namespace unknot::tests;

namespace {

const Instant begin = local("2026-11-21T18:00");

Instant after(std::int64_t seconds) {
    return plus_seconds(begin, seconds);
}

}  // namespace

TEST_CASE("the timer counts down to ready, then up", "[views][log]") {
    Timer timer;
    start(timer, begin, 5);
    CHECK(ready_seconds_left(timer, begin) == 5);
    CHECK(elapsed_seconds(timer, after(5)) == 0);
    CHECK(ready_seconds_left(timer, after(5)) == 0);
    CHECK(elapsed_seconds(timer, after(65)) == 60);
}

TEST_CASE("a paused timer stands still and goes on where it stood", "[views][log]") {
    Timer timer;
    start(timer, begin, 5);
    pause(timer, after(35));
    CHECK(elapsed_seconds(timer, after(1000)) == 30);
    CHECK_FALSE(wants_frame_at(timer, after(1000)).has_value());
    resume(timer, after(1000));
    CHECK(ready_seconds_left(timer, after(1000)) == 0);
    CHECK(elapsed_seconds(timer, after(1010)) == 40);
}

TEST_CASE("a running timer wants a frame when its clock changes, once a second", "[views][log]") {
    Timer timer;
    start(timer, begin, 5);
    CHECK(wants_frame_at(timer, begin) == after(1));
    Instant between = after(6);
    between.utc_ms += 400;
    CHECK(wants_frame_at(timer, between) == after(7));
    pause(timer, between);
    resume(timer, after(60));
    Instant expected = after(60);
    expected.utc_ms += 600;  // 1.4 s were counted
    CHECK(wants_frame_at(timer, after(60)) == expected);
}

TEST_CASE("the time that was set is reached once, and for a moment only", "[views][log]") {
    Timer timer;
    timer.goal_s = 60;
    CHECK_FALSE(just_reached_goal(timer, after(100)));
    start(timer, begin, 5);
    CHECK(before_goal(timer, after(64)));
    CHECK_FALSE(just_reached_goal(timer, after(64)));
    CHECK_FALSE(before_goal(timer, after(65)));
    CHECK(just_reached_goal(timer, after(65)));
    CHECK(just_reached_goal(timer, after(66)));
    CHECK_FALSE(just_reached_goal(timer, after(67)));
    pause(timer, after(66));
    CHECK_FALSE(before_goal(timer, after(66)));
    CHECK_FALSE(just_reached_goal(timer, after(66)));
    Timer without;
    start(without, begin, 0);
    CHECK_FALSE(before_goal(without, after(1)));
    CHECK_FALSE(just_reached_goal(without, after(1)));
}

TEST_CASE("a timer that was forgotten ends at the longest session and asks for no more frames",
          "[views][log]") {
    Timer timer;
    start(timer, begin, 5);
    CHECK(elapsed_seconds(timer, after(100'000)) == Duration::longest_seconds);
    CHECK_FALSE(wants_frame_at(timer, after(100'000)).has_value());
}

TEST_CASE("a clock that is set back loses no counted time", "[views][log]") {
    Timer timer;
    start(timer, begin, 0);
    pause(timer, after(30));
    resume(timer, after(40));
    CHECK(elapsed_seconds(timer, after(-3600)) == 30);
}

TEST_CASE("the quiet questions follow each other", "[views][log]") {
    CHECK(question_at(0) == TimerQuestion::breathing);
    CHECK(question_at(20) == TimerQuestion::tensing);
    CHECK(question_at(40) == TimerQuestion::too_sharp);
    CHECK(question_at(60) == TimerQuestion::breathing);
}

TEST_CASE("Done fills in the time and what was marked, beside what was answered", "[views][log]") {
    LogState state;
    state.draft.sensations = Sensations{Sensation::numbness};
    start(state.timer, begin, 5);
    state.timer.marked.insert(Sensation::tensed);
    finish_timer(state, after(5 + 134));
    CHECK(state.draft.duration_text == "2:14");
    CHECK(state.draft.sensations == Sensations{Sensation::numbness, Sensation::tensed});
    CHECK(state.timer == Timer{});
}

TEST_CASE("a timer without marks answers nothing, and one that never counted fills in no time",
          "[views][log]") {
    LogState state;
    start(state.timer, begin, 5);
    finish_timer(state, after(3));
    CHECK(state.draft == LogDraft{});
}
