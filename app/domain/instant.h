#pragma once

#include "app/domain/local_day.h"

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace unknot {

/// The hour at which a local day begins (RULES section 2): what is logged after midnight belongs to the
/// evening before.
constexpr int day_start_hour = 4;

/// A moment with the offset of the place where it was recorded. Order and equality of moments look at
/// `utc_ms` alone; the offset decides only about wall clock and local day.
struct Instant {
    std::int64_t utc_ms = 0;          ///< milliseconds since 1970-01-01T00:00:00Z
    std::int32_t offset_minutes = 0;  ///< east of UTC positive; -18:00 to +18:00

    /// The same moment and the same offset. (`a.utc_ms == b.utc_ms` asks for the moment alone.)
    friend bool operator==(const Instant&, const Instant&) = default;
};

/// True where `a` is the earlier moment, whatever the offsets.
[[nodiscard]] inline bool earlier(const Instant& a, const Instant& b) {
    return a.utc_ms < b.utc_ms;
}

/// `from` to `to` in hours, negative where `to` is earlier.
[[nodiscard]] inline double hours_between(const Instant& from, const Instant& to) {
    return static_cast<double>(to.utc_ms - from.utc_ms) / 3'600'000.0;
}

[[nodiscard]] inline Instant plus_seconds(const Instant& at, std::int64_t seconds) {
    return {at.utc_ms + seconds * 1000, at.offset_minutes};
}

/// The local day: date of (wall clock at the record's own offset minus 4 hours).
/// Worked: 2026-03-08T03:59:00+01:00 belongs to 2026-03-07.
[[nodiscard]] LocalDay local_day(const Instant& at);

/// Wall clock at the instant's own offset. Seconds and milliseconds are kept apart from hour and minute.
struct WallClock {
    CalendarDate date;
    int hour = 0;         ///< 0 to 23
    int minute = 0;       ///< 0 to 59
    int second = 0;       ///< 0 to 59
    int millisecond = 0;  ///< 0 to 999

    friend bool operator==(const WallClock&, const WallClock&) = default;
};

[[nodiscard]] WallClock wall_clock(const Instant& at);

/// The moment of a wall clock at an offset. The clock's fields must be in their ranges and its date must
/// exist.
[[nodiscard]] Instant instant_at(const WallClock& clock, std::int32_t offset_minutes);

/// "2026-03-07T18:30:00+01:00": seconds always, milliseconds only where there are any, offset always as
/// +HH:MM.
[[nodiscard]] std::string to_iso(const Instant& at);
/// Appends the same; a table of a million records has two million of them.
void append_iso(std::string& text, const Instant& at);

/// Reads "YYYY-MM-DDTHH:MM[:SS[.mmm]](Z|±HH:MM)"; a blank may stand for T. Fractions may have up to nine
/// digits of which those behind the third must be zero. Nothing for a date or time that does not exist
/// (25:00, 23:60) or where the offset is missing.
[[nodiscard]] std::optional<Instant> parse_iso_instant(std::string_view text);

/// Reads the same form without an offset, as somebody types a local time. Nothing where there is one.
[[nodiscard]] std::optional<WallClock> parse_iso_wall_clock(std::string_view text);

/// True for what `parse_iso_instant` can give: years 0000 to 9999 in its own wall clock, an offset of at most
/// 18 hours. Every other function here is for those only; a file that something else wrote may hold others.
[[nodiscard]] bool is_possible(const Instant& at);

/// First and last moment that a record may carry at all: 1900-01-01 and 9999-12-31 in its own wall clock.
[[nodiscard]] bool in_accepted_years(const Instant& at);

}  // namespace unknot
