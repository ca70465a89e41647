#pragma once

#include "app/charts/axis.h"
#include "app/charts/series.h"

#include <array>
#include <optional>
#include <vector>

/// The numbers behind "dose and response" and "after a back-off". They count what was logged; they never say
/// that one thing caused another.
namespace unknot::charts {

/// Whether a session-day's soreness was at or below its settled line within two days.
enum class Settling : std::uint8_t {
    in_two_days,  ///< the last rating of days 1 and 2 is at or below the line
    longer,       ///< it is above the line on day 2, or a later one before the next session-day is
    not_known,    ///< not rated, or rated above the line on day 1 only; never counted
};

/// A session-day and what followed it, until the next session-day began.
struct Outcome {
    std::size_t day = 0;  ///< into TrackSeries::days
    Settling settling = Settling::not_known;
    std::optional<double> dose;    ///< pressure level × minutes, summed over its sessions; empty where a
                                   ///< session's duration was not recorded
    std::optional<Soreness> peak;  ///< the highest rating with follow-up day 1 or 2
};

/// One outcome for each session-day whose first session is in the window.
[[nodiscard]] std::vector<Outcome> outcomes_of(const TrackSeries& series, const TimeWindow& window);

/// Of the session-days at one pressure level.
struct LevelCount {
    int settled = 0;    ///< in two days
    int known = 0;      ///< settled or longer
    int not_known = 0;  ///< beside those

    [[nodiscard]] int all() const { return known + not_known; }
};

/// By pressure level, 1 first. A session-day counts at its highest level.
using LevelCounts = std::array<LevelCount, 5>;
[[nodiscard]] LevelCounts counts_of(const TrackSeries& series, const std::vector<Outcome>& outcomes);

/// So many known outcomes must be on either side before two groups are compared at all: with fewer a single
/// session decides. Ours; the article gives no number.
constexpr int least_to_compare = 3;

/// The lightest level from which on sessions were followed by soreness that lingered more often than not,
/// while below it at most a quarter were. Nothing where the counts do not tell the levels apart or are too
/// few.
[[nodiscard]] std::optional<PressureLevel> lingers_from(const LevelCounts& counts);

/// What was done after a flag that asked for less, beside what was suggested.
enum class AfterFlag : std::uint8_t {
    no_session,  ///< none yet
    rested,      ///< none until it had settled
    within,      ///< a session within what was suggested
    sooner,      ///< a session before it had settled although rest was suggested
    harder,      ///< a session above the suggested pressure or duration
};

/// A stretch of days flagged ease off or higher, and what came of it.
struct BackOff {
    LocalDay from;
    guidance::Tier tier = guidance::Tier::ease_off;  ///< on the first day
    guidance::Next suggested;                        ///< on the first day
    AfterFlag done = AfterFlag::no_session;
    std::optional<LocalDay> next_session;  ///< the first session-day after `from`
    std::optional<LocalDay> settled_on;    ///< the first later day on which a rating was at or below the line
};

/// Every such stretch that begins in the window, oldest first. Asks the rules again for each, so: once a
/// snapshot, not once a frame.
[[nodiscard]] std::vector<BackOff> back_offs_of(const Snapshot& snapshot, const TrackSeries& series,
                                                const TimeWindow& window);

}  // namespace unknot::charts
