#include "app/report/selection.h"

#include <algorithm>
#include <set>

namespace unknot::report {

bool Selection::holds_area(std::string_view area) const {
    return areas.empty() || std::find(areas.begin(), areas.end(), area) != areas.end();
}

std::vector<std::string> omitted(const Selection& selection) {
    std::vector<std::string> names;
    if (!selection.notes) {
        names.emplace_back("notes");
    }
    if (selection.name.empty()) {
        names.emplace_back("name");
    }
    return names;
}

namespace {

/// A record's place in time, without its record: what is sorted by it stays in the processor's cache.
struct Place {
    std::int64_t utc_ms = 0;
    const RecordId* id = nullptr;
    const std::shared_ptr<const Session>* session = nullptr;  ///< one of the two is set
    const std::shared_ptr<const CheckIn>* checkin = nullptr;

    friend bool operator<(const Place& a, const Place& b) {
        return a.utc_ms != b.utc_ms ? a.utc_ms < b.utc_ms : *a.id < *b.id;
    }
};

/// The records that `selection` holds, by time, then id.
std::vector<Place> places_in_order(const Snapshot& snapshot, const Selection& selection) {
    std::vector<Place> places;
    places.reserve(snapshot.session_count() + snapshot.checkin_count());
    for (const auto& [area, records] : snapshot.areas) {
        if (!selection.holds_area(area)) {
            continue;
        }
        for (const auto& session : records->sessions) {
            if (selection.holds(local_day(session->started_at))) {
                places.push_back({session->started_at.utc_ms, &session->id, &session, nullptr});
            }
        }
        for (const auto& checkin : records->checkins) {
            if (selection.holds(local_day(checkin->at))) {
                places.push_back({checkin->at.utc_ms, &checkin->id, nullptr, &checkin});
            }
        }
    }
    std::sort(places.begin(), places.end());
    return places;
}

}  // namespace

std::vector<LogEntry> oldest_first(const Snapshot& snapshot, const Selection& selection) {
    const std::vector<Place> places = places_in_order(snapshot, selection);
    std::vector<LogEntry> entries;
    entries.reserve(places.size());
    for (const Place& place : places) {
        entries.push_back(place.session != nullptr ? LogEntry{*place.session, nullptr}
                                                   : LogEntry{nullptr, *place.checkin});
    }
    return entries;
}

std::vector<Area> own_areas_of(const Snapshot& snapshot, const std::vector<LogEntry>& entries) {
    std::set<std::string_view> met;
    for (const LogEntry& entry : entries) {
        met.insert(entry.area());
    }
    std::vector<Area> own = snapshot.catalogue->own();
    std::erase_if(own, [&](const Area& area) { return !met.contains(area.id); });
    return own;
}

}  // namespace unknot::report
