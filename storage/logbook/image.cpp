#include "storage/logbook/image.h"

#include "storage/logbook/columns.h"

#include <nlohmann/json.hpp>

namespace unknot::storage {

namespace {

using Json = nlohmann::json;

void put(Json& json, const char* key, const std::optional<Instant>& at) {
    if (at) {
        json[key] = {at->utc_ms, at->offset_minutes};
    }
}

std::optional<Instant> instant_from(const Json& json, const char* key) {
    if (!json.contains(key)) {
        return std::nullopt;
    }
    return instant_of(json[key].at(0).get<std::int64_t>(), json[key].at(1).get<std::int64_t>(), "");
}

template <typename E>
void put(Json& json, const char* key, const std::optional<AnswerSet<E>>& answers) {
    if (answers) {
        json[key] = answers->bits();
    }
}

template <typename E>
std::optional<AnswerSet<E>> answers_from(const Json& json, const char* key) {
    if (!json.contains(key)) {
        return std::nullopt;
    }
    return AnswerSet<E>::from_bits(json[key].get<std::uint32_t>());
}

std::optional<std::int64_t> number_from(const Json& json, const char* key) {
    return json.contains(key) ? std::optional(json[key].get<std::int64_t>()) : std::nullopt;
}

std::optional<Soreness> soreness_from(const Json& json, const char* key) {
    const auto value = number_from(json, key);
    return value ? Soreness::of(*value) : std::nullopt;
}

}  // namespace

std::string image_of(const Session& session) {
    Json json{{"id", session.id.text()},
              {"area", session.area},
              {"side", static_cast<int>(session.side)},
              {"pressure", number(session.pressure)},
              {"tool", session.tool},
              {"note", session.note}};
    put(json, "at", std::optional(session.started_at));
    put(json, "entered", session.entered_at);
    put(json, "sensations", session.sensations);
    put(json, "screening", session.screening);
    if (session.duration) {
        json["duration_s"] = session.duration->seconds();
    }
    if (session.soreness_before) {
        json["soreness_before"] = session.soreness_before->value();
    }
    return json.dump();
}

std::string image_of(const CheckIn& checkin) {
    Json json{{"id", checkin.id.text()},
              {"area", checkin.area},
              {"side", static_cast<int>(checkin.side)},
              {"note", checkin.note}};
    put(json, "at", std::optional(checkin.at));
    put(json, "entered", checkin.entered_at);
    put(json, "symptoms", checkin.symptoms);
    if (checkin.soreness) {
        json["soreness"] = checkin.soreness->value();
    }
    return json.dump();
}

std::string image_of(const Profile& profile) {
    Json json{{"conditions", profile.conditions.bits()},
              {"denied", profile.denied.bits()},
              {"cleared", profile.cleared.bits()}};
    put(json, "cleared_at", profile.cleared_at);
    return json.dump();
}

std::string image_of(const Area& own_area) {
    Json json{{"id", own_area.id},
              {"name", own_area.name},
              {"left", own_area.sides.left},
              {"right", own_area.sides.right},
              {"center", own_area.sides.center},
              {"front", own_area.front},
              {"back", own_area.back},
              {"retired", own_area.retired}};
    if (own_area.map_place) {
        json["place"] = {static_cast<int>(own_area.map_place->view), own_area.map_place->x,
                         own_area.map_place->y};
    }
    return json.dump();
}

std::string image_of(const Tool& tool) {
    return Json{{"name", tool.name}, {"retired", tool.retired}}.dump();
}

Session session_from(const std::string& image) {
    const Json json = Json::parse(image);
    Session session;
    session.id = RecordId(json.at("id").get<std::string>());
    session.area = json.at("area").get<std::string>();
    session.side = side_of(json.at("side").get<std::int64_t>(), session.id.text());
    session.pressure = pressure_level(json.at("pressure").get<int>()).value();
    session.tool = json.at("tool").get<std::string>();
    session.note = json.at("note").get<std::string>();
    session.started_at = instant_from(json, "at").value();
    session.entered_at = instant_from(json, "entered");
    session.sensations = answers_from<Sensation>(json, "sensations");
    session.screening = answers_from<Screening>(json, "screening");
    if (const auto seconds = number_from(json, "duration_s")) {
        session.duration = Duration::of_seconds(*seconds);
    }
    session.soreness_before = soreness_from(json, "soreness_before");
    return session;
}

CheckIn checkin_from(const std::string& image) {
    const Json json = Json::parse(image);
    CheckIn checkin;
    checkin.id = RecordId(json.at("id").get<std::string>());
    checkin.area = json.at("area").get<std::string>();
    checkin.side = side_of(json.at("side").get<std::int64_t>(), checkin.id.text());
    checkin.note = json.at("note").get<std::string>();
    checkin.at = instant_from(json, "at").value();
    checkin.entered_at = instant_from(json, "entered");
    checkin.symptoms = answers_from<Symptom>(json, "symptoms");
    checkin.soreness = soreness_from(json, "soreness");
    return checkin;
}

Profile profile_from(const std::string& image) {
    const Json json = Json::parse(image);
    Profile profile;
    profile.conditions = Conditions::from_bits(json.at("conditions").get<std::uint32_t>());
    profile.denied = Conditions::from_bits(json.at("denied").get<std::uint32_t>());
    profile.cleared = Conditions::from_bits(json.at("cleared").get<std::uint32_t>());
    profile.cleared_at = instant_from(json, "cleared_at");
    return profile;
}

Area area_from(const std::string& image) {
    const Json json = Json::parse(image);
    Area area;
    area.id = json.at("id");
    area.name = json.at("name");
    area.sides = {json.at("left").get<bool>(), json.at("right").get<bool>(), json.at("center").get<bool>()};
    area.front = json.at("front");
    area.back = json.at("back");
    area.retired = json.at("retired");
    area.own = true;
    if (json.contains("place")) {
        const Json& place = json.at("place");
        area.map_place = MapPlace{place.at(0).get<int>() == 0 ? BodyView::front : BodyView::back,
                                  place.at(1).get<std::int32_t>(), place.at(2).get<std::int32_t>()};
    }
    return area;
}

Tool tool_from(const std::string& image) {
    const Json json = Json::parse(image);
    return {json.at("name"), json.at("retired")};
}

}  // namespace unknot::storage
