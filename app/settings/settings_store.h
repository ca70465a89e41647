#pragma once

#include "app/domain/result.h"
#include "app/settings/settings.h"

namespace unknot::settings {

/// What reading the settings came to, for the window's notice.
struct LoadedSettings {
    Settings settings;
    std::vector<std::string>
        ignored;                  ///< fields that have their default because their value was not acceptable
    std::filesystem::path aside;  ///< where the file that could not be understood was kept; empty: none was
    std::string unreadable;       ///< the system's words where the file is there and could not be read
};

/// The settings of one user in one private file: settings.json of a folder.
class SettingsStore {
public:
    /// `folder`: platform::config_folder(). It is made at the first `save`.
    explicit SettingsStore(const std::filesystem::path& folder) : file_(folder / "settings.json") {}

    /// Never fails: without a file, or with one that cannot be read, everything has its default. A file that
    /// is not understood is kept under another name, so that the next `save` takes nothing away.
    [[nodiscard]] LoadedSettings load() const;

    /// Fails with the system's words; the old file is then as it was.
    [[nodiscard]] Result<Done, std::string> save(const Settings& settings) const;

    [[nodiscard]] const std::filesystem::path& file() const { return file_; }

private:
    std::filesystem::path file_;
};

}  // namespace unknot::settings
