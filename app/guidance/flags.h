#pragma once

#include "app/guidance/episode.h"

namespace unknot::guidance {

/// The current episode as it stands on a day: expired where it was silent for too long.
struct Standing {
    State state = State::no_sessions;
    std::optional<Episode> episode;  ///< the current one, its status as of the day
};

[[nodiscard]] Standing standing_on(const Replay& replay, LocalDay today);

/// Flags of the current episode: lingering, not settled, returned, building across days, severe, spike, rapid
/// worsening, session on unsettled, no check-in.
[[nodiscard]] std::vector<Flag> episode_flags(const Standing& standing, LocalDay today);

/// Severe where no linked rating raised it: the track's latest rating is severe and at most 7 days old.
[[nodiscard]] std::optional<Flag> unlinked_severe(const Replay& replay, LocalDay today);

/// Building across sessions (RULES section 6). Tells each episode that it reached ease off, which the next
/// session's rules ask for: hence the non-const replay.
[[nodiscard]] std::optional<Flag> building_across_sessions(Replay& replay, LocalDay today);

/// Pressure too high: what the last session-day says.
[[nodiscard]] std::optional<Flag> pressure_too_high(const Replay& replay);

/// Contraindication: a reason to leave the area out that no later answer has taken back.
[[nodiscard]] std::optional<Flag> contraindication(const TrackRecords& records, LocalDay today);

/// Red flag, or red flag recent for 7 days after the answer that took it back.
[[nodiscard]] std::optional<Flag> red_flag(const TrackRecords& records, LocalDay today);

/// Rated 4 or more for two weeks.
[[nodiscard]] std::optional<Flag> ongoing(const Replay& replay, LocalDay today);

/// Flags of the whole person: fever or feeling unwell, and profile conditions. `checkins` are all that count.
[[nodiscard]] std::vector<Flag> whole_person_flags(
    const std::vector<std::shared_ptr<const CheckIn>>& checkins, const Profile& profile, LocalDay today);

/// Sorts and removes repeats: evidence is a set of records.
void tidy_evidence(Flag& flag);

/// What the next session may be (RULES section 7). `tier` is the track's.
[[nodiscard]] Next next_session(const Standing& standing, const Replay& replay, Tier tier, LocalDay today);

/// True where a check-in is due on `today`. `now` empty: the end of the day.
[[nodiscard]] bool check_in_due(const Standing& standing, const Replay& replay, const TrackRecords& records,
                                const std::vector<Flag>& flags, LocalDay today,
                                const std::optional<Instant>& now);

}  // namespace unknot::guidance
