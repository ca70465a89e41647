#include "storage/import/import_json.h"

#include "app/domain/milestones.h"
#include "storage/import/json_fields.h"
#include "storage/import/records.h"

#include <algorithm>

namespace unknot::storage {

namespace {

using Json = nlohmann::json;
using What = ImportProblem::What;

/// Ends the reading of a file from within the parser.
struct StopReading {};

/// Taking the text apart is about half of the work, the lists are the rest.
constexpr double parsed_share = 0.5;
constexpr double sessions_share = 0.75;

/// The bytes of the text for the parser, which tells nobody how far it is.
class Bytes {
public:
    using iterator_category = std::input_iterator_tag;
    using value_type = char;
    using difference_type = std::ptrdiff_t;
    using pointer = const char*;
    using reference = const char&;

    Bytes(const char* at, std::size_t position, Milestones* milestones)
        : at_(at), position_(position), milestones_(milestones) {}

    const char& operator*() const { return *at_; }
    Bytes& operator++() {
        ++at_;
        if ((++position_ & 0xFFFF) == 0 && !milestones_->go_on(position_)) {
            throw StopReading{};
        }
        return *this;
    }
    friend bool operator==(const Bytes& a, const Bytes& b) { return a.at_ == b.at_; }

private:
    const char* at_;
    std::size_t position_;
    Milestones* milestones_;
};

Json parse(std::string_view text, const Progress& progress) {
    if (!progress) {
        return Json::parse(text);
    }
    Milestones milestones(progress, text.size(), 0, parsed_share);
    return Json::parse(Bytes(text.data(), 0, &milestones),
                       Bytes(text.data() + text.size(), text.size(), &milestones));
}

void read_session_object(JsonFields& fields, Reading& reading) {
    fields.only({"id", "started_at", "area", "side", "pressure", "duration_s", "soreness_before",
                 "sensations", "screening", "tool", "note", "entered_at"});
    read_session(fields, reading);
}

void read_checkin_object(JsonFields& fields, Reading& reading) {
    fields.only({"id", "at", "area", "side", "soreness", "symptoms", "note", "entered_at"});
    read_checkin(fields, reading);
}

void read_profile(JsonFields& fields, Reading& reading) {
    fields.only({"conditions", "denied", "cleared", "cleared_at", "clinician_ok"});
    Profile profile;
    const auto answers = [&](const char* name) {
        return fields.answers<Condition>(name, Field::conditions, condition_names).value_or(Conditions{});
    };
    profile.conditions = answers("conditions");
    profile.denied = answers("denied");
    const bool ok = fields.boolean("clinician_ok");  // the short form, without the conditions that it covered
    profile.cleared = ok && !fields.has("cleared") ? profile.conditions : answers("cleared");
    profile.cleared_at = fields.instant("cleared_at", Field::entered_at);
    reading.file.records.profile = profile;
}

/// All three fields or none.
std::optional<MapPlace> read_map_place(JsonFields& fields) {
    if (!fields.has("map_view") && !fields.has("map_x") && !fields.has("map_y")) {
        return std::nullopt;
    }
    const auto part = [&](const char* name) {
        const auto number = fields.whole_number(name, Field::map_place, Reason::map_place_range);
        if (!number) {
            return std::int32_t{0};
        }
        if (*number < 0 || *number > 1000) {
            fields.refuse(name, {Field::map_place, Reason::map_place_range, std::to_string(*number), {}});
            return std::int32_t{0};
        }
        return static_cast<std::int32_t>(*number);
    };
    const std::string view = fields.required_text("map_view", Field::map_place);
    if (view != "front" && view != "back") {
        fields.report(ImportProblem::What::wrong_type, "map_view", "front or back");
    }
    for (const char* name : {"map_x", "map_y"}) {
        if (!fields.has(name)) {
            fields.refuse(name, {Field::map_place, Reason::missing, "", {}});
        }
    }
    return MapPlace{view == "back" ? BodyView::back : BodyView::front, part("map_x"), part("map_y")};
}

void read_own_area(JsonFields& fields, Reading& reading) {
    fields.only(
        {"id", "name", "left", "right", "center", "front", "back", "retired", "map_view", "map_x", "map_y"});
    Area area;
    area.id = fields.required_text("id", Field::area);
    area.name = fields.required_text("name", Field::area_name);
    area.sides = {fields.boolean("left"), fields.boolean("right"), fields.boolean("center")};
    area.front = fields.boolean("front");
    area.back = fields.boolean("back");
    area.retired = fields.boolean("retired");
    area.map_place = read_map_place(fields);
    area.own = true;
    if (!area.id.starts_with("own_")) {
        fields.refuse("id", {Field::area, Reason::unknown_area, shown_value(area.id), {}});
    }
    reading.file.records.areas.push_back(std::move(area));
}

void read_list(const Json& file, const char* name, Reading& reading,
               void (*read)(JsonFields& fields, Reading& reading), Milestones milestones) {
    if (!file.contains(name)) {
        return;
    }
    JsonFields top(file, "", reading.problems);
    if (!file[name].is_array()) {
        top.report(What::wrong_type, name, "a list");
        return;
    }
    for (std::size_t i = 0; i < file[name].size(); ++i) {
        if (!milestones.go_on(i)) {
            throw StopReading{};
        }
        const std::string where = std::string(name) + "[" + std::to_string(i) + "]";
        if (file[name][i].is_object()) {
            JsonFields fields(file[name][i], where, reading.problems);
            read(fields, reading);
        } else {
            top.report(What::wrong_type, where, "an object");
        }
    }
}

void read_omitted(JsonFields& fields, Reading& reading) {
    const auto omitted = fields.names("omitted", Field::note);
    if (omitted && std::find(omitted->begin(), omitted->end(), "notes") != omitted->end()) {
        reading.file.records.omitted.insert(Field::note);
    }
}

std::vector<ImportProblem> whole_file(What what, std::string detail) {
    ImportProblem problem;
    problem.what = what;
    problem.detail = std::move(detail);
    return {problem};
}

std::vector<ImportProblem> syntax_problem(std::string_view text, const Json::parse_error& error) {
    // The parser counts the byte at which it stopped from 1.
    const std::string_view before = text.substr(0, error.byte > 0 ? error.byte - 1 : 0);
    const std::size_t line_begin = before.rfind('\n') == std::string_view::npos ? 0 : before.rfind('\n') + 1;
    std::string words = error.what();
    // "[json.exception.parse_error.101] parse error at line 1, column 2: syntax error while …"
    const std::size_t begin = words.find(": ");
    words = begin == std::string::npos ? words : words.substr(begin + 2);
    auto problems = whole_file(What::not_json, std::move(words));
    problems[0].line = 1 + static_cast<std::size_t>(std::count(before.begin(), before.end(), '\n'));
    problems[0].column = before.size() - line_begin + 1;
    return problems;
}

std::vector<std::string> read_tool_names(JsonFields& fields, const char* list) {
    const auto tools = fields.names(list, Field::tool);
    if (!tools) {
        return {};
    }
    for (const std::string& tool : *tools) {
        for (const Refusal& refusal : validate_tool(tool)) {
            fields.refuse(list, refusal);
        }
    }
    return *tools;
}

void read_tools(JsonFields& fields, Reading& reading) {
    ImportRecords& records = reading.file.records;
    records.retired_tools = read_tool_names(fields, "retired_tools");
    records.tools = read_tool_names(fields, "tools");
    std::erase_if(records.tools, [&](const std::string& tool) {  // in both lists: retired
        return std::find(records.retired_tools.begin(), records.retired_tools.end(), tool) !=
               records.retired_tools.end();
    });
}

std::size_t count_in(const Json& file, const char* name) {
    return file.contains(name) ? file[name].size() : 0;
}

void read_file(const Json& file, const AreaCatalogue& known, const Progress& progress, Reading& reading) {
    JsonFields fields(file, "", reading.problems);
    fields.only({"format", "version", "name", "range", "profile", "areas", "tools", "retired_tools",
                 "sessions", "checkins", "omitted"});
    read_omitted(fields, reading);
    read_tools(fields, reading);
    const Progress untold;  // they are few
    read_list(file, "areas", reading, read_own_area, {untold, 1});
    reading.catalogue = known.with_own(reading.file.records.areas);
    read_list(file, "sessions", reading, read_session_object,
              {progress, count_in(file, "sessions"), parsed_share, sessions_share});
    read_list(file, "checkins", reading, read_checkin_object,
              {progress, count_in(file, "checkins"), sessions_share, 1});
    if (!fields.has("profile")) {
        return;
    }
    if (file["profile"].is_object()) {
        JsonFields profile(file["profile"], "profile", reading.problems);
        read_profile(profile, reading);
    } else {
        fields.report(What::wrong_type, "profile", "an object");
    }
}

ImportResult read_text(std::string_view text, const AreaCatalogue& known, const Progress& progress) {
    Json file;
    try {
        file = parse(text, progress);
    } catch (const Json::parse_error& error) {
        return Failed{syntax_problem(text, error)};
    } catch (const Json::exception& error) {
        return Failed{whole_file(What::not_json, error.what())};
    }
    const bool lists = file.is_object() && (file.contains("sessions") || file.contains("checkins"));
    if (!lists || (file.contains("format") && file["format"] != "unknot-log")) {
        return Failed{whole_file(What::not_a_log, "")};
    }
    if (file.contains("version") && file["version"] != 1) {
        return Failed{whole_file(What::newer_format, file["version"].dump())};
    }
    Reading reading;
    read_file(file, known, progress, reading);
    return result_of(std::move(reading));
}

}  // namespace

ImportResult import_json(std::string_view text, const AreaCatalogue& known, const Progress& progress) {
    try {
        return read_text(text, known, progress);
    } catch (const StopReading&) {
        return Failed{whole_file(What::stopped, "")};
    }
}

}  // namespace unknot::storage
