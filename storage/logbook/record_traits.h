#pragma once

#include "storage/logbook/image.h"
#include "storage/logbook/tables.h"

#include <nlohmann/json.hpp>

#include <optional>
#include <string>

namespace unknot::storage {

// What sessions and check-ins have in common under other names, for the templates of Change.

inline Kind kind_of(const Session& /*which*/) {
    return Kind::session;
}
inline Kind kind_of(const CheckIn& /*which*/) {
    return Kind::checkin;
}
inline const Instant& moment_of(const Session& session) {
    return session.started_at;
}
inline const Instant& moment_of(const CheckIn& checkin) {
    return checkin.at;
}
inline std::optional<Stored<Session>> stored(Tables& tables, const Session& session) {
    return tables.session(session.id.text);
}
inline std::optional<Stored<CheckIn>> stored(Tables& tables, const CheckIn& checkin) {
    return tables.checkin(checkin.id.text);
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
