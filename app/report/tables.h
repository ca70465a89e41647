#pragma once

#include "app/report/flag_rows.h"
#include "app/report/selection.h"
#include "app/report/sink.h"
#include "app/words/catalogue.h"

#include <span>
#include <string_view>
#include <vector>

namespace unknot::report {

/// What a column holds, for its description in datapackage.json.
enum class ColumnKind : std::uint8_t {
    id,
    text,
    moment,  ///< ISO 8601 with offset
    day,
    whole_number,
    choice,   ///< one of `names`
    choices,  ///< `none`, or some of `names` joined with `;`
};

/// A column of a table. English names and meanings: the files are for programs.
struct Column {
    std::string_view name;
    ColumnKind kind = ColumnKind::text;
    std::string_view meaning;
    bool required = false;
    int least = 0;  ///< whole_number
    int most = 0;   ///< whole_number
    std::span<const std::string_view> names;
};

/// The columns of each file; `note` is left out where `notes` is false.
[[nodiscard]] std::vector<Column> session_columns(bool notes);
[[nodiscard]] std::vector<Column> checkin_columns(bool notes);
[[nodiscard]] std::vector<Column> flag_columns();

/// sessions.csv and checkins.csv: `entries` as `oldest_first` gives them. An empty cell is not recorded,
/// `none` is asked and none.
void write_sessions(const std::vector<LogEntry>& entries, bool notes, const Sink& sink);
void write_checkins(const std::vector<LogEntry>& entries, bool notes, const Sink& sink);

/// flags.csv; sentences in the language of `words`.
void write_flags(const std::vector<FlagRow>& rows, const words::Catalogue& words, LocalDay today,
                 const Sink& sink);

/// datapackage.json: what is in the folder, the columns as a Table Schema, and what was left out.
[[nodiscard]] std::string data_package(const Selection& selection, const Instant& made_at);

}  // namespace unknot::report
