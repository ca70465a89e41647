#include "storage/import/import_json.h"

#include "storage/import/fields.h"

#include <uuid/uuid.h>

#include <map>
#include <set>

namespace unknot::storage {

namespace {

using Json = nlohmann::json;

/// The namespace of ids computed from content; made once for this program and never changed.
constexpr const char* id_namespace = "5f0c7a52-7d0e-5b8e-9a53-6b1f6c2d41aa";

RecordId computed_id(const std::string& canonical) {
    uuid_t space;
    uuid_t out;
    uuid_parse(id_namespace, space);
    uuid_generate_sha1(out, space, canonical.data(), canonical.size());
    std::array<char, UUID_STR_LEN> text{};
    uuid_unparse_lower(out, text.data());
    return {text.data()};
}

/// Gathers one file: the records, what is wrong, and the ids met so far.
struct Reading {
    ImportRecords records;
    std::vector<ImportProblem> problems;
    AreaCatalogue catalogue;
    std::set<std::string> ids;
    std::map<std::string, int> equal_so_far;  ///< records without id, by canonical form

    RecordId id_of(Fields& fields, const Json& object, const char* kind) {
        const auto written = fields.text("id");
        RecordId id;
        if (written) {
            id.text = *written;
        } else {
            // Entry time is not content: the same record entered twice is the same record.
            Json content = object;
            content.erase("entered_at");
            const std::string canonical = kind + content.dump();
            id = computed_id(canonical + "#" + std::to_string(equal_so_far[canonical]++));
        }
        if (!ids.insert(id.text).second) {
            fields.report(ImportProblem::What::duplicate_id, "id", shown_value(id.text));
        }
        return id;
    }
};

template <typename Record>
void check(const Record& record, const std::string& where, Reading& reading) {
    for (Refusal& refusal : validate(record, reading.catalogue, std::nullopt)) {
        if (refusal.value.empty() && (refusal.field == Field::area || refusal.field == Field::side)) {
            continue;  // absent: already said
        }
        ImportProblem problem;
        problem.where = where + "." + std::string(name_of(refusal.field));
        problem.refusal = std::move(refusal);
        reading.problems.push_back(std::move(problem));
    }
}

void read_session(const Json& object, const std::string& where, Reading& reading) {
    Fields fields(object, where, reading.problems);
    const std::size_t problems_before = reading.problems.size();
    fields.only({"id", "started_at", "area", "side", "pressure", "duration_s", "soreness_before",
                 "sensations", "screening", "tool", "note", "entered_at"});
    Session session;
    session.id = reading.id_of(fields, object, "session");
    if (!fields.has("started_at")) {
        fields.refuse("started_at", {Field::started_at, Reason::missing, "", {}});
    }
    session.started_at = fields.instant("started_at", Field::started_at).value_or(Instant{});
    session.area = fields.required_text("area", Field::area);
    session.side = fields.side();
    if (!fields.has("pressure")) {
        fields.refuse("pressure", {Field::pressure, Reason::missing, "", {}});
    } else if (const auto number = fields.whole_number("pressure", Field::pressure, Reason::pressure_range)) {
        const auto level = pressure_level(*number);
        if (!level) {
            fields.refuse("pressure", {Field::pressure, Reason::pressure_range, std::to_string(*number), {}});
        }
        session.pressure = level.value_or(PressureLevel::very_light);
    }
    if (const auto seconds = fields.whole_number("duration_s", Field::duration, Reason::duration_range)) {
        session.duration = Duration::of_seconds(*seconds);
        if (!session.duration) {
            fields.refuse("duration_s",
                          {Field::duration, Reason::duration_range, std::to_string(*seconds), {}});
        }
    }
    session.soreness_before = fields.soreness("soreness_before", Field::soreness_before);
    session.sensations = fields.answers<Sensation>("sensations", Field::sensations, sensation_names);
    session.screening = fields.answers<Screening>("screening", Field::screening, screening_names);
    session.tool = fields.text("tool").value_or("");
    session.note = fields.text("note").value_or("");
    session.entered_at = fields.instant("entered_at", Field::entered_at);
    if (reading.problems.size() == problems_before) {
        check(session, where, reading);
    }
    reading.records.sessions.push_back(std::move(session));
}

void read_checkin(const Json& object, const std::string& where, Reading& reading) {
    Fields fields(object, where, reading.problems);
    const std::size_t problems_before = reading.problems.size();
    fields.only({"id", "at", "area", "side", "soreness", "symptoms", "note", "entered_at"});
    CheckIn checkin;
    checkin.id = reading.id_of(fields, object, "checkin");
    if (!fields.has("at")) {
        fields.refuse("at", {Field::at, Reason::missing, "", {}});
    }
    checkin.at = fields.instant("at", Field::at).value_or(Instant{});
    checkin.area = fields.required_text("area", Field::area);
    checkin.side = fields.side();
    checkin.soreness = fields.soreness("soreness", Field::soreness);
    checkin.symptoms = fields.answers<Symptom>("symptoms", Field::symptoms, symptom_names);
    checkin.note = fields.text("note").value_or("");
    checkin.entered_at = fields.instant("entered_at", Field::entered_at);
    if (reading.problems.size() == problems_before) {
        check(checkin, where, reading);
    }
    reading.records.checkins.push_back(std::move(checkin));
}

void read_profile(const Json& object, const std::string& where, Reading& reading) {
    Fields fields(object, where, reading.problems);
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
    reading.records.profile = profile;
}

void read_own_area(const Json& object, const std::string& where, Reading& reading) {
    Fields fields(object, where, reading.problems);
    fields.only({"id", "name", "left", "right", "center", "front", "back", "retired"});
    Area area;
    area.id = fields.required_text("id", Field::area);
    area.name = fields.required_text("name", Field::area_name);
    area.sides = {fields.boolean("left"), fields.boolean("right"), fields.boolean("center")};
    area.front = fields.boolean("front");
    area.back = fields.boolean("back");
    area.retired = fields.boolean("retired");
    area.own = true;
    if (!area.id.starts_with("own_")) {
        fields.refuse("id", {Field::area, Reason::unknown_area, shown_value(area.id), {}});
    }
    reading.records.areas.push_back(std::move(area));
}

void read_list(const Json& file, const char* name, Reading& reading,
               void (*read)(const Json&, const std::string&, Reading&)) {
    if (!file.contains(name)) {
        return;
    }
    Fields top(file, "", reading.problems);
    if (!file[name].is_array()) {
        top.report(ImportProblem::What::wrong_type, name, "a list");
        return;
    }
    for (std::size_t i = 0; i < file[name].size(); ++i) {
        const std::string where = std::string(name) + "[" + std::to_string(i) + "]";
        if (file[name][i].is_object()) {
            read(file[name][i], where, reading);
        } else {
            top.report(ImportProblem::What::wrong_type, where, "an object");
        }
    }
}

std::vector<ImportProblem> whole_file(ImportProblem::What what, std::string detail) {
    ImportProblem problem;
    problem.what = what;
    problem.detail = std::move(detail);
    return {problem};
}

}  // namespace

Result<ImportRecords, std::vector<ImportProblem>> import_json(std::string_view text) {
    Json file;
    try {
        file = Json::parse(text);
    } catch (const Json::exception& error) {
        return Failed{whole_file(ImportProblem::What::not_json, error.what())};
    }
    const bool lists = file.is_object() && (file.contains("sessions") || file.contains("checkins"));
    if (!lists || (file.contains("format") && file["format"] != "unknot-log")) {
        return Failed{whole_file(ImportProblem::What::not_a_log, "")};
    }
    if (file.contains("version") && file["version"] != 1) {
        return Failed{whole_file(ImportProblem::What::newer_format, file["version"].dump())};
    }
    Reading reading;
    Fields(file, "", reading.problems)
        .only({"format", "version", "profile", "areas", "sessions", "checkins", "omitted"});
    read_list(file, "areas", reading, read_own_area);
    reading.catalogue = AreaCatalogue(reading.records.areas);
    read_list(file, "sessions", reading, read_session);
    read_list(file, "checkins", reading, read_checkin);
    if (file.contains("profile") && file["profile"].is_object()) {
        read_profile(file["profile"], "profile", reading);
    } else if (file.contains("profile") && !file["profile"].is_null()) {
        Fields(file, "", reading.problems).report(ImportProblem::What::wrong_type, "profile", "an object");
    }
    if (!reading.problems.empty()) {
        return Failed{std::move(reading.problems)};
    }
    return std::move(reading.records);
}

}  // namespace unknot::storage
