#include "app/report/log_json.h"

#include <nlohmann/json.hpp>

#include <algorithm>

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
    Json json{{"id", session.id.text},
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
    Json json{{"id", checkin.id.text},
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
    return {{"id", area.id},
            {"name", area.name},
            {"left", area.sides.left},
            {"right", area.sides.right},
            {"center", area.sides.center},
            {"front", area.front},
            {"back", area.back},
            {"retired", area.retired}};
}

}  // namespace

std::string log_json(const Snapshot& snapshot) {
    std::vector<LogEntry> entries = newest_first(snapshot);
    std::reverse(entries.begin(), entries.end());
    Json file{{"format", "unknot-log"}, {"version", 1}};
    if (snapshot.profile_asked) {
        file["profile"] = json_of(snapshot.profile);
    }
    file["areas"] = Json::array();
    for (const Area& area : snapshot.catalogue->own()) {
        file["areas"].push_back(json_of(area));
    }
    file["sessions"] = Json::array();
    file["checkins"] = Json::array();
    for (const LogEntry& entry : entries) {
        if (entry.session) {
            file["sessions"].push_back(json_of(*entry.session));
        } else {
            file["checkins"].push_back(json_of(*entry.checkin));
        }
    }
    return file.dump(1) + "\n";
}

}  // namespace unknot::report
