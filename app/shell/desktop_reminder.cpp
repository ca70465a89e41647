#include "app/shell/desktop_reminder.h"

#include "app/platform/notification.h"
#include "app/platform/programs.h"
#include "app/reminder/schedule.h"
#include "app/settings/reminder_memory.h"

namespace unknot::shell {

namespace {

static_assert(static_cast<int>(views::ReminderKeeper::systemd) ==
                  static_cast<int>(reminder::Keeper::systemd) &&
              static_cast<int>(views::ReminderKeeper::autostart) ==
                  static_cast<int>(reminder::Keeper::autostart));

views::ReminderFacts look(std::int32_t minute) {
    const auto places = reminder::places_of_environment();
    const reminder::Installed found = places ? reminder::installed(*places) : reminder::Installed{};
    return {static_cast<views::ReminderKeeper>(found.keeper), found.minute.value_or(minute), found.waiting};
}

Result<Done, std::string> set_up(const std::filesystem::path& state_folder, const views::Remind& remind,
                                 const std::filesystem::path& log) {
    const auto places = reminder::places_of_environment();
    if (!places) {
        return Failed{std::string("HOME is not set")};
    }
    if (!remind.on) {
        auto gone = reminder::uninstall(*places);
        return gone && !state_folder.empty() ? settings::ReminderMemory(state_folder).forget() : gone;
    }
    std::vector<std::string> command{platform::this_program().string()};
    if (!log.empty()) {
        command.insert(command.end(), {"--db", std::filesystem::absolute(log).string()});
    }
    command.emplace_back("remind");
    const auto installed = reminder::install(*places, command, remind.minute);
    return installed ? Result<Done, std::string>(Done{}) : Failed{installed.error()};
}

Result<Done, std::string> show(const std::string& title, const std::string& action) {
    const auto shown = platform::Notification::show({title, action});
    return shown ? Result<Done, std::string>(Done{}) : Failed{shown.error()};
}

}  // namespace

ReminderHands desktop_reminder(const std::filesystem::path& state_folder) {
    return {look,
            [state_folder](const views::Remind& remind, const std::filesystem::path& log) {
                return set_up(state_folder, remind, log);
            },
            show};
}

}  // namespace unknot::shell
