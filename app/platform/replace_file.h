#pragma once

#include "app/domain/result.h"

#include <filesystem>
#include <string>

namespace unknot::platform {

/// Writes a file of the program's own, in place of the one that is there: private (0600, folders made for it
/// 0700), whole and on the disk under its name, or the old one stays. A link in its place is replaced, not
/// followed. Fails with the system's words.
[[nodiscard]] Result<Done, std::string> replace_file(const std::filesystem::path& file,
                                                     const std::string& content);

/// Gives a file that cannot be read a name beside its own that is free (".broken", ".broken-2", …), so that
/// nothing in it is lost; says that name. Fails with the system's words.
[[nodiscard]] Result<std::filesystem::path, std::string> set_aside(const std::filesystem::path& file);

}  // namespace unknot::platform
