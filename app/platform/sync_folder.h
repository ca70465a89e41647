#pragma once

#include "app/domain/result.h"

#include <filesystem>
#include <string>

namespace unknot::platform {

/// The system's words for an error number, as what a result of this folder fails with.
[[nodiscard]] Failed<std::string> system_words(int number);

/// Makes the names in a folder durable: a name is on the disk only when its folder is. Some file systems
/// cannot sync a folder and say so (EINVAL): that counts as done. False with errno set where it fails.
[[nodiscard]] bool sync_folder(const std::filesystem::path& folder);

}  // namespace unknot::platform
