#pragma once

#include "app/domain/result.h"

#include <filesystem>
#include <string>

namespace unknot::platform {

/// Opens a file or folder with the desktop's own program for it, through xdg-open, and does not wait for it.
/// Fails with the reason where there is no xdg-open or it cannot be started.
[[nodiscard]] Result<Done, std::string> open_with_desktop(const std::filesystem::path& path);

}  // namespace unknot::platform
