#include "app/settings/settings_store.h"

#include "app/platform/private_file.h"
#include "app/platform/replace_file.h"

namespace unknot::settings {

namespace {

constexpr std::uintmax_t largest_file = std::uintmax_t{1024} * 1024;

}  // namespace

LoadedSettings SettingsStore::load() const {
    LoadedSettings loaded;
    // That a file is not there is an error code too: only the type tells it from one that cannot be seen.
    std::error_code why;
    if (std::filesystem::symlink_status(file_, why).type() == std::filesystem::file_type::not_found) {
        return loaded;
    }
    const auto text = platform::read_file(file_, largest_file);
    if (!text) {
        loaded.unreadable = text.error();
        return loaded;
    }
    ReadSettings read = parse_settings(*text);
    loaded.settings = std::move(read.settings);
    loaded.ignored = std::move(read.ignored);
    if (read.broken || !loaded.ignored.empty()) {
        if (auto aside = platform::set_aside(file_)) {
            loaded.aside = *aside;
        }
    }
    return loaded;
}

Result<Done, std::string> SettingsStore::save(const Settings& settings) const {
    return platform::replace_file(file_, to_json(settings));
}

}  // namespace unknot::settings
