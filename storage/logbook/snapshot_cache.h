#pragma once

#include "app/domain/snapshot.h"
#include "app/domain/working_set.h"
#include "storage/logbook/change.h"
#include "storage/sqlite/connection.h"

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace unknot::storage {

/// The last snapshot of a file, and what it takes to make the next one from as little of the file as
/// possible. A value: work on a copy, and keep that once the change it shows is committed. Everything throws
/// DatabaseError and DamagedRecord and must be called inside a transaction, so that all of it is of one
/// moment.
class SnapshotCache {
public:
    /// What is counted of an area's records.
    struct Uses {
        std::map<std::string, std::int64_t> tools;  ///< to the start of the latest session with it
        /// Those that records are on. The later revision of an own area may have lost one of them, where
        /// another machine used it meanwhile: the area has it all the same.
        AreaSides sides;
    };

    /// Null before the first `load`.
    [[nodiscard]] const std::shared_ptr<const Snapshot>& snapshot() const { return snapshot_; }

    /// Reads everything again next time: the file is another one, or was not what it seemed to be.
    void forget() { snapshot_.reset(); }

    /// True where another connection has written since. Cheap: reads no table.
    [[nodiscard]] bool outdated(Connection& connection) const;

    /// Reads the whole file the first time, later just the areas that others changed.
    void load(Connection& connection);

    /// Reads again what a change touched; what others changed meanwhile as well. Forgets everything where the
    /// change touched most of it: the whole file is read at once, sooner than area by area, when it is asked
    /// for.
    void show(Connection& connection, const Change& change);

    /// The records of a working set, as a snapshot of generation 0 (which no whole one has); its tools, and
    /// the sides of own areas, are what these records say. Null where the file is in another state than the
    /// set is of. No cache takes part.
    [[nodiscard]] static std::shared_ptr<const Snapshot> part(Connection& connection, const WorkingSet& set);

private:
    void load_all(Connection& connection, Snapshot& fresh);
    void load_area(Tables& tables, Snapshot& fresh, const std::string& area);
    void show_records(Tables& tables, Snapshot& fresh, const std::vector<TouchedRecord>& records);
    static void put_area(Snapshot& fresh, const std::string& area, AreaRecords records);
    /// Of all records of an area, instead of what was counted before.
    void count_anew(const std::string& area, const AreaRecords& records);
    void list_tools(const std::vector<Tool>& rows, Snapshot& fresh) const;
    void finish(Connection& connection, Snapshot fresh);

    std::shared_ptr<const Snapshot> snapshot_;
    std::int64_t data_version_ = 0;     ///< SQLite's count of other connections' commits
    std::int64_t clock_ = 0;            ///< of the latest change that the snapshot shows
    std::uint64_t generation_ = 0;      ///< grows on, also over `forget`
    std::map<std::string, Uses> uses_;  ///< by area
};

}  // namespace unknot::storage
