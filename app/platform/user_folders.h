#pragma once

#include <filesystem>
#include <optional>
#include <string_view>

namespace unknot::platform {

/// The folder that a desktop keeps for the user's documents (freedesktop.org, xdg-user-dirs:
/// XDG_DOCUMENTS_DIR in user-dirs.dirs), else ~/Documents, else the home folder; the first that is there.
/// Nothing where the user has no home folder.
[[nodiscard]] std::optional<std::filesystem::path> documents_folder();

/// What the text of a user-dirs.dirs says of one folder; nothing where it says none.
[[nodiscard]] std::optional<std::filesystem::path> user_folder_in(std::string_view user_dirs,
                                                                  std::string_view name,
                                                                  const std::filesystem::path& home);

}  // namespace unknot::platform
