#pragma once

#include "storage/logbook/image.h"
#include "storage/logbook/tables.h"

#include <nlohmann/json.hpp>

#include <optional>
#include <string>

namespace unknot::storage {

// What the kinds of things have in common under other names, for templates.

inline Kind kind_of(const Session& /*which*/) {
    return Kind::session;
}
inline Kind kind_of(const CheckIn& /*which*/) {
    return Kind::checkin;
}
inline Kind kind_of(const Area& /*which*/) {
    return Kind::own_area;
}
inline Kind kind_of(const Tool& /*which*/) {
    return Kind::tool;
}
inline Kind kind_of(const Profile& /*which*/) {
    return Kind::profile;
}
inline bool is_record(Kind kind) {
    return kind == Kind::session || kind == Kind::checkin;
}
/// What tells it apart from others of its kind.
inline std::string key_of(const Session& session) {
    return session.id.text();
}
inline std::string key_of(const CheckIn& checkin) {
    return checkin.id.text();
}
inline const std::string& key_of(const Area& own_area) {
    return own_area.id;
}
inline const std::string& key_of(const Tool& tool) {
    return tool.name;
}
inline std::string key_of(const Profile& /*the one*/) {
    return {};
}
inline const Instant& moment_of(const Session& session) {
    return session.started_at;
}
inline const Instant& moment_of(const CheckIn& checkin) {
    return checkin.at;
}
inline std::optional<Stored<Session>> stored(Tables& tables, const Session& session) {
    return tables.session(session.id.text());
}
inline std::optional<Stored<CheckIn>> stored(Tables& tables, const CheckIn& checkin) {
    return tables.checkin(checkin.id.text());
}
inline std::optional<Stored<Area>> stored(Tables& tables, const Area& own_area) {
    return tables.own_area(own_area.id);
}
inline std::optional<Stored<Tool>> stored(Tables& tables, const Tool& tool) {
    return tables.tool(tool.name);
}
inline std::optional<Stored<Profile>> stored(Tables& tables, const Profile& /*the one*/) {
    return tables.profile();
}

/// Reads an image of the record `id`; one that its checksum covers and that cannot be read all the same was
/// written by something else. Throws DamagedRecord.
template <typename Read>
auto read_image(const std::string& id, const std::string& image, Read read) {
    try {
        return read(image);
    } catch (const nlohmann::json::exception&) {
        throw DamagedRecord{id};
    } catch (const std::bad_optional_access&) {
        throw DamagedRecord{id};
    }
}

}  // namespace unknot::storage
