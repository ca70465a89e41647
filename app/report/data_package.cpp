#include "app/report/tables.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>

namespace unknot::report {

namespace {

using Json = nlohmann::ordered_json;

constexpr std::array<std::string_view, 4> track_sides{"left", "right", "center", ""};
constexpr std::array<std::string_view, 4> tiers{"info", "ease_off", "pause", "seek_care"};

std::vector<Column> without_note(std::vector<Column> columns) {
    std::erase_if(columns, [](const Column& column) { return column.name == "note"; });
    return columns;
}

std::string joined(std::span<const std::string_view> names) {
    std::string text;
    for (const std::string_view name : names) {
        text += (text.empty() ? "" : "|") + std::string(name);
    }
    return text;
}

Json field_of(const Column& column) {
    Json field{{"name", column.name}};
    Json constraints = Json::object();
    if (column.required) {
        constraints["required"] = true;
    }
    switch (column.kind) {
        case ColumnKind::id:
            field["type"] = "string";
            constraints["unique"] = true;
            break;
        case ColumnKind::text: field["type"] = "string"; break;
        case ColumnKind::moment:
            field["type"] = "datetime";
            field["format"] = "any";  // the default form has no offset
            break;
        case ColumnKind::day: field["type"] = "date"; break;
        case ColumnKind::whole_number:
            field["type"] = "integer";
            constraints["minimum"] = column.least;
            constraints["maximum"] = column.most;
            break;
        case ColumnKind::choice:
            field["type"] = "string";
            for (const std::string_view name : column.names) {
                if (!name.empty()) {
                    constraints["enum"].push_back(std::string(name));
                }
            }
            break;
        case ColumnKind::choices: {
            const std::string any = "(" + joined(column.names) + ")";
            field["type"] = "string";
            constraints["pattern"] = "^(none|" + any + "(;" + any + ")*)$";
            break;
        }
    }
    field["description"] = column.meaning;
    if (!constraints.empty()) {
        field["constraints"] = constraints;
    }
    return field;
}

Json resource(const std::string& name, const std::vector<Column>& columns, bool has_key) {
    Json schema{{"fields", Json::array()}, {"missingValues", {""}}};
    for (const Column& column : columns) {
        schema["fields"].push_back(field_of(column));
    }
    if (has_key) {
        schema["primaryKey"] = "id";
    }
    return {{"name", name},
            {"path", name + ".csv"},
            {"profile", "tabular-data-resource"},
            {"format", "csv"},
            {"mediatype", "text/csv"},
            {"encoding", "utf-8"},
            {"dialect", {{"delimiter", ","}, {"lineTerminator", "\r\n"}, {"doubleQuote", true}}},
            {"schema", schema}};
}

}  // namespace

std::vector<Column> session_columns(bool notes) {
    std::vector<Column> columns{
        {"id", ColumnKind::id, "Names the record", true, 0, 0, {}},
        {"started_at", ColumnKind::moment, "When it began, with the offset of the place", true, 0, 0, {}},
        {"area", ColumnKind::text, "The area's id", true, 0, 0, {}},
        {"side", ColumnKind::choice, "both: left and right at once", true, 0, 0, side_names},
        {"pressure",
         ColumnKind::whole_number,
         "1 very light, 2 light, 3 moderate, 4 strong but manageable, 5 too much",
         true,
         1,
         5,
         {}},
        {"duration_s", ColumnKind::whole_number, "Seconds", false, 1, Duration::longest_seconds, {}},
        {"soreness_before", ColumnKind::whole_number, "0 none to 10", false, 0, 10, {}},
        {"sensations", ColumnKind::choices, "What was felt while pressing", false, 0, 0, sensation_names},
        {"screening", ColumnKind::choices, "Asked before pressing", false, 0, 0, screening_names},
        {"tool", ColumnKind::text, "What was pressed with", false, 0, 0, {}},
        {"note", ColumnKind::text, "The person's own words", false, 0, 0, {}},
        {"entered_at", ColumnKind::moment, "When it was entered", false, 0, 0, {}}};
    return notes ? columns : without_note(std::move(columns));
}

std::vector<Column> checkin_columns(bool notes) {
    std::vector<Column> columns{
        {"id", ColumnKind::id, "Names the record", true, 0, 0, {}},
        {"at",
         ColumnKind::moment,
         "The moment the rating is about, with the offset of the place",
         true,
         0,
         0,
         {}},
        {"area", ColumnKind::text, "The area's id", true, 0, 0, {}},
        {"side", ColumnKind::choice, "both: left and right at once", true, 0, 0, side_names},
        {"soreness", ColumnKind::whole_number, "0 none to 10; empty: not answered", false, 0, 10, {}},
        {"symptoms", ColumnKind::choices, "Warning signs; empty: not asked", false, 0, 0, symptom_names},
        {"note", ColumnKind::text, "The person's own words", false, 0, 0, {}},
        {"entered_at", ColumnKind::moment, "When it was entered", false, 0, 0, {}}};
    return notes ? columns : without_note(std::move(columns));
}

std::vector<Column> flag_columns() {
    return {
        {"area", ColumnKind::text, "The area's id; empty: of the whole person", false, 0, 0, {}},
        {"side", ColumnKind::choice, "Empty: of the whole person", false, 0, 0, track_sides},
        {"code", ColumnKind::text, "The rule's name", true, 0, 0, {}},
        {"tier", ColumnKind::choice, "The most serious it was", true, 0, 0, tiers},
        {"from", ColumnKind::day, "The first day it stood; empty: a health question", false, 0, 0, {}},
        {"to", ColumnKind::day, "The last day it stood; empty: it still stands", false, 0, 0, {}},
        {"sentence", ColumnKind::text, "What it says", true, 0, 0, {}},
        {"evidence", ColumnKind::text, "The ids of the records it rests on, joined with ;", false, 0, 0, {}}};
}

std::string data_package(const Selection& selection, const Instant& made_at) {
    Json package{{"profile", "tabular-data-package"},
                 {"name", "soreness-log"},
                 {"title", "Self-massage and soreness log"},
                 {"description",
                  "Kept by the person themselves; not a measurement by a clinician. An empty cell is not "
                  "recorded, none is asked and none. A leading ' before one of = + - @ ' tab or a line break "
                  "is not part of the text."},
                 {"created", to_iso(made_at)},
                 {"omitted", omitted(selection)}};
    if (!selection.name.empty()) {
        package["contributors"] = Json::array({{{"title", selection.name}, {"role", "author"}}});
    }
    if (selection.from) {
        package["range"]["from"] = to_iso(*selection.from);
    }
    if (selection.to) {
        package["range"]["to"] = to_iso(*selection.to);
    }
    if (!selection.areas.empty()) {
        package["range"]["areas"] = selection.areas;
    }
    package["resources"] = {resource("sessions", session_columns(selection.notes), true),
                            resource("checkins", checkin_columns(selection.notes), true),
                            resource("flags", flag_columns(), false)};
    return package.dump(1) + "\n";
}

}  // namespace unknot::report
