#pragma once

#include "app/domain/area.h"
#include "app/domain/records.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace unknot {

/// The fields of records that input can get wrong.
enum class Field : std::uint8_t {
    id,
    area,
    side,
    started_at,
    at,
    pressure,
    duration,
    soreness_before,
    soreness,
    sensations,
    screening,
    symptoms,
    conditions,
    tool,
    note,
    entered_at,
    area_name,
    map_place,
};

/// The name that files and the command line use ("duration_s").
[[nodiscard]] std::string_view name_of(Field field);

/// Why a value was not accepted; words makes the sentence that says what is.
enum class Reason : std::uint8_t {
    not_a_record_id,  ///< printable, without spaces, up to 64 characters
    unknown_area,     ///< `suggestions` holds the nearest ids
    retired_area,
    side_not_of_area,  ///< `suggestions` holds the sides that the area has
    unknown_side,
    not_a_date_time,   ///< YYYY-MM-DDTHH:MM, with or without an offset
    not_a_date,        ///< YYYY-MM-DD
    skipped_by_clock,  ///< the wall clock jumps over this time (start of daylight saving)
    before_1900,
    in_the_future,  ///< later than now + 5 minutes
    not_a_whole_number,
    pressure_range,   ///< 1 to 5
    soreness_range,   ///< 0 to 10
    not_a_duration,   ///< "2:30", "90 s", "2 min"
    duration_range,   ///< 1 s to 4 h
    unknown_answer,   ///< `suggestions` holds the names that are accepted
    none_and_others,  ///< "none" together with another answer
    not_utf8,
    control_character,
    too_long,  ///< note: 64 KiB; tool and area name: 60 characters
    empty_name,
    there_already,    ///< a tool that is offered
    map_place_range,  ///< 0 to 1000 thousandths
    missing,
};

/// One value that was not accepted.
struct Refusal {
    Field field;
    Reason reason;
    std::string value;                     ///< as it came in, cut to 80 bytes where it is longer
    std::vector<std::string> suggestions;  ///< what would have been accepted, where that is a list
};

/// How far in the future a record may be (clocks differ a little), RULES section 2.
constexpr int future_tolerance_minutes = 5;
constexpr std::int64_t future_tolerance_seconds = std::int64_t{60} * future_tolerance_minutes;

/// A text for `Refusal::value`: cut at 80 bytes, between characters, where it is longer.
[[nodiscard]] std::string shown_value(std::string_view text);

/// Everything that is wrong with a record, in the order of its fields; empty where it may be saved. `now`
/// refuses later records; without it (import) the future is let in. Retired areas are refused only where
/// `now` is given.
[[nodiscard]] std::vector<Refusal> validate(const Session& session, const AreaCatalogue& areas,
                                            const std::optional<Instant>& now);
[[nodiscard]] std::vector<Refusal> validate(const CheckIn& checkin, const AreaCatalogue& areas,
                                            const std::optional<Instant>& now);
[[nodiscard]] std::vector<Refusal> validate(const Area& own_area);
/// What is wrong with the name of a tool; an empty one is no name.
[[nodiscard]] std::vector<Refusal> validate_tool(std::string_view name);

/// Reads a whole number: digits with an optional minus, nothing else ("2,5", "2.5", "" and " 2" give
/// nothing).
[[nodiscard]] std::optional<std::int64_t> parse_whole_number(std::string_view text);

/// Reads a duration as people type it: "2:30", "1:02:30", "90 s", "90s", "2 min", "2m", "2 min 30 s", "1 h",
/// or a bare number, which counts minutes. Refuses what is not a duration and what is outside 1 s to 4 h.
struct ParsedDuration {
    std::optional<Duration> duration;
    Reason reason = Reason::not_a_duration;  ///< set where `duration` is empty
};
[[nodiscard]] ParsedDuration parse_duration(std::string_view text);

}  // namespace unknot
