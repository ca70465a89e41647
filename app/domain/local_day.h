#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace unknot {

/// A local day, which runs from 04:00 to 04:00 on the wall clock where a record was made (RULES section 2),
/// named by the calendar date it begins on. Zero is 1970-01-01; the difference of two is a number of days.
struct LocalDay {
    std::int32_t number = 0;

    friend auto operator<=>(LocalDay, LocalDay) = default;
    friend LocalDay operator+(LocalDay day, int days) { return {day.number + days}; }
    friend LocalDay operator-(LocalDay day, int days) { return {day.number - days}; }
    friend int operator-(LocalDay a, LocalDay b) { return a.number - b.number; }
};

/// A date of the proleptic Gregorian calendar: month 1 to 12, day 1 to 31.
struct CalendarDate {
    int year = 1970;
    int month = 1;
    int day = 1;

    friend bool operator==(const CalendarDate&, const CalendarDate&) = default;
};

[[nodiscard]] CalendarDate calendar_date(LocalDay day);

/// The day of a date, or nothing where that date does not exist (31 April).
[[nodiscard]] std::optional<LocalDay> local_day(const CalendarDate& date);

/// 1 for Monday to 7 for Sunday (ISO 8601).
[[nodiscard]] int iso_weekday(LocalDay day);

/// "2026-03-07". Years from 0000 to 9999 have four digits.
[[nodiscard]] std::string to_iso(LocalDay day);
[[nodiscard]] std::string to_iso(const CalendarDate& date);

/// Reads exactly "YYYY-MM-DD" of a date that exists; nothing for anything else, 03/04/2026 included.
[[nodiscard]] std::optional<LocalDay> parse_iso_day(std::string_view text);

}  // namespace unknot
