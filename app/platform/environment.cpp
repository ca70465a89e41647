#include "app/platform/environment.h"

#include <cstdlib>

namespace unknot::platform {

std::optional<std::string> environment(const char* name) {
    const char* value = std::getenv(name);
    return value == nullptr || *value == '\0' ? std::nullopt : std::optional<std::string>(value);
}

std::optional<std::filesystem::path> default_log_file() {
    if (const auto data = environment("XDG_DATA_HOME"); data && data->front() == '/') {
        return std::filesystem::path(*data) / "unknot" / "log.db";
    }
    if (const auto home = environment("HOME"); home && home->front() == '/') {
        return std::filesystem::path(*home) / ".local" / "share" / "unknot" / "log.db";
    }
    return std::nullopt;
}

}  // namespace unknot::platform
