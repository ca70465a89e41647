#include "tests/fuzz/fuzzers.h"

#include "app/domain/area.h"
#include "app/domain/instant.h"
#include "app/domain/local_day.h"
#include "app/domain/text.h"
#include "app/domain/validation.h"
#include "app/settings/settings.h"
#include "storage/import/import_csv.h"
#include "storage/import/import_json.h"
#include "storage/logbook/backup_names.h"
#include "storage/logbook/raw_rows.h"

#include <cstdio>
#include <cstdlib>
#include <string>

namespace unknot::tests {

void require(bool kept, const char* promise) {
    if (!kept) {
        std::fprintf(stderr, "broken: %s\n", promise);
        std::abort();
    }
}

/// What the command line reads as single values and names.
void fuzz_arguments(std::string_view input) {
    const AreaCatalogue areas;
    require(areas.nearest(input).size() <= 3, "at most three suggestions");
    if (const auto number = parse_whole_number(input)) {
        require(parse_whole_number(std::to_string(*number)) == number, "a number is read back");
    }
    (void)side_named(input);
    (void)is_acceptable_record_id(input);
    require(shown_value(input).size() <= 90, "a shown value is short");
    if (is_valid_utf8(input)) {
        require(is_valid_utf8(shown_value(input)), "a shown value is cut between characters");
        (void)validate_tool(input);
    }
    if (const auto name = storage::parse_backup_name("log.db", std::string(input))) {
        require(storage::parse_backup_name("log.db", storage::backup_name("log.db", *name, 1)).has_value(),
                "a backup's name is read back");
    }
}

void fuzz_dates(std::string_view input) {
    if (const auto at = parse_iso_instant(input)) {
        const auto again = parse_iso_instant(to_iso(*at));
        require(again && again->offset_minutes == at->offset_minutes, "an instant is read back");
    }
    if (const auto day = parse_iso_day(input)) {
        require(parse_iso_day(to_iso(*day)) == day, "a day is read back");
    }
    (void)parse_iso_wall_clock(input);
}

void fuzz_durations(std::string_view input) {
    const ParsedDuration parsed = parse_duration(input);
    if (parsed.duration) {
        const auto seconds = parsed.duration->seconds();
        require(seconds >= 1 && seconds <= 4 * 3600, "a duration is within 1 s to 4 h");
        require(parse_duration(std::to_string(seconds) + " s").duration == parsed.duration,
                "a duration is read back");
    }
}

namespace {

void require_sound(const storage::ImportResult& read) {
    if (!read) {
        require(!read.error().empty(), "a refusal says why");
        return;
    }
    for (const Session& session : read->records.sessions) {
        require(is_acceptable_record_id(session.id.text()), "an imported session has an id");
    }
    for (const CheckIn& checkin : read->records.checkins) {
        require(is_acceptable_record_id(checkin.id.text()), "an imported check-in has an id");
    }
}

}  // namespace

void fuzz_import_json(std::string_view input) {
    require_sound(storage::import_json(input, AreaCatalogue()));
}

void fuzz_import_csv(std::string_view input) {
    require_sound(storage::import_csv(input, AreaCatalogue()));
}

void fuzz_raw_rows(std::string_view input) {
    storage::each_raw_row(input, [](const storage::RawRow& row) {
        require(!row.table.empty() && !row.columns.empty(), "a row found has a table and columns");
    });
    (void)storage::looks_like_a_log(input);
}

void fuzz_settings(std::string_view input) {
    const auto read = settings::parse_settings(input);
    const auto again = settings::parse_settings(settings::to_json(read.settings));
    require(!again.broken, "settings that were read can be written and read");
    if (is_valid_utf8(input)) {
        require(again.ignored.empty() && again.settings == read.settings, "settings are read back");
    }
}

}  // namespace unknot::tests
