#include "app/shell/kept_settings.h"

namespace unknot::shell {

static_assert(settings::smallest_text == views::smallest_text &&
              settings::largest_text == views::largest_text);

KeptSettings::KeptSettings(const std::filesystem::path& folder) : folder_(folder) {
    if (!folder_.empty()) {
        loaded_ = settings::SettingsStore(folder_).load();
    }
}

Result<Done, std::string> KeptSettings::change(const settings::Settings& settings) {
    if (settings == loaded_.settings) {
        return Done{};
    }
    loaded_.settings = settings;
    return folder_.empty() ? Result<Done, std::string>(Done{})
                           : settings::SettingsStore(folder_).save(settings);
}

std::vector<std::filesystem::path> KeptSettings::files() const {
    std::vector<std::filesystem::path> files;
    std::error_code missing;  // a folder that is not there holds none
    for (const auto& entry : std::filesystem::directory_iterator(folder_, missing)) {
        if (entry.path().filename().string().find("settings.json") != std::string::npos) {
            files.push_back(entry.path());
        }
    }
    return files;
}

views::Preferences preferences_of(const settings::Settings& settings) {
    return {static_cast<views::ThemeChoice>(settings.theme), settings.text_scale, settings.language,
            settings.timer_sound};
}

settings::Settings with(settings::Settings settings, const views::Preferences& preferences) {
    settings.theme = static_cast<settings::Theme>(preferences.theme);
    settings.text_scale = preferences.text_scale;
    settings.language = preferences.language;
    settings.timer_sound = preferences.timer_sound;
    return settings;
}

}  // namespace unknot::shell
