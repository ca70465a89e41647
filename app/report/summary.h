#pragma once

#include "app/charts/series.h"
#include "app/domain/snapshot.h"
#include "app/guidance/answered.h"
#include "app/report/flag_rows.h"
#include "app/report/selection.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace unknot::report {

/// How many days soreness took to settle after the session-days of a track: to the first rating at or below
/// the settled line, before the next session-day.
struct SettleDays {
    std::optional<int> usual;  ///< the middle one of those that settled, the lower of two; empty = not known
    std::optional<int> longest;  ///< empty = not known
    bool not_by_then = false;    ///< `longest` is the day of the last rating, which was still above the line
};

/// A track over the days asked for. What is empty was not recorded: never zero.
struct AreaSummary {
    TrackKey key;
    std::size_t sessions = 0;          ///< those on both sides count for each
    std::int64_t seconds = 0;          ///< of the sessions whose duration was recorded
    std::size_t without_duration = 0;  ///< sessions

    std::optional<PressureLevel> usual_pressure;  ///< the middle session's, the lower of two
    std::optional<PressureLevel> highest_pressure;

    // Soreness after a session: the highest rating with follow-up day 1 or 2, one for each session-day.
    std::optional<Soreness> usual_soreness;  ///< the middle one, the lower of two
    std::optional<Soreness> worst_soreness;
    std::optional<Soreness> latest_soreness;

    SettleDays settled;
    guidance::AnsweredDays answered;
    guidance::State state = guidance::State::no_sessions;  ///< now, whatever the days asked for
    guidance::Tier tier = guidance::Tier::none;            ///< now
    std::optional<Soreness> starting_level;                ///< of the current episode; empty = not known
};

/// A report of warning signs, or of a reason to leave an area out.
struct SignReport {
    Instant at;
    std::string area;
    Side side = Side::left;
    Symptoms symptoms;
    Sensations sensations;  ///< those that are warning signs
    Screenings screenings;
};

/// The numbers of a report's first page, for the part of a log asked for. Every one rests on the records of
/// that part alone; only where soreness started and which session a rating follows comes from the whole log.
struct Summary {
    LocalDay first;  ///< the days asked for; else the first record's, today where there is none
    LocalDay last;   ///< the days asked for; else today
    LocalDay today;
    std::size_t sessions = 0;
    std::size_t checkins = 0;
    std::vector<AreaSummary> areas;           ///< every track with a record; what matters most first
    std::vector<charts::TrackSeries> series;  ///< of the same tracks in the same order, over the whole log
    std::vector<FlagRow> flags;      ///< of the whole person first, then open before ended, most serious
                                     ///< first, latest first
    std::vector<SignReport> signs;   ///< latest first
    std::size_t signs_answered = 0;  ///< check-ins that answered the question about warning signs
    std::size_t signs_not_answered = 0;
    std::vector<std::size_t> not_settled;  ///< into `areas`: not known to have settled, so "none" is not said

    [[nodiscard]] std::size_t open_flags() const;
};

[[nodiscard]] Summary summarize(const Snapshot& snapshot, const Selection& selection, const Instant& as_of);

}  // namespace unknot::report
