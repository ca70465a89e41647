#pragma once

#include "app/domain/snapshot.h"
#include "storage/sqlite/connection.h"

#include <string>
#include <unordered_map>

namespace unknot::storage {

/// Every session and check-in of a log, by area, each list in the order that AreaRecords promises. A
/// transaction for reading must be open. A long log is read on all cores, from the pages of its file; where
/// these are not as they should be, statements read it or say what is wrong. Throws DatabaseError and
/// DamagedRecord.
[[nodiscard]] std::unordered_map<std::string, AreaRecords> read_whole_log(Connection& connection);

}  // namespace unknot::storage
