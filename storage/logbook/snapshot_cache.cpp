#include "storage/logbook/snapshot_cache.h"

#include "storage/logbook/whole_log.h"

#include <algorithm>
#include <iterator>
#include <tuple>
#include <unordered_map>

namespace unknot::storage {

namespace {

/// Beyond that many records, reading whole areas is quicker than finding places one by one.
constexpr std::size_t single_records = 500;

std::int64_t data_version(Connection& connection) {
    return connection.integer("PRAGMA data_version");
}

/// Of the latest change.
std::int64_t clock_of(Connection& connection) {
    return connection.integer("SELECT coalesce(max(clock), 0) FROM area_change");
}

template <typename Record>
void erase(std::vector<std::shared_ptr<const Record>>& records, const std::string& id) {
    // From the end: edits are mostly about the last days.
    const RecordId wanted(id);
    const auto found = std::find_if(records.rbegin(), records.rend(),
                                    [&](const auto& record) { return record->id == wanted; });
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

void count(const Session& session, SnapshotCache::Uses& uses) {
    uses.sides.add(session.side);
    if (!session.tool.empty()) {
        const std::int64_t at = session.started_at.utc_ms;
        std::int64_t& latest = uses.tools.try_emplace(session.tool, at).first->second;
        latest = std::max(latest, at);
    }
}

void count(const CheckIn& checkin, SnapshotCache::Uses& uses) {
    uses.sides.add(checkin.side);
}

}  // namespace

bool SnapshotCache::outdated(Connection& connection) const {
    return !snapshot_ || data_version(connection) != data_version_;
}

void SnapshotCache::count_anew(const std::string& area, const AreaRecords& records) {
    Uses uses;
    const auto count_it = [&](const auto& record) { count(*record, uses); };
    std::for_each(records.sessions.begin(), records.sessions.end(), count_it);
    std::for_each(records.checkins.begin(), records.checkins.end(), count_it);
    uses_[area] = std::move(uses);
}

void SnapshotCache::put_area(Snapshot& fresh, const std::string& area, AreaRecords records) {
    if (records.sessions.empty() && records.checkins.empty()) {
        fresh.areas.erase(area);
    } else {
        fresh.areas[area] = std::make_shared<const AreaRecords>(std::move(records));
    }
}

void SnapshotCache::load_area(Tables& tables, Snapshot& fresh, const std::string& area) {
    AreaRecords records = tables.area_records(area);
    count_anew(area, records);
    put_area(fresh, area, std::move(records));
}

void SnapshotCache::load_all(Connection& connection, Snapshot& fresh) {
    uses_.clear();
    for (auto& [area, records] : read_whole_log(connection)) {
        count_anew(area, records);
        put_area(fresh, area, std::move(records));
    }
}

void SnapshotCache::show_records(Tables& tables, Snapshot& fresh, const std::vector<TouchedRecord>& records) {
    struct Shown {
        AreaRecords records;
        bool lost_one = false;  ///< what was counted may be too much; a record more is counted by itself
    };
    std::map<std::string, Shown> areas;
    const auto area_of = [&](const std::string& area) -> Shown& {
        const auto [place, is_new] = areas.try_emplace(area);
        if (const auto shown = fresh.areas.find(area); is_new && shown != fresh.areas.end()) {
            place->second.records = *shown->second;
        }
        return place->second;
    };
    for (const TouchedRecord& record : records) {
        if (!record.area_before.empty()) {
            Shown& before = area_of(record.area_before);
            before.lost_one = true;
            record.kind == Kind::session ? erase(before.records.sessions, record.id)
                                         : erase(before.records.checkins, record.id);
        }
        if (record.area_after.empty()) {
            continue;
        }
        AreaRecords& after = area_of(record.area_after).records;
        if (auto session = record.kind == Kind::session ? tables.session(record.id) : std::nullopt) {
            count(session->record, uses_[session->record.area]);
            insert(after.sessions, std::move(session->record), &Session::started_at);
        } else if (auto checkin = record.kind == Kind::checkin ? tables.checkin(record.id) : std::nullopt) {
            count(checkin->record, uses_[checkin->record.area]);
            insert(after.checkins, std::move(checkin->record), &CheckIn::at);
        }
    }
    for (auto& [area, shown] : areas) {
        if (shown.lost_one) {
            count_anew(area, shown.records);
        }
        put_area(fresh, area, std::move(shown.records));
    }
}

/// The tools that sessions name, and what their rows say beside.
void SnapshotCache::list_tools(const std::vector<Tool>& rows, Snapshot& fresh) const {
    std::map<std::string, std::int64_t> all;
    for (const auto& [area, uses] : uses_) {
        for (const auto& [tool, latest] : uses.tools) {
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
        const AreaSides used = uses_[area.id].sides;
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
    fresh.clock = clock_ = clock_of(connection);
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

std::shared_ptr<const Snapshot> SnapshotCache::part(Connection& connection, const WorkingSet& set) {
    if (clock_of(connection) != set.clock) {
        return nullptr;
    }
    Tables tables(connection);
    std::unordered_map<std::string, AreaRecords> areas;
    // False where it is not there.
    const auto take = [&areas](auto stored, auto list) {
        if (stored) {
            auto& records = areas[stored->record.area].*list;
            records.push_back(std::make_shared<decltype(stored->record)>(std::move(stored->record)));
        }
        return stored.has_value();
    };
    const auto session = [&](const RecordId& id) {
        return take(tables.session(id.text()), &AreaRecords::sessions);
    };
    const auto checkin = [&](const RecordId& id) {
        return take(tables.checkin(id.text()), &AreaRecords::checkins);
    };
    if (!std::all_of(set.sessions.begin(), set.sessions.end(), session) ||
        !std::all_of(set.checkins.begin(), set.checkins.end(), checkin)) {
        return nullptr;
    }
    SnapshotCache cache;
    Snapshot fresh;
    for (auto& [area, records] : areas) {
        sort_records(records);
        cache.count_anew(area, records);
        put_area(fresh, area, std::move(records));
    }
    cache.finish(connection, std::move(fresh));
    Snapshot part = *cache.snapshot_;
    part.generation = 0;
    return std::make_shared<const Snapshot>(std::move(part));
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
