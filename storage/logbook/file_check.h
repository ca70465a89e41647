#pragma once

#include "app/domain/failure.h"
#include "app/domain/result.h"

#include <filesystem>

namespace unknot::storage {

/// What lies at a path, seen without opening it as a database: a file that is not ours is never written.
enum class FileKind : std::uint8_t { absent, empty, our_log };

/// Fails with not_a_file, no_permission, not_ours (another database, write-ahead mode, some other file) or
/// newer_version.
[[nodiscard]] Result<FileKind, Failure> look_at(const std::filesystem::path& file);

/// Makes the folders above `file` that are missing, each 0700.
[[nodiscard]] Result<Done, Failure> make_private_folders(const std::filesystem::path& file);

/// Makes an empty file, 0600, that must not be there yet.
[[nodiscard]] Result<Done, Failure> make_private_file(const std::filesystem::path& file);

}  // namespace unknot::storage
