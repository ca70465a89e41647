#pragma once

#include "app/guidance/look.h"
#include "app/guidance/track_walk.h"

namespace unknot::guidance {

/// The current episode as it stands on a day: expired where it was silent for too long.
struct Standing {
    State state = State::no_sessions;
    const Episode* episode = nullptr;                    ///< the current one; null without sessions
    Episode::Status status = Episode::Status::awaiting;  ///< of the episode, as of the day
};

[[nodiscard]] Standing standing_on(const TrackWalk& walk, Look& look);

/// Flags of the current episode: lingering, not settled, returned, building across days, severe, spike, rapid
/// worsening, session on unsettled, no check-in.
[[nodiscard]] std::vector<Flag> episode_flags(const Standing& standing, Look& look);

/// Pressure too high: what the last session-day says.
[[nodiscard]] std::optional<Flag> pressure_too_high(const std::optional<SessionDay>& last);

/// All flags of a track. Where the look explains nothing, only code and tier of each are given.
[[nodiscard]] std::vector<Flag> track_flags(const TrackWalk& walk, const Standing& standing, Look& look);

/// Adds records to the evidence.
void cite(Flag& flag, const RecordRefs& records);

/// Sorts and removes repeats: evidence is a set of records.
void tidy_evidence(Flag& flag);

/// Most serious first, then the oldest, then by the order of the rules; evidence tidied.
void sort_flags(std::vector<Flag>& flags);

/// What the next session may be (RULES section 7). `tier` is the track's.
[[nodiscard]] Next next_session(const Standing& standing, const TrackWalk& walk, Tier tier, Look& look);

/// True where the episode still waits for a rating on the day of the look: not settled, and not so long
/// silent that a rating would say nothing about it any more.
[[nodiscard]] bool waits_for_rating(const Standing& standing, Look& look);

/// From when on, in milliseconds since 1970, a session that ended then can be asked about.
[[nodiscard]] std::int64_t check_in_from(std::int64_t session_end_ms);

/// True where a check-in is due at `now`, on the day of the look.
[[nodiscard]] bool check_in_due(const Standing& standing, const TrackWalk& walk,
                                const std::vector<Flag>& flags, Look& look, const Instant& now);

}  // namespace unknot::guidance
