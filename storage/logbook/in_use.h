#pragma once

#include <filesystem>

namespace unknot::storage {

/// True where another process that this user may look into has the file open. SQLite's locks cannot tell: who
/// only shows a log holds none.
[[nodiscard]] bool open_elsewhere(const std::filesystem::path& file);

}  // namespace unknot::storage
