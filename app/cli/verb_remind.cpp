#include "app/cli/verbs.h"
#include "app/guidance/evaluator.h"
#include "app/platform/clock.h"
#include "app/platform/environment.h"
#include "app/platform/notification.h"
#include "app/platform/one_window.h"
#include "app/platform/programs.h"
#include "app/platform/vigil.h"
#include "app/reminder/schedule.h"
#include "app/reminder/waiting.h"
#include "app/settings/log_key.h"
#include "app/settings/reminder_memory.h"
#include "app/settings/settings_store.h"
#include "app/words/languages.h"
#include "app/words/reminder.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <chrono>

namespace unknot::cli {

namespace {

/// How long a press on the notification still opens the window: a morning and an afternoon.
constexpr std::chrono::hours pressed_within{12};

struct RemindArguments {
    bool install = false;
    bool uninstall = false;
    bool status = false;
    bool wait = false;
    std::string at;
};

/// What starts the program again with the log that is meant.
std::vector<std::string> program(const Context& context) {
    std::vector<std::string> words{platform::this_program().string()};
    if (context.file_was_named) {
        words.insert(words.end(), {"--db", std::filesystem::absolute(context.file).string()});
    }
    return words;
}

std::vector<std::string> command(const Context& context) {
    std::vector<std::string> words = program(context);
    words.emplace_back("remind");
    return words;
}

/// Throws Stop where the user has no home folder to keep it in.
std::filesystem::path folder(const Context& context, const std::optional<std::filesystem::path>& found) {
    if (!found) {
        throw Stop{lacking, {std::string(context.words.text("There is no home folder (HOME is not set)."))}};
    }
    return *found;
}

settings::SettingsStore store(const Context& context) {
    return settings::SettingsStore(folder(context, platform::config_folder()));
}

settings::ReminderMemory memory(const Context& context) {
    return settings::ReminderMemory(folder(context, platform::state_folder()));
}

reminder::Places places(const Context& context) {
    (void)folder(context, platform::config_folder());
    return *reminder::places_of_environment();
}

/// Throws Stop where the log is there and cannot be used. One that was not begun has nothing due.
std::size_t due(Context& context) {
    context.require_file();
    std::error_code unknown;  // what cannot be seen is for the opening to report
    if (!context.file_was_moved && !std::filesystem::exists(context.file, unknown) && !unknown) {
        return 0;
    }
    const auto guidance = guidance::evaluate(*context.snapshot(), context.now);
    return static_cast<std::size_t>(std::count_if(guidance.tracks.begin(), guidance.tracks.end(),
                                                  [](const auto& track) { return track.second->due; }));
}

std::unique_ptr<platform::Notification> show(const Context& context, std::string_view title) {
    auto shown = platform::Notification::show(
        {std::string(title), std::string(context.words.text_in("notification", "Open Unknot"))});
    if (!shown) {
        throw Stop{lacking, {words::reminder_not_shown(context.words, harmless(shown.error()))}};
    }
    return std::move(*shown);
}

/// The window that is there shows Today; else a new one does, as it always begins with it.
void open_when_pressed(const Context& context, platform::Notification& shown) {
    if (shown.wait(pressed_within) != platform::NotificationEnd::pressed ||
        platform::hand_over(settings::log_key(context.file), {"today"})) {
        return;
    }
    if (const auto started = platform::start_apart(program(context)); !started) {
        throw Stop{lacking, {context.words.say("The window could not be opened: {0}.", started.error())}};
    }
}

std::size_t due_or_say(Context& context) {
    try {
        return due(context);
    } catch (const Stop&) {
        // Nobody reads what a timer writes: silence would look as if nothing were due.
        const auto shown = show(context, words::reminder_without_log(context.words));
        open_when_pressed(context, *shown);
        throw;
    }
}

int remind_now(Context& context) {
    const settings::ReminderMemory days = memory(context);
    const LocalDay today = local_day(context.now);
    if (due_or_say(context) == 0) {
        print(std::string(context.words.text("No check-in is due.")));
        return done;
    }
    if (days.was_on(today, context.file)) {
        print(std::string(context.words.text("A check-in is due; today\u2019s reminder was shown already.")));
        return done;
    }
    const auto shown = show(context, words::reminder_title(context.words));
    print(std::string(words::reminder_title(context.words)));
    if (const auto kept = days.remember(today, context.file); !kept) {
        throw Stop{log_unusable,
                   {context.words.say("That today\u2019s reminder was shown could not be remembered: {0}.",
                                      kept.error())}};
    }
    open_when_pressed(context, *shown);
    return done;
}

/// Keeps in the settings what is chosen; what cannot be kept is not set up either.
void keep(const Context& context, const settings::Settings& chosen) {
    if (const auto kept = store(context).save(chosen); !kept) {
        throw Stop{log_unusable, {context.words.say("The settings could not be kept: {0}.", kept.error())}};
    }
}

int install(const Context& context, const RemindArguments& given) {
    const settings::Settings before = store(context).load().settings;
    settings::Settings chosen = before;
    chosen.reminder = true;
    if (!given.at.empty()) {
        const auto minute = reminder::minute_of(given.at);
        if (!minute) {
            throw Stop{not_accepted,
                       {context.words.say("\"{0}\" is not a time of the day; write it like 09:00.",
                                          harmless(given.at))}};
        }
        chosen.reminder_minute = *minute;
    }
    keep(context, chosen);
    const auto installed = reminder::install(places(context), command(context), chosen.reminder_minute);
    if (!installed) {
        keep(context, before);
        throw Stop{
            lacking,
            {context.words.say("The reminder could not be set up: {0}.", harmless(installed.error()))}};
    }
    print(words::reminder_is_on(context.words, reminder::clock_text(chosen.reminder_minute),
                                *installed == reminder::Keeper::systemd));
    return done;
}

int uninstall(const Context& context) {
    const auto gone = reminder::uninstall(places(context));
    const auto forgotten = memory(context).forget();
    if (!gone || !forgotten) {
        throw Stop{lacking,
                   {context.words.say("The reminder could not be taken away whole: {0}.",
                                      harmless(gone ? forgotten.error() : gone.error()))}};
    }
    settings::Settings chosen = store(context).load().settings;
    if (chosen.reminder) {
        chosen.reminder = false;
        keep(context, chosen);
    }
    print(std::string(words::reminder_is_off(context.words)));
    return done;
}

int status(Context& context) {
    const reminder::Installed found = reminder::installed(places(context));
    const std::int32_t minute = found.minute.value_or(store(context).load().settings.reminder_minute);
    const std::size_t count = due(context);
    const bool shown = memory(context).was_on(local_day(context.now), context.file);
    const bool on = found.keeper != reminder::Keeper::nobody;
    const bool systemd = found.keeper == reminder::Keeper::systemd;
    if (context.json) {
        nlohmann::ordered_json json{{"keeper", !on       ? "none"
                                               : systemd ? "systemd"
                                                         : "autostart"},
                                    {"at", reminder::clock_text(minute)},
                                    {"waiting", systemd || found.waiting},
                                    {"due", count},
                                    {"shown_today", shown}};
        print(json.dump());
        return done;
    }
    print(on ? words::reminder_is_on(context.words, reminder::clock_text(minute), systemd)
             : std::string(words::reminder_is_off(context.words)));
    if (on && !systemd && !found.waiting) {
        print(std::string(words::reminder_not_waiting(context.words)));
    }
    print(count == 0 ? std::string(context.words.text("No check-in is due."))
          : shown
              ? std::string(context.words.text("A check-in is due; today\u2019s reminder was shown already."))
              : std::string(words::reminder_title(context.words)));
    return done;
}

int wait(const Context& context) {
    auto vigil = platform::Vigil::begin(reminder::vigil_name);
    if (!vigil) {
        throw Stop{lacking, {words::reminder_not_shown(context.words, harmless(vigil.error()))}};
    }
    if (*vigil == nullptr) {
        return done;  // one waits already
    }
    const auto system_ms = [] {
        const auto since = std::chrono::system_clock::now().time_since_epoch();
        return std::chrono::duration_cast<std::chrono::milliseconds>(since).count();
    };
    reminder::wait_through_session(
        store(context).load().settings.reminder_minute,
        {[&] { return *platform::now(context.zone); },
         [&](const WallClock& clock) { return context.zone.resolve(clock); },
         [&](std::int64_t ms) { return (*vigil)->until(system_ms() + ms) != platform::Woken::session_ended; },
         [&] { (void)platform::start_apart(command(context)); }});
    return done;
}

int run_remind(Context& context, const RemindArguments& given) {
    if (!context.language_named) {
        // As the window: what is chosen there goes before the desktop's language.
        const auto home = platform::config_folder();
        const std::string chosen = home ? settings::SettingsStore(*home).load().settings.language : "";
        context.words = words::catalogue_of(chosen).value_or(context.words);
    }
    return given.install     ? install(context, given)
           : given.uninstall ? uninstall(context)
           : given.status    ? status(context)
           : given.wait      ? wait(context)
                             : remind_now(context);
}

}  // namespace

Verb add_remind(CLI::App& app) {
    CLI::App* verb = app.add_subcommand(
        "remind",
        "Show a notification if a check-in is due and none was shown today; or set that up for each day");
    auto given = std::make_shared<RemindArguments>();
    auto* install = verb->add_flag("--install", given->install,
                                   "Remind each day, by a timer of systemd or a waiting program");
    verb->add_option("--at", given->at, "With --install: when; else as before, at first 09:00")
        ->type_name("HH:MM")
        ->needs(install);
    auto* uninstall =
        verb->add_flag("--uninstall", given->uninstall, "Take that away again")->excludes(install);
    auto* status = verb->add_flag("--status", given->status, "Say what is set up and what is due")
                       ->excludes(install)
                       ->excludes(uninstall);
    verb->add_flag("--wait", given->wait, "Wait through the session and remind each day: what starts with it")
        ->excludes(install)
        ->excludes(uninstall)
        ->excludes(status);
    return {verb, [given](Context& context) { return run_remind(context, *given); }};
}

}  // namespace unknot::cli
