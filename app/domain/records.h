#pragma once

#include "app/domain/answers.h"
#include "app/domain/area.h"
#include "app/domain/instant.h"
#include "app/domain/record_id.h"
#include "app/domain/scales.h"
#include "app/domain/shared_text.h"

#include <optional>
#include <string>

namespace unknot {

/// A self-massage session. Everything optional is "not recorded" or "not asked" when empty.
struct Session {
    RecordId id;
    Instant started_at;
    SharedText area;
    Side side = Side::left;
    PressureLevel pressure = PressureLevel::very_light;
    std::optional<Duration> duration;
    std::optional<Soreness> soreness_before;
    std::optional<Sensations> sensations;
    std::optional<Screenings> screening;
    SharedText tool;  ///< at most 60 characters; empty = not recorded
    SharedText note;  ///< at most 64 KiB; empty = none
    std::optional<Instant> entered_at;

    friend bool operator==(const Session&, const Session&) = default;
};

/// The soreness of an area at a moment, with warning signs asked or not. A check-in that nobody answered has
/// no soreness.
struct CheckIn {
    RecordId id;
    Instant at;  ///< the moment the rating is about
    SharedText area;
    Side side = Side::left;
    std::optional<Soreness> soreness;
    std::optional<Symptoms> symptoms;
    SharedText note;
    std::optional<Instant> entered_at;

    friend bool operator==(const CheckIn&, const CheckIn&) = default;
};

/// What the log remembers of a tool beside the sessions that name it.
struct Tool {
    std::string name;
    bool retired = false;  ///< offered no more for new sessions

    friend bool operator==(const Tool&, const Tool&) = default;
};

/// The answers to the health questions. Each condition is yes, no or not answered; "a clinician said it is
/// fine" is kept with the conditions it covered, so that a new condition asks again.
struct Profile {
    Conditions conditions;  ///< answered yes
    Conditions denied;      ///< answered no; in neither set = not answered
    Conditions cleared;     ///< conditions that a clinician said are fine
    std::optional<Instant> cleared_at;

    /// True where there is a condition and a clinician's word covers every one of them.
    [[nodiscard]] bool clinician_ok() const {
        return !conditions.empty() && cleared.intersected(conditions) == conditions;
    }

    friend bool operator==(const Profile&, const Profile&) = default;
};

/// Days between the day a record is about and the day it was entered from which it is marked as late: entered
/// later than the day after (Stone 2002: diaries filled in afterwards are often not what was felt then).
constexpr int late_after_days = 2;

/// True where the record was entered `late_after_days` local days or more after the moment it is about.
/// A record without `entered_at` is never called late.
[[nodiscard]] inline bool entered_late(const Instant& about, const std::optional<Instant>& entered_at) {
    return entered_at && local_day(*entered_at) - local_day(about) >= late_after_days;
}

}  // namespace unknot
