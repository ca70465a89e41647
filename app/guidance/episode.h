#pragma once

#include "app/guidance/track_records.h"

namespace unknot::guidance {

/// One session-day, or a chain of session-days that never settled in between (RULES section 4).
struct Episode {
    enum class Status : std::uint8_t { awaiting, open, settled, unknown };

    Status status = Status::awaiting;
    LocalDay clock;     ///< the day its age counts from
    LocalDay last_day;  ///< its last session-day
    int base = 0;       ///< the starting level, 2 where it is unknown
    bool base_known = false;
    int line = 0;  ///< the settled line
    std::vector<RecordId> base_evidence;

    std::vector<EvidenceRating> values;  ///< day values, dated by follow-up date
    std::vector<RecordId> records;       ///< its sessions and every rating after them, in time order
    std::vector<LocalDay> late_days;
    bool returned = false;

    std::optional<LocalDay> building_since;
    int building_max = 0;
    std::vector<EvidenceRating> building_ratings;

    bool severe = false;
    std::vector<LocalDay> severe_days;
    std::vector<EvidenceRating> severe_ratings;
    bool rapid = false;
    std::vector<EvidenceRating> rapid_ratings;

    std::optional<LocalDay> spike_on;
    std::optional<EvidenceRating> spike_rating;  ///< empty where only the session's own "pain jumped" stands
    std::vector<RecordId> spike_reports;

    std::optional<LocalDay> on_unsettled_day;
    Tier on_unsettled_tier = Tier::none;

    Tier ever = Tier::none;  ///< the highest tier of session-related flags it ever reached

    [[nodiscard]] int age() const { return values.back().day - clock; }
    /// The later of its last day value and its last session-day.
    [[nodiscard]] LocalDay last_heard() const;
};

/// What walking through a track's records once leaves behind.
struct Replay {
    std::vector<SessionDay> days;
    std::vector<Episode> episodes;
    std::vector<EvidenceRating> ratings;  ///< all of the track, in the rules' order

    [[nodiscard]] const Episode* current() const { return episodes.empty() ? nullptr : &episodes.back(); }
};

/// Settled line = min(6, max(b + 1, 2)). Worked: 0 gives 2, 4 gives 5, 9 gives 6.
[[nodiscard]] int settled_line(int starting_level);

[[nodiscard]] Replay replay(const TrackRecords& records);

}  // namespace unknot::guidance
