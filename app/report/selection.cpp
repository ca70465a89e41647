#include "app/report/selection.h"

#include <algorithm>
#include <set>
#include <tuple>

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

std::vector<LogEntry> oldest_first(const Snapshot& snapshot, const Selection& selection) {
    std::vector<LogEntry> entries;
    const auto take = [&](LogEntry entry) {
        if (selection.holds(local_day(entry.at()))) {
            entries.push_back(std::move(entry));
        }
    };
    for (const auto& [area, records] : snapshot.areas) {
        if (!selection.holds_area(area)) {
            continue;
        }
        for (const auto& session : records->sessions) {
            take({session, nullptr});
        }
        for (const auto& checkin : records->checkins) {
            take({nullptr, checkin});
        }
    }
    std::sort(entries.begin(), entries.end(), [](const LogEntry& a, const LogEntry& b) {
        return std::tie(a.at().utc_ms, a.id()) < std::tie(b.at().utc_ms, b.id());
    });
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
