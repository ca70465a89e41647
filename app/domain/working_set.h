#pragma once

#include "app/domain/local_day.h"
#include "app/domain/record_id.h"

#include <cstdint>
#include <vector>

namespace unknot {

/// The records of a log that the rules' answers rest on for some days, as long as nothing in the log changes.
/// Of a long log they are a few in a hundred: what a screen shows first can be read without the rest.
struct WorkingSet {
    std::int64_t clock = 0;  ///< `Snapshot::clock` of the log: of another state it says nothing
    LocalDay from;           ///< the days on which it holds, both included
    LocalDay until;
    std::vector<RecordId> sessions;
    std::vector<RecordId> checkins;

    friend bool operator==(const WorkingSet&, const WorkingSet&) = default;
};

}  // namespace unknot
