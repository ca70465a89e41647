#include "app/cli/context.h"

#include "app/platform/environment.h"
#include "app/platform/machine.h"
#include "app/platform/random.h"
#include "app/settings/device.h"
#include "app/settings/settings_store.h"
#include "app/words/phrases.h"
#include "app/words/storage.h"
#include "storage/logbook/restore.h"

#include <cstdio>

namespace unknot::cli {

void print(const std::string& line) {
    std::fputs((line + "\n").c_str(), stdout);
}

Stop Context::refused(const std::vector<Refusal>& refusals) const {
    Stop stop{not_accepted, {}};
    for (const Refusal& refusal : refusals) {
        Refusal shown = refusal;
        shown.value = harmless(refusal.value);
        stop.sentences.push_back(words::sentence(words, shown));
    }
    return stop;
}

Stop Context::refused(Refusal refusal) const {
    return refused(std::vector<Refusal>{std::move(refusal)});
}

Stop Context::stopped_by(const Failure& failure) const {
    if (failure.problem == Problem::not_accepted) {
        return refused(failure.refusals);
    }
    if (failure.problem == Problem::stopped) {
        return {stopped, {words::sentence(words, failure)}};
    }
    Failure shown = failure;
    shown.file = harmless(failure.file.string());
    shown.id = harmless(failure.id);
    shown.system = harmless(failure.system);
    Stop stop{is_about_input(failure.problem) ? not_accepted : log_unusable, {words::sentence(words, shown)}};
    if (failure.problem == Problem::damaged && failure.file.filename() == file.filename()) {
        stop.sentences.push_back(way_forward());
    }
    return stop;
}

storage::Services Context::services() const {
    const auto folder = platform::state_folder();
    return {[this] { return now; }, platform::random_bytes,
            settings::asked_once(
                settings::Device(folder.value_or(std::filesystem::path()), platform::machine_id()))};
}

storage::Backups Context::backups() const {
    const auto folder = platform::config_folder();
    const auto chosen =
        folder ? settings::SettingsStore(*folder).load().settings.backups_folder : std::filesystem::path();
    return {file, chosen, services()};
}

std::string Context::way_forward() const {
    for (const storage::Backup& backup : backups().list()) {
        if (storage::look_into(backup.file)) {
            return words.say(
                "Its newest good backup is {0}; \"unknot restore FILE\" puts it back, \"unknot salvage -o "
                "FILE\" reads what can be read of the log.",
                harmless(backup.file.string()));
        }
    }
    return std::string(words.text(
        "No good backup of it was found; \"unknot salvage -o FILE\" reads what can be read of it."));
}

void Context::back_up_if_due() const {
    const auto made = backups().make_if_due();
    if (!made) {
        std::fputs((words::backup_failed(words, harmless(made.error().file.string()),
                                         harmless(made.error().system)) +
                    "\n")
                       .c_str(),
                   stderr);
    }
}

void Context::back_up_before(storage::BackupKind kind) const {
    storage::Backups place = backups();
    const auto state = place.state();
    if (state && !state->changed_since) {
        return;
    }
    const auto made = place.make(kind);
    if (!made) {
        throw stopped_by(made.error());
    }
}

void Context::require_file() const {
    if (file.empty()) {
        throw Stop{
            log_unusable,
            {std::string(words.text("There is no home folder for the log (HOME is not set); name a file "
                                    "with --db."))}};
    }
}

storage::Logbook& Context::log(bool create) {
    if (!log_) {
        require_file();
        storage::OpenOptions options;
        options.file = file;
        options.create = create;
        std::error_code unknown;  // what cannot be seen is for the opening to report
        const bool was_there = std::filesystem::exists(file, unknown);
        if (!was_there && !unknown && file_was_moved) {
            throw Stop{
                log_unusable,
                {words.say("The log {0} is missing, where it was moved to in the settings. Bring its disk or "
                           "folder back, or name another log with --db.",
                           harmless(file.string()))}};
        }
        auto opened = platform::traced(trace.get(), "open log",
                                       [&] { return storage::Logbook::open(options, services()); });
        if (!opened) {
            throw stopped_by(opened.error());
        }
        log_ = std::move(*opened);
        if (!was_there && !unknown) {
            // Said aloud: a log in an unexpected place must not look like an empty one.
            std::fputs((words.say("Began a new log at {0}.", harmless(file.string())) + "\n").c_str(),
                       stderr);
        }
    }
    return *log_;
}

storage::Logbook& Context::new_log() {
    storage::OpenOptions options;
    options.file = file;
    options.must_be_new = true;
    auto opened = storage::Logbook::open(options, services());
    if (!opened) {
        Stop stop = stopped_by(opened.error());
        stop.status = opened.error().problem == Problem::already_there ? not_accepted : stop.status;
        throw stop;
    }
    log_ = std::move(*opened);
    return *log_;
}

std::shared_ptr<const Snapshot> Context::snapshot() {
    storage::Logbook& open = log(false);
    auto snapshot = platform::traced(trace.get(), "read log", [&] { return open.snapshot(); });
    if (!snapshot) {
        throw stopped_by(snapshot.error());
    }
    return *snapshot;
}

storage::Applied Context::apply(const Command& command, const Progress& progress) {
    storage::Logbook& open = log(true);
    if (std::holds_alternative<ImportRecords>(command) || std::holds_alternative<ImportFiles>(command)) {
        back_up_before(storage::BackupKind::before_import);
    }
    auto applied = platform::traced(trace.get(), "save", [&] { return open.apply(command, progress); });
    if (!applied) {
        throw stopped_by(applied.error());
    }
    const platform::Span span(trace.get(), "backup where one is due");
    back_up_if_due();
    return *applied;
}

Instant Context::moment(const std::string& text, Field field) const {
    if (const auto instant = parse_iso_instant(text)) {
        return *instant;
    }
    const auto clock = parse_iso_wall_clock(text);
    if (!clock) {
        throw refused({field, Reason::not_a_date_time, shown_value(text), {}});
    }
    const auto resolved = zone.resolve(*clock);
    if (!resolved) {
        throw refused({field, resolved.error(), shown_value(text), {}});
    }
    return *resolved;
}

LocalDay Context::day(const std::string& text, Field field) const {
    const auto day = parse_iso_day(text);
    if (!day) {
        throw refused({field, Reason::not_a_date, shown_value(text), {}});
    }
    return *day;
}

}  // namespace unknot::cli
