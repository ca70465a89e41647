#pragma once

#include "app/domain/answers.h"
#include "app/domain/instant.h"

#include <cstdint>
#include <optional>

namespace unknot::views {

/// The timer of a session. It lives on the wall clock, so that it survives closing the window. Pure: the time
/// comes in.
struct Timer {
    std::optional<Instant> running_since;  ///< of the stretch that runs now; empty: paused or not begun
    std::int64_t before_ms = 0;            ///< of the stretches before
    std::int32_t get_ready_s = 0;          ///< still to wait when `running_since` began: counted down first
    std::optional<std::int32_t> goal_s;    ///< for the bar; reaching it ends nothing
    Sensations marked;                     ///< what was marked while it ran

    [[nodiscard]] bool begun() const { return running_since.has_value() || before_ms > 0; }

    friend bool operator==(const Timer&, const Timer&) = default;
};

/// Seconds of pressing so far, 0 while getting ready; stops counting at 4 hours.
[[nodiscard]] std::int32_t elapsed_seconds(const Timer& timer, const Instant& now);
/// Seconds of getting ready that are left, 0 when pressing.
[[nodiscard]] std::int32_t ready_seconds_left(const Timer& timer, const Instant& now);

/// True while the timer runs towards the time that was set.
[[nodiscard]] bool before_goal(const Timer& timer, const Instant& now);
/// True for the two seconds after that time was reached: a machine that slept through it is not late with a
/// sound that nobody could make sense of.
[[nodiscard]] bool just_reached_goal(const Timer& timer, const Instant& now);

/// When the clock shows something else: the window is drawn again then. Nothing where the timer does not run.
[[nodiscard]] std::optional<Instant> wants_frame_at(const Timer& timer, const Instant& now);

/// The quiet questions, asked one after another while pressing (the article's, G9, G10, G12).
enum class TimerQuestion : std::uint8_t { breathing, tensing, too_sharp };

/// Each question stays for 20 seconds of pressing.
[[nodiscard]] TimerQuestion question_at(std::int32_t elapsed_s);

void start(Timer& timer, const Instant& now, std::int32_t get_ready_s);
void pause(Timer& timer, const Instant& now);
void resume(Timer& timer, const Instant& now);

}  // namespace unknot::views
