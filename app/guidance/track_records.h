#pragma once

#include "app/guidance/guidance.h"

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace unknot::guidance {

/// Consecutive sessions of a track on one local day, as one (RULES section 2).
struct SessionDay {
    LocalDay day;
    std::vector<std::shared_ptr<const Session>> sessions;  ///< in time order, never empty
    std::int64_t start_ms = 0;                             ///< when the first started
    std::int64_t end_ms = 0;                               ///< the last one's start plus its duration
    int pressure = 1;                                      ///< the highest
    int duration_s = 0;                                    ///< the sum of what was recorded
    bool duration_recorded = false;

    std::optional<int> peak;  ///< the highest rating with follow-up day 1 or 2
    LocalDay peak_day;        ///< follow-up date of the last rating with follow-up day 1 or 2
    std::vector<RecordId> peak_records;
    std::size_t episode = 0;  ///< index into Replay::episodes
};

/// The records of one track that count, ready for the rules.
struct TrackRecords {
    TrackKey key;
    std::vector<std::shared_ptr<const Session>> sessions;  ///< by time, then id
    std::vector<std::shared_ptr<const CheckIn>> checkins;  ///< by time, then id
};

/// Which records count: those up to as-of plus five minutes, or those up to a local day.
using Counts = std::function<bool(const Instant&)>;

/// The records of one side of an area that count; `both` counts for left and right.
[[nodiscard]] TrackRecords records_of(const AreaRecords& area, const TrackKey& key, const Counts& counts);

[[nodiscard]] std::vector<SessionDay> session_days(const TrackRecords& records);

/// A rating or the beginning of a session-day, in the order in which the rules look at them.
struct Event {
    bool session_begins = false;
    std::size_t session_day = 0;  ///< where a session-day begins
    EvidenceRating rating;        ///< where one begins: only its moment and day
};

/// All events of a track. At one instant: check-ins by id, then soreness-before, then the session-day.
[[nodiscard]] std::vector<Event> events_of(const TrackRecords& records, const std::vector<SessionDay>& days);

}  // namespace unknot::guidance
