#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace unknot::settings {

enum class Theme : std::uint8_t { desktop, light, dark };

/// Text sizes that can be chosen, as a factor of the desktop's (DESIGN, "The window": 80 % to 200 %).
constexpr double smallest_text = 0.8;
constexpr double largest_text = 2.0;

/// Where the window was when it was last closed, in the desktop's units.
struct WindowPlace {
    std::int32_t x = 0;
    std::int32_t y = 0;
    std::int32_t width = 0;   ///< 1 to 32767
    std::int32_t height = 0;  ///< 1 to 32767
    bool maximized = false;

    friend bool operator==(const WindowPlace&, const WindowPlace&) = default;
};

/// How one user on one machine wants the program to be. No part of any log.
struct Settings {
    Theme theme = Theme::desktop;
    double text_scale = 1.0;             ///< smallest_text to largest_text
    std::string language;                ///< "de"; empty: the desktop's
    bool reminder = false;               ///< a notice on days on which a check-in is due
    std::int32_t reminder_minute = 540;  ///< when: of the calendar day, 0 to 1439
    bool timer_sound = false;
    std::optional<WindowPlace> window;
    std::filesystem::path last_log;        ///< absolute; empty: the usual one
    std::filesystem::path backups_folder;  ///< absolute; empty: beside the log

    friend bool operator==(const Settings&, const Settings&) = default;
};

/// Settings as they were read.
struct ReadSettings {
    Settings settings;
    bool broken = false;               ///< not what this program writes at all; everything has its default
    std::vector<std::string> ignored;  ///< fields whose value is not acceptable; those have their default
};

/// Reads what `to_json` wrote. Unknown fields are left out: a newer program's.
[[nodiscard]] ReadSettings parse_settings(std::string_view text);

[[nodiscard]] std::string to_json(const Settings& settings);

}  // namespace unknot::settings
