#include "app/reminder/schedule.h"

#include "app/platform/environment.h"
#include "app/platform/private_file.h"
#include "app/platform/programs.h"
#include "app/platform/replace_file.h"
#include "app/platform/vigil.h"

namespace unknot::reminder {

const char* const vigil_name = "arpa.home.unknot.Reminder";

namespace {

constexpr const char* timer_name = "unknot-reminder.timer";

std::filesystem::path units(const Places& places) {
    return places.config_home / "systemd/user";
}
std::filesystem::path timer_file(const Places& places) {
    return units(places) / timer_name;
}
std::filesystem::path service_file(const Places& places) {
    return units(places) / "unknot-reminder.service";
}
/// What `systemctl enable` makes.
std::filesystem::path wanted_link(const Places& places) {
    return units(places) / "timers.target.wants" / timer_name;
}
/// When the timer went off last (systemd.timer(5), "Persistent=").
std::filesystem::path stamp_file(const Places& places) {
    return places.data_home / "systemd/timers/stamp-unknot-reminder.timer";
}
std::filesystem::path autostart_file(const Places& places) {
    return places.config_home / "autostart/unknot-reminder.desktop";
}

Result<Done, std::string> systemctl(std::vector<std::string> words) {
    words.insert(words.begin(), {"systemctl", "--user"});
    return platform::run_to_end(words);
}

/// A systemd of the user's own that runs: asked, as systemctl alone is on many machines.
bool has_systemd() {
    return platform::is_on_path("systemctl") && systemctl({"show-environment"}).ok();
}

bool is_there(const std::filesystem::path& file) {
    std::error_code unreadable;
    return std::filesystem::exists(std::filesystem::symlink_status(file, unreadable));
}

std::optional<std::int32_t> minute_in(const std::filesystem::path& timer) {
    constexpr std::uintmax_t largest = 65536;
    constexpr std::string_view before = "OnCalendar=*-*-* ";
    const auto text = platform::read_file(timer, largest);
    const std::size_t found = text ? text->find(before) : std::string::npos;
    return found == std::string::npos ? std::nullopt : minute_of(text->substr(found + before.size(), 5));
}

Result<Done, std::string> install_units(const Places& places, const std::vector<std::string>& command,
                                        std::int32_t minute) {
    if (auto written = platform::replace_file(service_file(places), service_text(command)); !written) {
        return written;
    }
    if (auto written = platform::replace_file(timer_file(places), timer_text(minute)); !written) {
        return written;
    }
    if (auto read = systemctl({"daemon-reload"}); !read) {
        return read;
    }
    if (auto enabled = systemctl({"enable", timer_name}); !enabled) {
        return enabled;
    }
    // Also where it runs already: it may be for another time.
    return systemctl({"restart", timer_name});
}

Result<Done, std::string> install_autostart(const Places& places, std::vector<std::string> command) {
    command.emplace_back("--wait");
    if (auto written = platform::replace_file(autostart_file(places), autostart_text(command)); !written) {
        return written;
    }
    // This session has begun already. Without a bus there is nobody to tell; the next session has one.
    return platform::session_bus_is_there() ? platform::start_apart(command)
                                            : Result<Done, std::string>(Done{});
}

/// Removes a file and, below `home`, the folders that it leaves empty.
Result<Done, std::string> remove_with_folders(const std::filesystem::path& file,
                                              const std::filesystem::path& home) {
    std::error_code failed;
    if (!std::filesystem::remove(file, failed) && failed) {
        return Failed{failed.message()};
    }
    std::error_code not_empty;
    for (auto folder = file.parent_path(); folder != home && folder.has_relative_path();
         folder = folder.parent_path()) {
        if (!std::filesystem::is_empty(folder, not_empty) || !std::filesystem::remove(folder, not_empty)) {
            break;
        }
    }
    return Done{};
}

}  // namespace

std::optional<Places> places_of_environment() {
    const auto config = platform::config_folder();
    const auto data = platform::default_log_file();
    if (!config || !data) {
        return std::nullopt;
    }
    return Places{config->parent_path(), data->parent_path().parent_path()};
}

std::vector<std::filesystem::path> files(const Places& places) {
    return {wanted_link(places), timer_file(places), service_file(places), stamp_file(places),
            autostart_file(places)};
}

Installed installed(const Places& places) {
    Installed found;
    if (is_there(timer_file(places))) {
        found.keeper = Keeper::systemd;
        found.minute = minute_in(timer_file(places));
    } else if (is_there(autostart_file(places))) {
        found.keeper = Keeper::autostart;
        found.waiting = platform::vigil_is_kept(vigil_name);
    }
    return found;
}

Result<Keeper, std::string> install(const Places& places, const std::vector<std::string>& command,
                                    std::int32_t minute) {
    if (auto gone = uninstall(places); !gone) {
        return Failed{gone.error()};
    }
    const bool systemd = has_systemd();
    const auto done = systemd ? install_units(places, command, minute) : install_autostart(places, command);
    if (!done) {
        (void)uninstall(places);  // what came of the attempt is the failure to tell
        return Failed{done.error()};
    }
    return systemd ? Keeper::systemd : Keeper::autostart;
}

Result<Done, std::string> uninstall(const Places& places) {
    const bool had_units = is_there(timer_file(places)) || is_there(wanted_link(places));
    if (had_units && has_systemd()) {
        if (auto ended = systemctl({"disable", "--now", timer_name}); !ended) {
            return ended;
        }
    }
    if (is_there(autostart_file(places))) {
        if (auto ended = platform::end_vigil(vigil_name); !ended) {
            return ended;
        }
    }
    for (const std::filesystem::path& file : files(places)) {
        const bool of_data = file == stamp_file(places);
        if (auto removed = remove_with_folders(file, of_data ? places.data_home : places.config_home);
            !removed) {
            return removed;
        }
    }
    return had_units && has_systemd() ? systemctl({"daemon-reload"}) : Result<Done, std::string>(Done{});
}

}  // namespace unknot::reminder
