#pragma once

#include "storage/sqlite/connection.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>

namespace unknot::storage {

/// Copies the whole database of `source` to `target`, which must not be there: into a new private file,
/// verified, synced, and only then under its name. The copy keeps in `meta` when it was made (`now_ms`) and a
/// digest of its rows. Must be called outside a transaction; `token`: random text for the new file's name.
/// Throws Failure (already_there, damaged where the copy is not sound), DatabaseError.
void copy_database(Connection& source, const std::filesystem::path& target, const std::string& token,
                   std::int64_t now_ms);

/// What a backup says of itself.
struct BackupMark {
    std::int64_t made_ms = 0;
    std::string digest;
};

/// Nothing where the file does not say that it is a backup. Throws DatabaseError, and DamagedRecord where it
/// says that it was made at a moment that no calendar has.
[[nodiscard]] std::optional<BackupMark> mark_of(Connection& backup);

/// Makes a copy of a backup a log again. Throws DatabaseError.
void remove_mark(Connection& copy);

/// Throws Failure (damaged, with what was found) where SQLite's own check, a row's checksum or the digest (of
/// a backup) says that the file is not what was written. Throws DatabaseError.
void require_sound(Connection& connection, const std::filesystem::path& file);

}  // namespace unknot::storage
