#pragma once

#include "storage/sqlite/connection.h"

#include <filesystem>
#include <string>

namespace unknot::storage {

/// Copies the whole database of `source` to `target`, which must not be there: into a new private file,
/// verified, synced, and only then under its name. Must be called outside a transaction; `token`: random text
/// for the new file's name. Throws Failure (already_there, damaged where the copy is not sound) and
/// DatabaseError.
void copy_database(Connection& source, const std::filesystem::path& target, const std::string& token);

}  // namespace unknot::storage
