#pragma once

#include "app/domain/failure.h"
#include "storage/sqlite/database.h"

namespace unknot::storage {

/// The problem that an SQLite error stands for, with the system's own words where it has some.
[[nodiscard]] Failure failure_of(const DatabaseError& error, const std::filesystem::path& file);

}  // namespace unknot::storage
