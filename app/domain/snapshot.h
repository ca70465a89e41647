#pragma once

#include "app/domain/area.h"
#include "app/domain/records.h"

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace unknot {

/// The records of one area, all sides. Never changed once shared; a new snapshot shares it where nothing
/// changed.
struct AreaRecords {
    std::vector<std::shared_ptr<const Session>> sessions;  ///< by started_at, then id
    std::vector<std::shared_ptr<const CheckIn>> checkins;  ///< by at, then id
};

/// Sorts both lists as AreaRecords promises.
void sort_records(AreaRecords& records);

/// One record of a log, as a time-ordered list shows it. Exactly one pointer is set.
struct LogEntry {
    std::shared_ptr<const Session> session;
    std::shared_ptr<const CheckIn> checkin;

    [[nodiscard]] const Instant& at() const { return session ? session->started_at : checkin->at; }
    [[nodiscard]] const RecordId& id() const { return session ? session->id : checkin->id; }
    [[nodiscard]] const std::string& area() const { return session ? session->area : checkin->area; }
    [[nodiscard]] Side side() const { return session ? session->side : checkin->side; }
};

/// The whole log at one moment, immutable. Copying it copies pointers.
struct Snapshot {
    std::map<std::string, std::shared_ptr<const AreaRecords>, std::less<>>
        areas;  ///< by area id; none is empty
    std::shared_ptr<const AreaCatalogue> catalogue = std::make_shared<const AreaCatalogue>();
    Profile profile;
    bool profile_asked = false;      ///< the first-start questions were answered or skipped
    std::vector<std::string> tools;  ///< the names of the tools that are offered: those that sessions have,
                                     ///< most recently used first, then the others, by name
    std::vector<std::string> retired_tools;  ///< offered no more, by name
    std::vector<std::string> added_tools;  ///< those of `tools` that stay though no session has them, by name
    std::vector<std::string> unused_tools;  ///< of `tools` and `retired_tools`, those that no session has,
                                            ///< by name
    std::uint64_t generation = 0;           ///< grows with every change of the file; equal = nothing changed
    std::int64_t clock = 0;  ///< of the latest change of the log that it shows; no other state has it

    [[nodiscard]] std::size_t session_count() const;
    [[nodiscard]] std::size_t checkin_count() const;
    [[nodiscard]] bool empty() const { return areas.empty(); }

    /// Null where no such record exists (any more).
    [[nodiscard]] std::shared_ptr<const Session> find_session(const RecordId& id) const;
    [[nodiscard]] std::shared_ptr<const CheckIn> find_checkin(const RecordId& id) const;
};

/// Every record, newest first (then by id, descending). Linear in the log: for lists, not for every frame.
[[nodiscard]] std::vector<LogEntry> newest_first(const Snapshot& snapshot);

}  // namespace unknot
