#pragma once

#include "app/domain/result.h"

#include <cstdint>
#include <filesystem>
#include <string>

namespace unknot::platform {

/// The whole of a plain file; fails with the system's words, or where it is larger than `largest` bytes.
[[nodiscard]] Result<std::string, std::string> read_file(const std::filesystem::path& file,
                                                         std::uintmax_t largest);

/// Writes a file that must not be there yet: private (0600), complete and on the disk, or not at all. No link
/// is followed. Fails with the system's words.
[[nodiscard]] Result<Done, std::string> write_new_file(const std::filesystem::path& file,
                                                       const std::string& content);

}  // namespace unknot::platform
