#include "storage/import/records.h"

#include <uuid/uuid.h>

namespace unknot::storage {

namespace {

using Json = nlohmann::json;

/// The namespace of ids computed from content; made once for this program and never changed.
constexpr const char* id_namespace = "5f0c7a52-7d0e-5b8e-9a53-6b1f6c2d41aa";

/// The content of a record in one form, however its file wrote it; the moment of entry is no content.
std::string canonical(const Session& session) {
    Json form{{"kind", "session"},
              {"started_at", to_iso(session.started_at)},
              {"area", session.area},
              {"side", name_of(session.side)},
              {"pressure", number(session.pressure)},
              {"tool", session.tool},
              {"note", session.note}};
    if (session.duration) {
        form["duration_s"] = session.duration->seconds();
    }
    if (session.soreness_before) {
        form["soreness_before"] = session.soreness_before->value();
    }
    if (session.sensations) {
        form["sensations"] = session.sensations->bits();
    }
    if (session.screening) {
        form["screening"] = session.screening->bits();
    }
    return form.dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::string canonical(const CheckIn& checkin) {
    Json form{{"kind", "checkin"},
              {"at", to_iso(checkin.at)},
              {"area", checkin.area},
              {"side", name_of(checkin.side)},
              {"note", checkin.note}};
    if (checkin.soreness) {
        form["soreness"] = checkin.soreness->value();
    }
    if (checkin.symptoms) {
        form["symptoms"] = checkin.symptoms->bits();
    }
    return form.dump(-1, ' ', false, Json::error_handler_t::replace);
}

RecordId computed_id(const std::string& content, int ordinal) {
    const std::string name = content + "#" + std::to_string(ordinal);
    uuid_t space;
    uuid_t out;
    uuid_parse(id_namespace, space);
    uuid_generate_sha1(out, space, name.data(), name.size());
    std::array<char, UUID_STR_LEN> text{};
    uuid_unparse_lower(out, text.data());
    return RecordId(text.data());
}

template <typename Record>
void check(const Record& record, Fields& fields, const AreaCatalogue& catalogue) {
    for (Refusal& refusal : validate(record, catalogue, std::nullopt)) {
        const std::string_view name = name_of(refusal.field);
        fields.refuse(name, std::move(refusal));
    }
}

std::optional<std::string> written_id(Fields& fields, Reading& reading) {
    auto id = fields.text("id");
    if (id && !reading.ids.insert(*id).second) {
        fields.report(ImportProblem::What::duplicate_id, "id", shown_value(*id));
    }
    return id;
}

/// Finishes a record that was read without a problem: id, and what the whole of it must fulfil.
template <typename Record>
void finish(Record& record, const std::optional<std::string>& id, Fields& fields, Reading& reading,
            std::vector<Record>& records) {
    if (id) {
        record.id = RecordId(*id);
    } else {
        const std::string content = canonical(record);
        record.id = computed_id(content, reading.equal_so_far[content]++);
    }
    check(record, fields, reading.catalogue);
    records.push_back(std::move(record));
}

}  // namespace

void read_session(Fields& fields, Reading& reading) {
    const std::size_t problems_before = reading.problems.size();
    const auto id = written_id(fields, reading);
    Session session;
    if (fields.require("started_at", Field::started_at)) {
        session.started_at = fields.instant("started_at", Field::started_at).value_or(Instant{});
    }
    session.area = fields.required_text("area", Field::area);
    session.side = fields.side();
    if (fields.require("pressure", Field::pressure)) {
        if (const auto number = fields.whole_number("pressure", Field::pressure, Reason::pressure_range)) {
            const auto level = pressure_level(*number);
            if (!level) {
                fields.refuse("pressure",
                              {Field::pressure, Reason::pressure_range, std::to_string(*number), {}});
            }
            session.pressure = level.value_or(PressureLevel::very_light);
        }
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
        finish(session, id, fields, reading, reading.file.records.sessions);
    }
}

void read_checkin(Fields& fields, Reading& reading) {
    const std::size_t problems_before = reading.problems.size();
    const auto id = written_id(fields, reading);
    CheckIn checkin;
    if (fields.require("at", Field::at)) {
        checkin.at = fields.instant("at", Field::at).value_or(Instant{});
    }
    checkin.area = fields.required_text("area", Field::area);
    checkin.side = fields.side();
    checkin.soreness = fields.soreness("soreness", Field::soreness);
    checkin.symptoms = fields.answers<Symptom>("symptoms", Field::symptoms, symptom_names);
    checkin.note = fields.text("note").value_or("");
    checkin.entered_at = fields.instant("entered_at", Field::entered_at);
    if (reading.problems.size() == problems_before) {
        finish(checkin, id, fields, reading, reading.file.records.checkins);
    }
}

ImportResult result_of(Reading&& reading) {
    if (!reading.problems.empty()) {
        return Failed{std::move(reading.problems)};
    }
    return std::move(reading.file);
}

}  // namespace unknot::storage
