#include "app/report/log_json.h"

#include <nlohmann/json.hpp>

#include <memory>
#include <vector>

namespace unknot::report {

namespace {

using Json = nlohmann::ordered_json;

template <typename E, std::size_t count>
Json names_in(const AnswerSet<E>& answers, const std::array<std::string_view, count>& names) {
    Json list = Json::array();
    for (std::size_t i = 0; i < count; ++i) {
        if (answers.contains(static_cast<E>(i))) {
            list.push_back(std::string(names[i]));
        }
    }
    return list;
}

Json json_of(const Session& session) {
    Json json{{"id", session.id.text()},
              {"started_at", to_iso(session.started_at)},
              {"area", session.area},
              {"side", std::string(name_of(session.side))},
              {"pressure", number(session.pressure)}};
    if (session.duration) {
        json["duration_s"] = session.duration->seconds();
    }
    if (session.soreness_before) {
        json["soreness_before"] = session.soreness_before->value();
    }
    if (session.sensations) {
        json["sensations"] = names_in(*session.sensations, sensation_names);
    }
    if (session.screening) {
        json["screening"] = names_in(*session.screening, screening_names);
    }
    if (!session.tool.empty()) {
        json["tool"] = session.tool;
    }
    if (!session.note.empty()) {
        json["note"] = session.note;
    }
    if (session.entered_at) {
        json["entered_at"] = to_iso(*session.entered_at);
    }
    return json;
}

Json json_of(const CheckIn& checkin) {
    Json json{{"id", checkin.id.text()},
              {"at", to_iso(checkin.at)},
              {"area", checkin.area},
              {"side", std::string(name_of(checkin.side))}};
    if (checkin.soreness) {
        json["soreness"] = checkin.soreness->value();
    }
    if (checkin.symptoms) {
        json["symptoms"] = names_in(*checkin.symptoms, symptom_names);
    }
    if (!checkin.note.empty()) {
        json["note"] = checkin.note;
    }
    if (checkin.entered_at) {
        json["entered_at"] = to_iso(*checkin.entered_at);
    }
    return json;
}

Json json_of(const Profile& profile) {
    Json json{{"conditions", names_in(profile.conditions, condition_names)},
              {"denied", names_in(profile.denied, condition_names)},
              {"cleared", names_in(profile.cleared, condition_names)}};
    if (profile.cleared_at) {
        json["cleared_at"] = to_iso(*profile.cleared_at);
    }
    json["clinician_ok"] = profile.clinician_ok();
    return json;
}

Json json_of(const Area& area) {
    Json json{{"id", area.id},
              {"name", area.name},
              {"left", area.sides.left},
              {"right", area.sides.right},
              {"center", area.sides.center},
              {"front", area.front},
              {"back", area.back},
              {"retired", area.retired}};
    if (area.map_place) {
        json["map_view"] = area.map_place->view == BodyView::front ? "front" : "back";
        json["map_x"] = area.map_place->x;
        json["map_y"] = area.map_place->y;
    }
    return json;
}

/// One member of the file, with its comma where another one follows; indented as `dump(1)` does it.
void write_member(const Sink& sink, const char* name, const Json& value) {
    std::string text = std::string("\n \"") + name + "\": ";
    for (const char c : value.dump(1)) {
        text += c;
        if (c == '\n') {
            text += ' ';
        }
    }
    sink(text);
}

/// A list of records, one in memory at a time.
template <typename Record>
void write_records(const Sink& sink, const char* name, const std::vector<LogEntry>& entries,
                   std::shared_ptr<const Record> LogEntry::*kind, bool notes) {
    std::string text = std::string(",\n \"") + name + "\": [";
    bool any = false;
    for (const LogEntry& entry : entries) {
        if (entry.*kind == nullptr) {
            continue;
        }
        Json record = json_of(*(entry.*kind));
        if (!notes) {
            record.erase("note");
        }
        text += any ? ",\n  " : "\n  ";
        any = true;
        // A text holds no line break of its own: JSON writes those as \n.
        for (const char c : record.dump(1)) {
            text += c;
            if (c == '\n') {
                text += "  ";
            }
        }
        sink(text);
        text.clear();
    }
    sink(text + (any ? "\n ]" : "]"));
}

void write_head(const Sink& sink, const std::optional<Selection>& selection) {
    sink("{");
    write_member(sink, "format", "unknot-log");
    sink(",");
    write_member(sink, "version", 1);
    if (!selection) {
        return;
    }
    sink(",");
    write_member(sink, "omitted", omitted(*selection));
    if (!selection->name.empty()) {
        sink(",");
        write_member(sink, "name", selection->name);
    }
    Json range = Json::object();
    if (selection->from) {
        range["from"] = to_iso(*selection->from);
    }
    if (selection->to) {
        range["to"] = to_iso(*selection->to);
    }
    if (!selection->areas.empty()) {
        range["areas"] = selection->areas;
    }
    if (!range.empty()) {
        sink(",");
        write_member(sink, "range", range);
    }
}

}  // namespace

void write_log_json(const Snapshot& snapshot, const std::optional<Selection>& selection, const Sink& sink) {
    const std::vector<LogEntry> entries = oldest_first(snapshot, selection.value_or(Selection{}));
    write_head(sink, selection);
    if (snapshot.profile_asked) {
        sink(",");
        write_member(sink, "profile", json_of(snapshot.profile));
    }
    Json areas = Json::array();
    for (const Area& area : selection ? own_areas_of(snapshot, entries) : snapshot.catalogue->own()) {
        areas.push_back(json_of(area));
    }
    sink(",");
    write_member(sink, "areas", areas);
    const auto write_tools = [&](const char* name, const std::vector<std::string>& tools) {
        if (!selection && !tools.empty()) {
            sink(",");
            write_member(sink, name, tools);
        }
    };
    write_tools("tools", snapshot.added_tools);
    write_tools("retired_tools", snapshot.retired_tools);
    const bool notes = !selection || selection->notes;
    write_records(sink, "sessions", entries, &LogEntry::session, notes);
    write_records(sink, "checkins", entries, &LogEntry::checkin, notes);
    sink("\n}\n");
}

}  // namespace unknot::report
