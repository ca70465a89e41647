#pragma once

#include "storage/logbook/logbook.h"
#include "storage/migrations/migrations.h"
#include "storage/sqlite/connection.h"

#include <memory>
#include <optional>
#include <span>

namespace unknot::storage {

/// A log that is open.
struct OpenLog {
    std::unique_ptr<Connection> connection;
    std::optional<Problem> only_reading;  ///< why nothing can be written: read_only, newer_version
};

/// Opens the log at a resolved path as `options` say, makes it or brings it to the version of `migrations`.
/// What is not our log is never written. Throws Failure and DatabaseError.
[[nodiscard]] OpenLog open_log_file(const std::filesystem::path& file, const OpenOptions& options,
                                    const Services& services,
                                    std::span<const Migration> migrations = all_migrations());

/// The log's tables as they must be for its version, or Failure: exactly those and no other object. A planted
/// trigger or view would act in the user's name.
void require_own_schema(Connection& connection, const std::filesystem::path& file,
                        std::span<const Migration> migrations);

}  // namespace unknot::storage
