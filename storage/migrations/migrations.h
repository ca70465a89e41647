#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace unknot::storage {

class Connection;

/// "Unkn" as a number, kept as SQLite's application_id: says that a file is a log of this program.
constexpr std::int64_t application_id = 0x556E6B6E;

/// One step from a version of the tables to the next.
struct Migration {
    std::int64_t version;  ///< kept as user_version once it is done
    std::string_view sql;
};

/// The migrations of this program, in order, from 1 on without gaps.
[[nodiscard]] std::span<const Migration> all_migrations();

/// The version that this program writes.
[[nodiscard]] std::int64_t current_version();

/// Brings a file to the last version of `migrations`, one transaction a step with the version inside it: a
/// step is there whole or not at all. Where another process was faster, nothing is left to do. Ends with
/// foreign_keys=ON. Throws DatabaseError; so does a step that leaves a broken reference.
void migrate(Connection& connection, std::span<const Migration> migrations);

/// Every object of the schema as text, to compare files with: what `migrate` makes of an empty file, and
/// nothing else, is what a log must hold.
[[nodiscard]] std::string schema_of(Connection& connection);

}  // namespace unknot::storage
