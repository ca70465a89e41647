#include "app/views/log/timer.h"

#include "app/domain/scales.h"

#include <algorithm>

namespace unknot::views {

namespace {

/// Milliseconds since the running stretch began, getting ready included. A clock set back counts as none.
std::int64_t stretch_ms(const Timer& timer, const Instant& now) {
    return timer.running_since ? std::max<std::int64_t>(0, now.utc_ms - timer.running_since->utc_ms) : 0;
}

std::int64_t pressing_ms(const Timer& timer, const Instant& now) {
    const std::int64_t ready_ms = std::int64_t{timer.get_ready_s} * 1000;
    return timer.before_ms + std::max<std::int64_t>(0, stretch_ms(timer, now) - ready_ms);
}

}  // namespace

std::int32_t elapsed_seconds(const Timer& timer, const Instant& now) {
    return static_cast<std::int32_t>(
        std::min<std::int64_t>(pressing_ms(timer, now) / 1000, Duration::longest_seconds));
}

std::int32_t ready_seconds_left(const Timer& timer, const Instant& now) {
    if (!timer.running_since) {
        return 0;
    }
    const std::int64_t left = std::int64_t{timer.get_ready_s} * 1000 - stretch_ms(timer, now);
    // Rounded up: "1" stands until pressing begins.
    return static_cast<std::int32_t>(std::max<std::int64_t>(0, (left + 999) / 1000));
}

bool before_goal(const Timer& timer, const Instant& now) {
    return timer.running_since && timer.goal_s && elapsed_seconds(timer, now) < *timer.goal_s;
}

bool just_reached_goal(const Timer& timer, const Instant& now) {
    constexpr std::int32_t stays_s = 2;
    const std::int32_t over = elapsed_seconds(timer, now) - timer.goal_s.value_or(0);
    return timer.running_since && timer.goal_s && over >= 0 && over < stays_s;
}

std::optional<Instant> wants_frame_at(const Timer& timer, const Instant& now) {
    if (!timer.running_since || elapsed_seconds(timer, now) >= Duration::longest_seconds) {
        return std::nullopt;
    }
    // Both counts change on whole seconds; which one runs does not matter, a stretch of getting ready is
    // whole seconds long.
    const std::int64_t shown = timer.before_ms + stretch_ms(timer, now);
    return Instant{now.utc_ms + 1000 - shown % 1000, now.offset_minutes};
}

TimerQuestion question_at(std::int32_t elapsed_s) {
    constexpr std::int32_t stays_s = 20;
    constexpr std::int32_t questions = 3;
    return static_cast<TimerQuestion>(elapsed_s / stays_s % questions);
}

void start(Timer& timer, const Instant& now, std::int32_t get_ready_s) {
    const auto goal = timer.goal_s;
    timer = Timer{};
    timer.goal_s = goal;
    timer.get_ready_s = get_ready_s;
    timer.running_since = now;
}

void pause(Timer& timer, const Instant& now) {
    timer.before_ms = pressing_ms(timer, now);
    timer.get_ready_s = 0;
    timer.running_since.reset();
}

void resume(Timer& timer, const Instant& now) {
    timer.running_since = now;
}

}  // namespace unknot::views
