#include "storage/import/import_csv.h"

#include "app/domain/milestones.h"
#include "app/domain/text.h"
#include "storage/import/csv_fields.h"
#include "storage/import/records.h"

#include <algorithm>
#include <array>
#include <set>
#include <span>

namespace unknot::storage {

namespace {

using What = ImportProblem::What;

/// A column, and the field that is left out where the table has no such column.
struct Column {
    std::string_view name;
    bool required = false;
    std::optional<Field> field;
};

constexpr std::array<Column, 12> session_columns{{{"id", false, {}},
                                                  {"started_at", true, {}},
                                                  {"area", true, {}},
                                                  {"side", true, {}},
                                                  {"pressure", true, {}},
                                                  {"duration_s", false, Field::duration},
                                                  {"soreness_before", false, Field::soreness_before},
                                                  {"sensations", false, Field::sensations},
                                                  {"screening", false, Field::screening},
                                                  {"tool", false, Field::tool},
                                                  {"note", false, Field::note},
                                                  {"entered_at", false, {}}}};
constexpr std::array<Column, 8> checkin_columns{{{"id", false, {}},
                                                 {"at", true, {}},
                                                 {"area", true, {}},
                                                 {"side", true, {}},
                                                 {"soreness", false, Field::soreness},
                                                 {"symptoms", false, Field::symptoms},
                                                 {"note", false, Field::note},
                                                 {"entered_at", false, {}}}};

ImportProblem problem_at(What what, std::string where, std::size_t line, std::size_t column) {
    ImportProblem problem;
    problem.what = what;
    problem.where = std::move(where);
    problem.line = line;
    problem.column = column;
    return problem;
}

bool holds(const std::vector<std::string>& header, std::string_view name) {
    return std::find(header.begin(), header.end(), name) != header.end();
}

/// Compares the header with the columns that there are, and notes what the table leaves out.
void read_header(const std::vector<std::string>& header, std::span<const Column> columns, Reading& reading) {
    std::set<std::string> met;
    for (std::size_t i = 0; i < header.size(); ++i) {
        const bool known = std::any_of(columns.begin(), columns.end(),
                                       [&](const Column& column) { return column.name == header[i]; });
        if (!known) {
            reading.problems.push_back(problem_at(What::unknown_field, shown_value(header[i]), 1, i + 1));
        } else if (!met.insert(header[i]).second) {
            reading.problems.push_back(problem_at(What::column_twice, header[i], 1, i + 1));
        }
    }
    for (const Column& column : columns) {
        if (holds(header, column.name)) {
            continue;
        }
        if (column.required) {
            reading.problems.push_back(problem_at(What::missing_column, std::string(column.name), 1, 0));
        } else if (column.field) {
            reading.file.records.omitted.insert(*column.field);
        }
    }
}

void read_rows(CsvReader& table, const std::vector<std::string>& header,
               void (*read)(Fields& fields, Reading& reading), Reading& reading, Milestones& milestones) {
    std::vector<CsvCell> row;
    while (table.next(row)) {
        if (!milestones.go_on(table.position())) {
            reading.problems = {problem_at(What::stopped, "", 0, 0)};
            return;
        }
        if (row.size() != header.size()) {
            ImportProblem problem = problem_at(What::row_length, "", row.front().line, 0);
            problem.detail = std::to_string(row.size()) + " of " + std::to_string(header.size());
            reading.problems.push_back(std::move(problem));
            continue;
        }
        CsvFields fields(header, row, reading.problems);
        read(fields, reading);
        reading.file.lines.push_back(row.front().line);
    }
    if (table.problem()) {
        reading.problems.push_back(*table.problem());
    }
}

/// The line of the first byte that cannot stand in a text file at all.
std::optional<std::size_t> line_of_no_text(std::string_view text) {
    if (is_valid_utf8(text) && text.find('\0') == std::string_view::npos) {
        return std::nullopt;
    }
    std::size_t line = 1;
    while (!text.empty()) {
        const std::string_view first = text.substr(0, text.find('\n'));
        if (!is_valid_utf8(first) || first.find('\0') != std::string_view::npos) {
            return line;
        }
        text.remove_prefix(std::min(text.size(), first.size() + 1));
        ++line;
    }
    return line;
}

}  // namespace

ImportResult import_csv(std::string_view text, const AreaCatalogue& known, const Progress& progress) {
    constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";  // spreadsheets put one in front
    if (text.starts_with(byte_order_mark)) {
        text.remove_prefix(byte_order_mark.size());
    }
    Reading reading;
    reading.catalogue = known;
    CsvReader table(text);
    std::vector<CsvCell> first;
    std::vector<std::string> header;
    if (table.next(first)) {
        for (const CsvCell& cell : first) {
            header.push_back(cell.text);
        }
    }
    const bool sessions = holds(header, "started_at");
    const bool checkins = holds(header, "at");
    if (holds(header, "code") && holds(header, "tier")) {
        reading.file.computed = true;
        return result_of(std::move(reading));
    }
    if (sessions == checkins) {
        return Failed{std::vector{problem_at(What::not_recognised, "", 0, 0)}};
    }
    if (const auto line = line_of_no_text(text)) {
        return Failed{std::vector{problem_at(What::not_text, "", *line, 0)}};
    }
    read_header(header, sessions ? std::span<const Column>(session_columns) : checkin_columns, reading);
    if (reading.problems.empty()) {
        Milestones milestones(progress, text.size());
        read_rows(table, header, sessions ? read_session : read_checkin, reading, milestones);
    }
    return result_of(std::move(reading));
}

}  // namespace unknot::storage
