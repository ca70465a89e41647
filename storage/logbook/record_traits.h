#pragma once

#include "storage/logbook/image.h"
#include "storage/logbook/tables.h"

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

}  // namespace unknot::storage
