#include "app/platform/user_folders.h"

#include "app/platform/environment.h"
#include "app/platform/private_file.h"

#include <algorithm>

namespace unknot::platform {

namespace {

constexpr std::uintmax_t largest_user_dirs = std::uintmax_t{64} * 1024;

/// The value between quotation marks, in which a backslash takes the next sign as it is.
std::string unquoted(std::string_view value) {
    std::string text;
    for (std::size_t i = 1; i < value.size() && value[i] != '"'; ++i) {
        if (value[i] == '\\' && i + 1 < value.size()) {
            ++i;
        }
        text += value[i];
    }
    return text;
}

std::optional<std::filesystem::path> configured_folder(const std::filesystem::path& home) {
    const auto config = config_folder();
    if (!config) {
        return std::nullopt;
    }
    const auto file = read_file(config->parent_path() / "user-dirs.dirs", largest_user_dirs);
    return file ? user_folder_in(*file, "XDG_DOCUMENTS_DIR", home) : std::nullopt;
}

}  // namespace

std::optional<std::filesystem::path> user_folder_in(std::string_view user_dirs, std::string_view name,
                                                    const std::filesystem::path& home) {
    constexpr std::string_view from_home = "$HOME";
    const std::string begin = std::string(name) + "=\"";
    while (!user_dirs.empty()) {
        const std::size_t end = std::min(user_dirs.find('\n'), user_dirs.size());
        std::string_view line = user_dirs.substr(0, end);
        user_dirs.remove_prefix(std::min(end + 1, user_dirs.size()));
        line.remove_prefix(std::min(line.find_first_not_of(" \t"), line.size()));
        if (!line.starts_with(begin)) {
            continue;
        }
        const std::string value = unquoted(line.substr(begin.size() - 1));
        if (value.starts_with('/')) {
            return std::filesystem::path(value);
        }
        // The format knows no other relative folders.
        if (value.starts_with(from_home)) {
            return std::filesystem::path(home.string() + value.substr(from_home.size())).lexically_normal();
        }
    }
    return std::nullopt;
}

std::optional<std::filesystem::path> documents_folder() {
    const auto home = environment("HOME");
    if (!home || home->front() != '/') {
        return std::nullopt;
    }
    const std::filesystem::path home_folder(*home);
    std::error_code ignored;  // what cannot be looked at is not offered
    for (const auto& folder : {configured_folder(home_folder), std::optional(home_folder / "Documents"),
                               std::optional(home_folder)}) {
        if (folder && std::filesystem::is_directory(*folder, ignored)) {
            return folder;
        }
    }
    return std::nullopt;
}

}  // namespace unknot::platform
