#pragma once

#include "app/domain/snapshot.h"
#include "app/guidance/guidance.h"

#include <optional>
#include <vector>

namespace unknot::charts {

/// A rating as charts show it.
struct RatingPoint {
    RecordId record;
    Instant at;
    double time = 0;  ///< axis_time
    Soreness soreness = *Soreness::of(0);
    bool before_session = false;  ///< a session's soreness-before: a ring, not a dot
    bool late = false;            ///< entered later than the day after

    std::optional<std::size_t> session_day;  ///< into TrackSeries::days: the one it follows
    int follow_up_day = 0;                   ///< as RULES section 2 counts it; 0 = the same day
};

struct SessionPoint {
    RecordId record;
    Instant at;
    double time = 0;
    PressureLevel pressure = PressureLevel::very_light;
    std::optional<Duration> duration;
    std::optional<Sensations> sensations;
    bool late = false;
    bool both_sides = false;  ///< recorded for left and right at once
};

/// A session-day (RULES section 2) with the line that settles what it left.
struct SessionDayPoint {
    LocalDay day;
    std::size_t first_session = 0;  ///< into TrackSeries::sessions
    std::size_t session_count = 0;
    PressureLevel pressure = PressureLevel::very_light;  ///< the highest
    Soreness settled_line = *Soreness::of(2);
    std::optional<Soreness> peak;  ///< the highest rating with follow-up day 1 or 2
};

/// Where one settled line holds: from an episode's first session to the next episode's.
struct SettledSpan {
    double from = 0;
    std::optional<double> to;  ///< empty: still
    Soreness line = *Soreness::of(2);
};

/// Days on which flags stood, none between them without one. `tier` is the highest.
struct FlagSpan {
    guidance::Tier tier = guidance::Tier::info;
    LocalDay from;
    LocalDay to;                            ///< included
    bool open = false;                      ///< still standing today
    std::vector<guidance::FlagCode> codes;  ///< of that tier, in the rules' order
};

/// Everything that is drawn of one track. Made once a snapshot, not once a frame.
struct TrackSeries {
    TrackKey key;
    LocalDay today;
    guidance::State state = guidance::State::no_sessions;
    guidance::Tier tier = guidance::Tier::none;
    std::vector<RatingPoint> ratings;    ///< in the rules' order, which is by time
    std::vector<SessionPoint> sessions;  ///< by time
    std::vector<SessionDayPoint> days;   ///< by time
    std::vector<SettledSpan> settled;    ///< by time
    std::vector<FlagSpan> flags;         ///< by time, never overlapping

    /// The local day of the first record, today where there is none.
    [[nodiscard]] LocalDay first_day() const;
    [[nodiscard]] bool empty() const { return ratings.empty() && sessions.empty(); }
};

/// The track's records that count at `guidance.as_of`, and its flags over time. Empty where the track has no
/// record.
[[nodiscard]] TrackSeries series_of(const Snapshot& snapshot, const guidance::Guidance& guidance,
                                    const guidance::FlagHistory& history, const TrackKey& key);

/// Every track that has a record, in the order of the area catalogue, left before right before middle.
[[nodiscard]] std::vector<TrackSeries> all_series(const Snapshot& snapshot,
                                                  const guidance::Guidance& guidance,
                                                  const guidance::FlagHistory& history);

}  // namespace unknot::charts
