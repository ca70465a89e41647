#pragma once

#include "app/domain/result.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace unknot::reminder {

// What reminds somebody each day: a timer of the user's systemd; where there is none, a small program that
// starts with the session (freedesktop.org, Desktop Application Autostart Specification) and waits.

/// Where one user's desktop looks for such things.
struct Places {
    std::filesystem::path config_home;  ///< $XDG_CONFIG_HOME, else ~/.config
    std::filesystem::path data_home;    ///< $XDG_DATA_HOME, else ~/.local/share
};

/// Of the environment; nothing where the user has no home folder.
[[nodiscard]] std::optional<Places> places_of_environment();

enum class Keeper : std::uint8_t {
    nobody,
    systemd,    ///< a timer of the user's systemd
    autostart,  ///< a waiting program that starts with the session
};

/// What is set up now.
struct Installed {
    Keeper keeper = Keeper::nobody;
    std::optional<std::int32_t>
        minute;            ///< of the day, as systemd's timer says; the waiting one asks the settings
    bool waiting = false;  ///< autostart: the program waits in this session
};

[[nodiscard]] Installed installed(const Places& places);

/// Sets it up anew, instead of what was there. `command`: the program and its arguments that remind at once;
/// the waiting program is the same with "--wait" behind. `minute`: of the day, 0 to 1439. Fails with the
/// system's words; nothing is set up then.
[[nodiscard]] Result<Keeper, std::string> install(const Places& places,
                                                  const std::vector<std::string>& command,
                                                  std::int32_t minute);

/// Takes all of it away again, also the folders that have become empty; that there is none is no failure.
/// Fails with the system's words.
[[nodiscard]] Result<Done, std::string> uninstall(const Places& places);

/// The files of both kinds, for those who erase everything.
[[nodiscard]] std::vector<std::filesystem::path> files(const Places& places);

// ---- their texts

/// systemd.service(5), systemd.timer(5).
[[nodiscard]] std::string service_text(const std::vector<std::string>& command);
[[nodiscard]] std::string timer_text(std::int32_t minute);
/// Desktop Entry Specification 1.5.
[[nodiscard]] std::string autostart_text(const std::vector<std::string>& command);

/// "09:00" for 540.
[[nodiscard]] std::string clock_text(std::int32_t minute);
/// 540 for "09:00" and "9:00"; nothing for anything else.
[[nodiscard]] std::optional<std::int32_t> minute_of(std::string_view clock);

/// The name that the waiting program has on the session bus.
extern const char* const vigil_name;

}  // namespace unknot::reminder
