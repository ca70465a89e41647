#include "storage/logbook/snapshot_cache.h"

#include "storage/logbook/whole_log.h"

#include <algorithm>
#include <iterator>
#include <tuple>

namespace unknot::storage {

namespace {

/// Beyond that many records, reading whole areas is quicker than finding places one by one.
constexpr std::size_t single_records = 500;

std::int64_t data_version(Connection& connection) {
    return connection.integer("PRAGMA data_version");
}

template <typename Record>
void erase(std::vector<std::shared_ptr<const Record>>& records, const std::string& id) {
    // From the end: edits are mostly about the last days.
    const auto found = std::find_if(records.rbegin(), records.rend(),
                                    [&](const auto& record) { return record->id.text == id; });
    if (found != records.rend()) {
        records.erase(std::next(found).base());
    }
}

template <typename Record, typename Moment>
void insert(std::vector<std::shared_ptr<const Record>>& records, Record record, Moment moment) {
    const auto order = [&](const auto& a, const auto& b) {
        return std::tie(((*a).*moment).utc_ms, a->id) < std::tie(((*b).*moment).utc_ms, b->id);
    };
    auto shared = std::make_shared<const Record>(std::move(record));
    const auto place = std::lower_bound(records.begin(), records.end(), shared, order);
    if (place != records.end() && (*place)->id == shared->id) {
        *place = std::move(shared);  // touched twice by one change
    } else {
        records.insert(place, std::move(shared));
    }
}

AreaSides sides_in_use(const AreaRecords& records) {
    AreaSides sides;
    const auto use = [&](const auto& record) { sides.add(record->side); };
    std::for_each(records.sessions.begin(), records.sessions.end(), use);
    std::for_each(records.checkins.begin(), records.checkins.end(), use);
    return sides;
}

}  // namespace

bool SnapshotCache::outdated(Connection& connection) const {
    return !snapshot_ || data_version(connection) != data_version_;
}

void SnapshotCache::put_area(Snapshot& fresh, const std::string& area, AreaRecords records) {
    LatestUse tools;
    for (const auto& session : records.sessions) {
        if (!session->tool.empty()) {
            std::int64_t& latest = tools.try_emplace(session->tool, session->started_at.utc_ms).first->second;
            latest = std::max(latest, session->started_at.utc_ms);
        }
    }
    tools_[area] = std::move(tools);
    sides_[area] = sides_in_use(records);
    if (records.sessions.empty() && records.checkins.empty()) {
        fresh.areas.erase(area);
    } else {
        fresh.areas[area] = std::make_shared<const AreaRecords>(std::move(records));
    }
}

void SnapshotCache::load_area(Tables& tables, Snapshot& fresh, const std::string& area) {
    put_area(fresh, area, tables.area_records(area));
}

void SnapshotCache::load_all(Connection& connection, Snapshot& fresh) {
    tools_.clear();
    sides_.clear();
    for (auto& [area, records] : read_whole_log(connection)) {
        put_area(fresh, area, std::move(records));
    }
}

void SnapshotCache::show_records(Tables& tables, Snapshot& fresh, const std::vector<TouchedRecord>& records) {
    std::map<std::string, AreaRecords> areas;
    const auto area_of = [&](const std::string& area) -> AreaRecords& {
        const auto [place, is_new] = areas.try_emplace(area);
        if (const auto shown = fresh.areas.find(area); is_new && shown != fresh.areas.end()) {
            place->second = *shown->second;
        }
        return place->second;
    };
    for (const TouchedRecord& record : records) {
        if (!record.area_before.empty()) {
            AreaRecords& before = area_of(record.area_before);
            record.kind == Kind::session ? erase(before.sessions, record.id)
                                         : erase(before.checkins, record.id);
        }
        if (record.area_after.empty()) {
            continue;
        }
        AreaRecords& after = area_of(record.area_after);
        if (auto session = record.kind == Kind::session ? tables.session(record.id) : std::nullopt) {
            insert(after.sessions, std::move(session->record), &Session::started_at);
        } else if (auto checkin = record.kind == Kind::checkin ? tables.checkin(record.id) : std::nullopt) {
            insert(after.checkins, std::move(checkin->record), &CheckIn::at);
        }
    }
    for (auto& [area, list] : areas) {
        put_area(fresh, area, std::move(list));
    }
}

/// The tools that sessions name, and what their rows say beside.
void SnapshotCache::list_tools(const std::vector<Tool>& rows, Snapshot& fresh) const {
    LatestUse all;
    for (const auto& [area, tools] : tools_) {
        for (const auto& [tool, latest] : tools) {
            std::int64_t& use = all.try_emplace(tool, latest).first->second;
            use = std::max(use, latest);
        }
    }
    fresh.tools.clear();
    fresh.retired_tools.clear();
    fresh.added_tools.clear();
    fresh.unused_tools.clear();
    for (const Tool& row : rows) {
        (row.retired ? fresh.retired_tools : fresh.added_tools).push_back(row.name);
        if (all.count(row.name) == 0) {
            fresh.unused_tools.push_back(row.name);
        }
    }
    std::vector<std::pair<std::int64_t, std::string>> by_use;
    for (const auto& [tool, latest] : all) {
        if (!std::binary_search(fresh.retired_tools.begin(), fresh.retired_tools.end(), tool)) {
            by_use.emplace_back(-latest, tool);
        }
    }
    std::sort(by_use.begin(), by_use.end());
    for (auto& [use, tool] : by_use) {
        fresh.tools.push_back(std::move(tool));
    }
    std::copy_if(fresh.added_tools.begin(), fresh.added_tools.end(), std::back_inserter(fresh.tools),
                 [&](const std::string& tool) { return all.count(tool) == 0; });
}

/// Everything that is small enough to be read again each time.
void SnapshotCache::finish(Connection& connection, Snapshot fresh) {
    Tables tables(connection);
    std::vector<Area> own_areas = tables.own_areas();
    for (Area& area : own_areas) {
        const AreaSides used = sides_[area.id];
        area.sides = {area.sides.left || used.left, area.sides.right || used.right,
                      area.sides.center || used.center};
    }
    fresh.catalogue = std::make_shared<const AreaCatalogue>(std::move(own_areas));
    const auto profile = tables.profile();
    fresh.profile = profile ? profile->record : Profile{};
    fresh.profile_asked = profile.has_value();
    list_tools(tables.tools(), fresh);
    fresh.generation = ++generation_;
    data_version_ = data_version(connection);
    clock_ = connection.integer("SELECT coalesce(max(clock), 0) FROM area_change");
    snapshot_ = std::make_shared<const Snapshot>(std::move(fresh));
}

void SnapshotCache::load(Connection& connection) {
    Tables tables(connection);
    Snapshot fresh;
    if (!snapshot_) {
        load_all(connection, fresh);
    } else {
        fresh = *snapshot_;
        Statement changed(connection, "SELECT area FROM area_change WHERE clock>?");
        changed.bind(1, clock_);
        while (changed.step()) {
            if (!changed.text(0).empty()) {
                load_area(tables, fresh, std::string(changed.text(0)));
            }
        }
    }
    finish(connection, std::move(fresh));
}

void SnapshotCache::show(Connection& connection, const Change& change) {
    const std::size_t touched = change.records().size();
    if (snapshot_ && touched > single_records &&
        touched > (snapshot_->session_count() + snapshot_->checkin_count()) / 2) {
        forget();
        return;
    }
    if (!snapshot_ || outdated(connection) || touched > single_records) {
        load(connection);
        return;
    }
    Tables tables(connection);
    Snapshot fresh = *snapshot_;
    show_records(tables, fresh, change.records());
    finish(connection, std::move(fresh));
}

}  // namespace unknot::storage
