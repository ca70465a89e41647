#pragma once

#include "storage/sqlite/connection.h"

#include <cstdint>
#include <set>
#include <string>

namespace unknot::tests {

/// 64 bits over every row of every table, in an order that does not depend on where the file keeps them.
/// Leaves out the tables named: a migration may add some.
[[nodiscard]] std::int64_t row_digest(storage::Connection& connection,
                                      const std::set<std::string>& without = {});

}  // namespace unknot::tests
