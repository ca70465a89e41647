#pragma once

#include "app/settings/settings_store.h"
#include "app/views/upkeep.h"

#include <filesystem>
#include <string>

namespace unknot::shell {

/// The settings of the user who runs the window: as they are now, and kept at each change.
class KeptSettings {
public:
    /// `folder`: where they are kept; empty: nowhere, then every run begins with the defaults.
    explicit KeptSettings(const std::filesystem::path& folder);

    [[nodiscard]] const settings::Settings& now() const { return loaded_.settings; }

    /// What reading them came to.
    [[nodiscard]] const settings::LoadedSettings& loaded() const { return loaded_; }

    /// From now on these are the settings. Fails with the system's words where they could not be kept: they
    /// hold for this run all the same.
    [[nodiscard]] Result<Done, std::string> change(const settings::Settings& settings);

    /// From now on these are the settings; they are kept already.
    void took(const settings::Settings& settings) { loaded_.settings = settings; }

    /// Forgets everything, as if there had never been any: their file is for `erase` to remove.
    void forget() { loaded_ = {}; }

    [[nodiscard]] const std::filesystem::path& folder() const { return folder_; }

    /// The files that hold them, also those that could not be understood.
    [[nodiscard]] std::vector<std::filesystem::path> files() const;

private:
    std::filesystem::path folder_;
    settings::LoadedSettings loaded_;
};

/// The part that Settings shows as how the window looks, and back.
[[nodiscard]] views::Preferences preferences_of(const settings::Settings& settings);
[[nodiscard]] settings::Settings with(settings::Settings settings, const views::Preferences& preferences);

}  // namespace unknot::shell
