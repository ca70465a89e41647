#pragma once

#include "storage/sqlite/connection.h"

#include <functional>
#include <string>
#include <vector>

namespace unknot::storage {

// All rows of a log, whatever its version: what backups, `check` and `restore` look at. Throws DatabaseError.

/// The tables of the file, by name, without SQLite's own.
[[nodiscard]] std::vector<std::string> tables_of(Connection& connection);

/// A digest (XXH3, 128 bits, as hexadecimal digits) of every row of every table. The file's bytes may differ
/// for the same rows; what a backup says of itself in `meta` is left out.
[[nodiscard]] std::string content_digest(Connection& connection);

/// Calls `damaged` with the table and the first column of every row whose checksum does not fit it.
void each_damaged_row(Connection& connection,
                      const std::function<void(const std::string& table, const std::string& id)>& damaged);

}  // namespace unknot::storage
