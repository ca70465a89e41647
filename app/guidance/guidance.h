#pragma once

#include "app/domain/snapshot.h"

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace unknot::guidance {

/// How serious a flag is, least first. A track's tier is the highest of its flags, `none` without any.
enum class Tier : std::uint8_t { none, info, ease_off, pause, seek_care };

/// What is known about a track's latest episode (RULES section 4).
enum class State : std::uint8_t { no_sessions, awaiting, sore, lingering, not_settled, settled, unknown };

/// The flags of RULES section 5, in the order of its table.
enum class FlagCode : std::uint8_t {
    lingering,
    not_settled,
    building_across_days,
    building_across_sessions,
    spike,
    severe,
    rapid_worsening,
    red_flag,
    red_flag_recent,
    contraindication,
    pressure_too_high,
    session_on_unsettled,
    returned,
    no_check_in,
    ongoing,
};

/// What the next session may be (RULES section 7).
enum class Action : std::uint8_t {
    stop_seek_care,
    start_light,
    rest_until_settled,
    check_in_first,
    lighter,
    wait_for_check_in,
    resume_gradually,
    keep,
};

/// What the flags of the whole person ask for; it overrides every track's next session.
enum class GlobalNext : std::uint8_t { none, stop_seek_care, ask_clinician_first };

/// The names that files, the command line and the reference model use ("ease_off", "building_across_days",
/// …).
[[nodiscard]] std::string_view name_of(Tier tier);
[[nodiscard]] std::string_view name_of(State state);
[[nodiscard]] std::string_view name_of(FlagCode code);
[[nodiscard]] std::string_view name_of(Action action);
[[nodiscard]] std::string_view name_of(GlobalNext next);

/// A rating as a flag shows it: the chip "Wed 5" or "before 2".
struct EvidenceRating {
    RecordId record;
    Instant at;
    LocalDay day;  ///< the local day, or the follow-up date where the rules moved it
    Soreness soreness = *Soreness::of(0);
    bool before_session = false;  ///< a session's soreness-before, not a check-in

    friend bool operator==(const EvidenceRating&, const EvidenceRating&) = default;
};

/// What makes a flag go. Acting on it (recording what it names) clears the flag; a test does so for every
/// flag.
struct Clears {
    enum class How : std::uint8_t {
        rating_at_or_below,   ///< a rating of `level` or less, on `from` or later
        peak_at_or_below,     ///< after a later session, next-day ratings of `level` or less; else gone on
                              ///< `until`
        later_rating_below,   ///< any later rating below `level`, or time: gone on `until`
        answer_on_later_day,  ///< the warning signs answered without these, on `from` or later
        screening_without,    ///< the question before pressing answered without the reason
        screening_or_symptoms_without,  ///< the same, or the warning signs answered without swelling and
                                        ///< warmth
        clinician_said_fine,            ///< the health question marked "a clinician said it is fine"
        next_session_lighter,           ///< the next session-day without these signs, at pressure 4 or lower
        any_rating,                     ///< a check-in that links or settles
        time_only,                      ///< by itself, gone on `until`
    };
    How how = How::any_rating;
    std::optional<Soreness> level;
    std::optional<LocalDay> from;   ///< the first day on which it counts
    std::optional<LocalDay> until;  ///< the first day on which the flag is gone by itself, where time ends it

    friend bool operator==(const Clears&, const Clears&) = default;
};

/// A flag with everything that its sentence says and rests on. Numbers and dates in a sentence come from here
/// only.
struct Flag {
    FlagCode code = FlagCode::lingering;
    Tier tier = Tier::info;
    std::optional<LocalDay> since;
    std::vector<RecordId>
        evidence;  ///< the records it rests on, starting level included; sorted by time, then id
    std::vector<EvidenceRating> ratings;  ///< of those, the ratings to show as chips, in time order
    std::vector<Soreness> values;         ///< building across sessions: the peaks, oldest first
    std::optional<int> rise;              ///< building across days, spike: by how much it rose
    std::optional<Soreness> rating;       ///< severe, no check-in: the rating the sentence names
    std::optional<LocalDay> rating_day;   ///< its day
    std::optional<Tier> last_advice;      ///< no check-in: the tier that stood when it was last rated
    Symptoms symptoms;                    ///< red flags reported (sensations of the same name included)
    Sensations sensations;                ///< pressure too high, spike: what was felt
    Screenings screenings;                ///< contraindication of an area
    Conditions conditions;                ///< contraindication of the whole person
    bool pressure_five = false;           ///< pressure too high: the level itself was 5
    Clears clears;

    friend bool operator==(const Flag&, const Flag&) = default;
};

/// The article's statements that a flag rests on ("G21"), in the order of RULES section 5. `whole_person`
/// matters for contraindications only (an area's: G1 G4; a profile condition's: G2 G3 G6).
[[nodiscard]] std::vector<std::string_view> statements_of(FlagCode code, bool whole_person);

/// The limits of a next session. What is empty is not limited.
struct Limits {
    std::optional<PressureLevel> max_pressure;
    std::optional<std::int32_t> max_duration_s;
    std::optional<LocalDay> not_before;  ///< as the rules give it; words show it only where it is after today
    bool duration_recorded = false;      ///< false: no duration was recorded, so words name none

    friend bool operator==(const Limits&, const Limits&) = default;
};

struct Next {
    Action action = Action::start_light;
    Limits limits;  ///< of what comes after the rest where the action is to rest

    friend bool operator==(const Next&, const Next&) = default;
};

/// A day value of an episode (RULES section 2).
struct DayValue {
    LocalDay day;
    Soreness soreness;
    RecordId record;

    friend bool operator==(const DayValue&, const DayValue&) = default;
};

/// What a track is now, as far as it can be known.
struct TrackGuidance {
    State state = State::no_sessions;
    Tier tier = Tier::none;
    std::vector<Flag> flags;  ///< most serious first, then oldest `since`, then code
    Next next;
    bool due = false;  ///< a check-in is due today

    std::optional<LocalDay> session_day;         ///< the last session-day
    std::vector<RecordId> session_day_sessions;  ///< its sessions, in time order
    int follow_up_day = 0;                       ///< today minus the session-day
    std::int64_t ask_from_ms = 0;            ///< UTC; its check-in is never due earlier: 4 h after its end
    std::optional<Soreness> starting_level;  ///< of the current episode; empty = unknown (counted as 2)
    std::vector<RecordId> starting_level_evidence;  ///< the records the starting level rests on
    std::optional<Soreness> settled_line;           ///< a rating at or below it settles the current episode
    std::vector<DayValue> day_values;               ///< of the current episode
    std::optional<EvidenceRating> latest_rating;

    friend bool operator==(const TrackGuidance&, const TrackGuidance&) = default;
};

/// The answer of the rules for a whole log.
struct Guidance {
    Instant as_of;
    LocalDay today;
    std::map<TrackKey, std::shared_ptr<const TrackGuidance>>
        tracks;                ///< every track with a record that counts
    std::vector<Flag> global;  ///< of the whole person
    GlobalNext global_next = GlobalNext::none;
    std::vector<RecordId> ignored_future;  ///< records more than 5 minutes later than as-of, sorted

    /// Null where the track has no record.
    [[nodiscard]] const TrackGuidance* find(const TrackKey& key) const;
};

/// Answers the rules for `snapshot` at `as_of`, from nothing. Pure: the order of records and earlier calls do
/// not matter.
[[nodiscard]] Guidance evaluate(const Snapshot& snapshot, const Instant& as_of);

/// Its flags of the whole person alone, without asking the rules about any track.
[[nodiscard]] std::vector<Flag> evaluate_person(const Snapshot& snapshot, const Instant& as_of);

/// One stretch of days on which a flag stood (RULES section 8).
struct FlagInterval {
    FlagCode code = FlagCode::lingering;
    Tier tier = Tier::info;  ///< the highest it had
    LocalDay from;
    std::optional<LocalDay> to;  ///< included; empty = still standing on the last day asked for
    std::shared_ptr<const Flag> flag = nullptr;  ///< as it stood on `flag_day`; never null
    LocalDay flag_day = from;                    ///< the last day at that tier
};

struct FlagHistory {
    std::map<TrackKey, std::vector<FlagInterval>>
        tracks;  ///< by from, then code name; tracks without any are left out
    std::vector<FlagInterval> global;
};

/// Flags over time up to and including `last_day`: what the rules give on each day for the records whose own
/// local day is at most that day. Profile conditions have no history. Its flags are for drawing: they carry
/// neither evidence nor every number of their sentence, which are most of the work.
[[nodiscard]] FlagHistory history(const Snapshot& snapshot, LocalDay last_day);

/// The same with whole flags, for what is read: sentences, evidence, ratings.
[[nodiscard]] FlagHistory explained_history(const Snapshot& snapshot, LocalDay last_day);

}  // namespace unknot::guidance
