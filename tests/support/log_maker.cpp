#include "tests/support/log_maker.h"

namespace unknot::tests {

Instant moment(const std::string& iso) {
    return parse_iso_instant(iso).value();
}

Session session(const std::string& id, const std::string& at, const std::string& area, Side side,
                PressureLevel pressure) {
    Session made;
    made.id = RecordId(id);
    made.started_at = moment(at);
    made.area = area;
    made.side = side;
    made.pressure = pressure;
    return made;
}

CheckIn checkin(const std::string& id, const std::string& at, const std::string& area, Side side,
                int soreness) {
    CheckIn made;
    made.id = RecordId(id);
    made.at = moment(at);
    made.area = area;
    made.side = side;
    made.soreness = Soreness::of(soreness);
    return made;
}

Snapshot log_of(const std::vector<Session>& sessions, const std::vector<CheckIn>& checkins) {
    std::map<std::string, AreaRecords, std::less<>> areas;
    for (const Session& one : sessions) {
        areas[one.area].sessions.push_back(std::make_shared<const Session>(one));
    }
    for (const CheckIn& one : checkins) {
        areas[one.area].checkins.push_back(std::make_shared<const CheckIn>(one));
    }
    Snapshot snapshot;
    for (auto& [area, records] : areas) {
        sort_records(records);
        snapshot.areas[area] = std::make_shared<const AreaRecords>(std::move(records));
    }
    snapshot.generation = 1;
    return snapshot;
}

}  // namespace unknot::tests
