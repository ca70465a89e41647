#pragma once

#include <filesystem>
#include <optional>
#include <string>

namespace unknot::platform {

/// The environment variable; nothing where it is not set or empty.
[[nodiscard]] std::optional<std::string> environment(const char* name);

/// The language of the desktop or terminal, "de" for "de_DE.UTF-8": from LC_ALL, else LC_MESSAGES, else LANG
/// (POSIX, "Internationalization Variables"). Empty where none is set, or it is "C" or "POSIX".
[[nodiscard]] std::string environment_language();

/// Where the log lives unless told otherwise: $XDG_DATA_HOME/unknot/log.db, else
/// ~/.local/share/unknot/log.db. Nothing where the user has no home folder.
[[nodiscard]] std::optional<std::filesystem::path> default_log_file();

/// Where the user's settings live: $XDG_CONFIG_HOME/unknot, else ~/.config/unknot. Nothing where the user has
/// no home folder.
[[nodiscard]] std::optional<std::filesystem::path> config_folder();

/// Where what should survive a restart of the window lives (drafts, the running timer):
/// $XDG_STATE_HOME/unknot, else ~/.local/state/unknot. Nothing where the user has no home folder.
[[nodiscard]] std::optional<std::filesystem::path> state_folder();

}  // namespace unknot::platform
