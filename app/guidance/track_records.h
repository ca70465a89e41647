#pragma once

#include "app/guidance/guidance.h"

#include <array>
#include <optional>
#include <span>
#include <vector>

namespace unknot::guidance {

// Everything here and in the walk borrows the records of a snapshot, which must outlive it. A log of a
// million records is walked through faster than it is copied.

using Sessions = std::span<const Session* const>;
using CheckIns = std::span<const CheckIn* const>;
using RecordRefs = std::vector<const RecordId*>;

/// A rating on the way through the rules (EvidenceRating is what leaves them).
struct Rating {
    const RecordId* record = nullptr;
    Instant at;
    LocalDay day;  ///< the local day, or the follow-up date where the rules moved it
    Soreness soreness = *Soreness::of(0);
    bool before_session = false;  ///< a session's soreness-before, not a check-in
};

[[nodiscard]] EvidenceRating shown(const Rating& rating);
[[nodiscard]] std::vector<EvidenceRating> shown(const std::vector<Rating>& ratings);

/// Local days of records may fall behind those of earlier records by this much: offsets go from -18:00 to
/// +18:00. Memory of what lies back some days is kept for so many days longer.
constexpr int day_disorder = 2;

/// Consecutive sessions of a track on one local day, as one (RULES section 2).
struct SessionDay {
    LocalDay day;
    std::vector<const Session*> sessions;  ///< in time order, never empty
    std::int64_t start_ms = 0;             ///< when the first started
    std::int64_t end_ms = 0;               ///< the last one's start plus its duration
    int pressure = 1;                      ///< the highest
    int duration_s = 0;                    ///< the sum of what was recorded
    bool duration_recorded = false;
};

/// The records of one track, by time, then id.
struct TrackRecords {
    std::vector<const Session*> sessions;
    std::vector<const CheckIn*> checkins;

    [[nodiscard]] bool empty() const { return sessions.empty() && checkins.empty(); }
};

/// The records of an area by the side they feed: left, right, center. `both` feeds left and right.
using SideRecords = std::array<TrackRecords, 3>;

/// How many of an area's records count: those of its first ones that are not later than a moment.
struct Counted {
    std::size_t sessions = 0;
    std::size_t checkins = 0;

    friend bool operator==(const Counted&, const Counted&) = default;
};
[[nodiscard]] Counted counted_until(const AreaRecords& area, std::int64_t utc_ms);

[[nodiscard]] SideRecords by_side(const AreaRecords& area, const Counted& counted);

[[nodiscard]] std::vector<SessionDay> session_days(Sessions sessions);

/// A rating or the beginning of a session-day, in the order in which the rules look at them.
struct Event {
    bool session_begins = false;
    std::size_t session_day = 0;  ///< where a session-day begins
    Rating rating;                ///< where one begins: only its moment and day
};

/// All events of a stretch of records. At one instant: check-ins by id, then soreness-before, then the
/// session-day.
[[nodiscard]] std::vector<Event> events_of(CheckIns checkins, const std::vector<SessionDay>& days);

}  // namespace unknot::guidance
