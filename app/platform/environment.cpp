#include "app/platform/environment.h"

#include <cstdlib>

namespace unknot::platform {

std::optional<std::string> environment(const char* name) {
    const char* value = std::getenv(name);
    return value == nullptr || *value == '\0' ? std::nullopt : std::optional<std::string>(value);
}

std::string environment_language() {
    for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
        if (const auto locale = environment(name)) {
            const std::string language = locale->substr(0, locale->find_first_of("_.@"));
            return language == "C" || language == "POSIX" ? std::string() : language;
        }
    }
    return {};
}

namespace {

/// The folder that an XDG variable names, else one below the home folder. Relative names do not count (XDG
/// Base Directory Specification).
std::optional<std::filesystem::path> xdg_folder(const char* variable, const char* below_home) {
    if (const auto named = environment(variable); named && named->front() == '/') {
        return std::filesystem::path(*named) / "unknot";
    }
    if (const auto home = environment("HOME"); home && home->front() == '/') {
        return std::filesystem::path(*home) / below_home / "unknot";
    }
    return std::nullopt;
}

}  // namespace

std::optional<std::filesystem::path> default_log_file() {
    const auto folder = xdg_folder("XDG_DATA_HOME", ".local/share");
    return folder ? std::optional(*folder / "log.db") : std::nullopt;
}

std::optional<std::filesystem::path> config_folder() {
    return xdg_folder("XDG_CONFIG_HOME", ".config");
}

std::optional<std::filesystem::path> state_folder() {
    return xdg_folder("XDG_STATE_HOME", ".local/state");
}

}  // namespace unknot::platform
