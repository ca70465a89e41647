#include "app/shell/session.h"
#include "app/words/languages.h"
#include "app/words/reminder.h"
#include "app/words/storage.h"

#include <algorithm>

namespace unknot::shell {

namespace {

views::Trashed trashed_of(const storage::DeletedRecord& deleted, std::int32_t offset) {
    views::Trashed trashed;
    if (deleted.session) {
        trashed.entry.session = std::make_shared<const unknot::Session>(*deleted.session);
    } else {
        trashed.entry.checkin = std::make_shared<const CheckIn>(*deleted.checkin);
    }
    trashed.deleted = Instant{deleted.deleted_ms, offset};
    return trashed;
}

}  // namespace

bool Session::closed() const {
    return caretaker_.working() && views::closes_log(*caretaker_.working());
}

/// A connection of the worker's fills the file, which nobody can read meanwhile: there is nothing to see, and
/// asking would hold the window up.
bool Session::taking_in() const {
    return caretaker_.working() == views::Work::import || caretaker_.working() == views::Work::merge;
}

/// What Settings shows of the log: its deleted records are read where they are looked at, and only when they
/// may have changed.
void Session::gather_upkeep() {
    views::Upkeep& upkeep = caretaker_.edit();
    if (upkeep.languages.empty()) {
        for (const std::string_view language : words::languages()) {
            upkeep.languages.emplace_back(language);
        }
        upkeep.version = surroundings_.version;
    }
    const bool reminder_shown =
        state_.screen == views::Screen::settings && state_.settings.part == views::SettingsPart::reminder;
    if (reminder_shown && !reminder_looked_at_) {
        upkeep.reminder = surroundings_.reminder.look(settings_.now().reminder_minute);
    }
    reminder_looked_at_ = reminder_shown;
    upkeep.log_is_open = log_ != nullptr && !problem_;
    upkeep.only_reading = log() == nullptr ? std::nullopt : log()->why_read_only();
    const bool shown =
        state_.screen == views::Screen::settings && state_.settings.part == views::SettingsPart::deleted;
    if (!shown || log() == nullptr) {
        deleted_of_.reset();
        return;
    }
    if (deleted_of_ == snapshot_->generation) {
        return;
    }
    deleted_of_ = snapshot_->generation;
    upkeep.deleted.clear();
    const auto deleted = log()->deleted_records();
    if (!deleted) {
        problem_ = deleted.error();
        return;
    }
    for (const storage::DeletedRecord& record : *deleted) {
        upkeep.deleted.push_back(trashed_of(record, now_.offset_minutes));
    }
}

/// False where they could not be kept, which is said.
bool Session::change_settings(const kit::Ui& ui, const settings::Settings& settings, double seconds) {
    const auto kept = settings_.change(settings);
    if (!kept) {
        notify(ui.words.say("The settings could not be kept: {0}.", kept.error()), seconds);
    }
    return kept.ok();
}

void Session::choose(const kit::Ui& ui, const views::Preferences& preferences, double seconds) {
    const views::Preferences before = preferences_of(settings_.now());
    if (before == preferences || !change_settings(ui, with(settings_.now(), preferences), seconds)) {
        return;
    }
    own_steps_.chose({before, preferences});
    // A size or a language that cannot be read is hard to choose away by hand.
    state_.notice =
        views::Notice{std::string(ui.words.text("Settings changed")), true, seconds, false, std::nullopt};
}

/// False where the latest step of this window is not a choice, but the log's.
bool Session::take_back_choice(const kit::Ui& ui, double seconds) {
    const auto chosen = own_steps_.take();
    if (!chosen) {
        return false;
    }
    const views::Preferences before = taken_back(preferences_of(settings_.now()), *chosen);
    if (change_settings(ui, with(settings_.now(), before), seconds)) {
        notify(ui.words.say("Taken back: {0}", ui.words.text("settings changed")), seconds);
    }
    return true;
}

void Session::set_reminder(const kit::Ui& ui, const views::Remind& remind, double seconds) {
    const settings::Settings before = settings_.now();
    settings::Settings next = before;
    next.reminder = remind.on;
    next.reminder_minute = remind.minute;
    // The time first: the program that waits reads it there when it starts.
    change_settings(ui, next, seconds);
    const bool was_on = caretaker_.facts().reminder.keeper != views::ReminderKeeper::nobody;
    if (remind.on || was_on) {
        const auto done =
            surroundings_.reminder.set_up(remind, caretaker_.is_own() ? std::filesystem::path() : file());
        if (!done) {
            change_settings(ui, before, seconds);
            notify(ui.words.say("The reminder could not be set up: {0}.", done.error()), seconds);
        }
    }
    reminder_looked_at_ = false;
}

void Session::try_reminder(const kit::Ui& ui, double seconds) {
    const auto shown =
        surroundings_.reminder.show(std::string(words::reminder_title(ui.words)),
                                    std::string(ui.words.text_in("notification", "Open Unknot")));
    if (!shown) {
        notify(words::reminder_not_shown(ui.words, shown.error()), seconds);
    }
}

void Session::use_log(const kit::Ui& ui, const std::filesystem::path& file, double seconds) {
    storage::OpenOptions options;
    options.file = caretaker_.typed(file);
    options.create = false;
    if (auto opened = storage::Logbook::open(options, surroundings_.services); !opened) {
        notify(words::sentence(ui.words, opened.error()), seconds);
        return;
    }
    settings::Settings next = settings_.now();
    if (caretaker_.is_own()) {
        next.last_log = options.file;
    }
    log_.reset();
    problem_.reset();
    caretaker_.log_is(options.file);
    change_settings(ui, next, seconds);
    // Nothing typed into one log may end up in the other.
    state_ = views::UiState{};
    own_steps_.forget();
    snapshot_ = std::make_shared<const Snapshot>();
    open();
    read_again();
    caretaker_.look();
}

void Session::begin_work(const views::WorkOrder& order) {
    if (caretaker_.working()) {
        return;
    }
    // A damaged log is read by its bytes, which must not be done beside a connection of this process.
    if (views::closes_log(order.work) || problem_) {
        log_.reset();
    }
    caretaker_.begin(order, snapshot_);
}

void Session::open_files(std::vector<std::filesystem::path> files) {
    using Why = views::NotOpened::Why;
    if (files.empty()) {
        return;
    }
    be_whole();
    std::error_code unknown;  // what cannot be seen is for the reading to report
    for (std::filesystem::path& opened : files) {
        opened = caretaker_.typed(opened);
    }
    const bool this_log = std::any_of(files.begin(), files.end(), [&](const std::filesystem::path& opened) {
        return std::filesystem::equivalent(opened, file(), unknown);
    });
    const auto refuse = [this](Why why) { state_.opening.not_opened = views::NotOpened{why}; };
    if (sample_) {
        refuse(Why::sample);
    } else if (problem_) {
        refuse(Why::unusable);
    } else if (log_ && log_->read_only()) {
        refuse(Why::only_reading);
    } else if (caretaker_.working()) {
        refuse(Why::busy);
    } else if (this_log) {
        refuse(Why::this_log);
    } else {
        views::WorkOrder order;
        order.work = views::Work::look_at_files;
        order.files = std::move(files);
        begin_work(order);
    }
}

void Session::carry_out_upkeep(const kit::Ui& ui, const views::Wish& wish, double seconds) {
    if (const auto* choose = std::get_if<views::Choose>(&wish)) {
        this->choose(ui, choose->preferences, seconds);
    } else if (const auto* folder = std::get_if<views::KeepBackupsIn>(&wish)) {
        settings::Settings next = settings_.now();
        next.backups_folder = caretaker_.typed(folder->folder);
        change_settings(ui, next, seconds);
        // Whether the folder can be used is found out now, not on some day to come.
        begin_work({views::Work::back_up, {}, false});
    } else if (const auto* other = std::get_if<views::UseLog>(&wish)) {
        use_log(ui, other->file, seconds);
    } else if (const auto* remind = std::get_if<views::Remind>(&wish)) {
        set_reminder(ui, *remind, seconds);
    } else if (std::get_if<views::TryReminder>(&wish) != nullptr) {
        try_reminder(ui, seconds);
    } else if (const auto* begin = std::get_if<views::Begin>(&wish)) {
        begin_work(begin->order);
    } else if (const auto* opened = std::get_if<views::OpenFiles>(&wish)) {
        open_files(opened->files);
    } else if (std::get_if<views::StopWork>(&wish) != nullptr) {
        caretaker_.stop_work();
    }
}

bool Session::show_what_was_done(const kit::Ui& ui, double seconds) {
    bool changed = false;
    for (const views::WorkDone& done : caretaker_.deliver(changed)) {
        if (done.order.work == views::Work::erase && !done.failure) {
            // Nothing is left that it could remind of.
            if (const auto gone = surroundings_.reminder.set_up({false, settings_.now().reminder_minute}, {});
                !gone) {
                notify(ui.words.say("The reminder could not be taken away whole: {0}.", gone.error()),
                       seconds);
            }
        }
        if (views::closes_log(done.order.work)) {
            own_steps_.forget();
            const bool anew = done.order.work != views::Work::move && !done.failure;
            if (anew) {
                // What was typed or shown belongs to the log that was there before; a timer runs on.
                const views::Timer timer = state_.log.timer;
                state_ = views::UiState{};
                if (done.order.work == views::Work::restore) {
                    state_.log.timer = timer;
                }
                snapshot_ = std::make_shared<const Snapshot>();
            }
            if (!done.failure && !done.file.empty()) {
                caretaker_.log_is(done.file);
            }
            open();
            read_again();
        }
        if (done.order.work == views::Work::merge || done.order.work == views::Work::import) {
            if (!log_) {
                open();  // it was begun by this
            }
            read_again();
            caretaker_.saved();
            own_steps_.changed_log();
        }
        views::work_done(ui, state_, done, seconds);
        caretaker_.look();
    }
    return changed;
}

}  // namespace unknot::shell
