#pragma once

#include "app/domain/failure.h"
#include "app/domain/result.h"
#include "app/guidance/evaluator.h"
#include "app/shell/caretaker.h"
#include "app/shell/dialogs.h"
#include "app/shell/kept_settings.h"
#include "app/shell/log_reading.h"
#include "app/shell/own_steps.h"
#include "app/shell/picture_desk.h"
#include "app/shell/report_desk.h"
#include "app/views/window.h"
#include "app/words/catalogue.h"
#include "storage/logbook/logbook.h"

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace unknot::shell {

/// What sets up the daily reminder on this desktop; tests have a stand-in.
struct ReminderHands {
    /// How it is set up; `minute` where that is known only there.
    std::function<views::ReminderFacts(std::int32_t minute)> look = [](std::int32_t minute) {
        return views::ReminderFacts{views::ReminderKeeper::nobody, minute, false};
    };
    /// Sets it up for a log (empty: the one that is opened where none is named), or takes it away.
    std::function<Result<Done, std::string>(const views::Remind&, const std::filesystem::path& log)> set_up =
        [](const views::Remind&, const std::filesystem::path&) {
            return Failed{std::string("there is no desktop")};
        };
    /// Shows a notification with this title and this label of its button.
    std::function<Result<Done, std::string>(const std::string& title, const std::string& action)> show =
        [](const std::string&, const std::string&) { return Failed{std::string("there is no desktop")}; };
};

/// What a session at the window needs from outside; tests give a clock of their own.
struct Surroundings {
    storage::Services services;  ///< clock and entropy
    std::function<Result<Instant, Reason>(const WallClock&)> resolve;
    std::function<void(const std::string&)> copy;  ///< to the clipboard
    Places places;
    std::filesystem::path reports_folder;  ///< where reports are saved; empty: nowhere
    std::function<void()> wake = [] {};    ///< from any thread: there is something to look at
    /// Opens a file or folder with the desktop's program for it.
    std::function<Result<Done, std::string>(const std::filesystem::path&)> open_elsewhere =
        [](const std::filesystem::path&) { return Failed{std::string("there is no desktop")}; };
    std::string version;  ///< of the program
    /// Plays the sound of a timer's end; returns at once.
    std::function<void()> play_sound = [] {};
    ReminderHands reminder = {};
    DialogHands dialogs = {};
    PictureHand copy_picture = {};  ///< empty: the desktop's clipboard takes no pictures
};

/// One person at the window with one log: holds the log, its latest snapshot and guidance and what the window
/// remembers; draws frames, and between them carries out what the views ask for. Knows no window system.
class Session {
public:
    /// So many frames bring the window up: the first lays out, the next settle. Whoever draws them must draw
    /// that many without waiting: what they do not show begins after them.
    static constexpr int frames_of_start = 3;

    /// Takes the log as `read_log` of the same file read it. Where there is none it begins with an empty
    /// snapshot, and the file is made by the first save: looking leaves nothing behind.
    Session(std::filesystem::path file, Surroundings surroundings, KeptSettings& settings, ReadLog read);

    /// Draws one frame, then carries out what was asked for. True where another frame is needed to show it.
    bool frame(const kit::Ui& ui, double seconds);

    /// Looks for what changed without the user: another process's entries, a new day, a check-in become due.
    /// True where a frame is needed.
    bool look_around();

    /// Seconds of the window's clock at which a frame is needed though nothing happens: a notice ends, the
    /// timer's next second. Nothing where none is.
    [[nodiscard]] std::optional<double> next_frame(double seconds) const;

    /// The log: a file whose changes are worth a `look_around`. Another one after it was moved.
    [[nodiscard]] const std::filesystem::path& file() const { return caretaker_.log(); }

    /// True while the log is closed for work on it: nothing may be kept meanwhile.
    [[nodiscard]] bool closed() const;

    /// True while something is done on another thread, or waits to be shown.
    [[nodiscard]] bool working() const { return caretaker_.busy(); }

    /// Files that somebody opened with the program or dropped on the window: begins to look at them, to offer
    /// importing them, or says why not.
    void open_files(std::vector<std::filesystem::path> files);

    /// Shows a notice.
    void notify(std::string text, double seconds) {
        state_.notice = views::Notice{std::move(text), false, seconds, false};
    }

    /// The sample log is looked around in, instead of one's own.
    [[nodiscard]] bool in_sample() const { return sample_ != nullptr; }
    [[nodiscard]] RecordId new_id() const;

    [[nodiscard]] views::UiState& state() { return state_; }
    [[nodiscard]] const Snapshot& snapshot() const { return *snapshot_; }
    [[nodiscard]] const guidance::Guidance& guidance() const { return guidance_; }
    [[nodiscard]] const ReportDesk& report_desk() const { return report_desk_; }
    [[nodiscard]] const Dialogs& dialogs() const { return dialogs_; }
    [[nodiscard]] const PictureDesk& picture_desk() const { return picture_desk_; }

    /// Reads the rest of a log of which only the working set is there; waits for it.
    void be_whole();

private:
    /// Begins to read the rest of the log, on a thread of its own.
    void read_rest();
    void go_on_after_start();
    void keep_working_set();
    /// Takes over what was opened, or why it could not be.
    void take(Result<std::unique_ptr<storage::Logbook>, Failure> opened);
    void open();
    void use_sample(const kit::Ui& ui, bool on, double seconds);
    /// The log in use: the sample while it is on; null where there is none yet.
    [[nodiscard]] storage::Logbook* log() const { return sample_ ? sample_.get() : log_.get(); }
    void read_again();
    [[nodiscard]] views::DesktopOffers desktop_offers() const;
    [[nodiscard]] views::Facts facts() const;
    [[nodiscard]] Result<Applied, Failure> apply(const Command& command);
    void carry_out(const kit::Ui& ui, const views::Wish& wish, double seconds);
    void take_back(const kit::Ui& ui, double seconds);
    /// What leaves the program: making a report, and opening what was made.
    void hand_out(const kit::Ui& ui, const views::Wish& wish, double seconds);
    void open_elsewhere(const kit::Ui& ui, const std::filesystem::path& path, double seconds);
    // session_dialogs.cpp: the desktop's own dialogs
    void carry_out_dialogs(const kit::Ui& ui, const views::Wish& wish, double seconds);
    void choose_report_path(const kit::Ui& ui);
    void save_chosen(const kit::Ui& ui, const LogNow& log, const views::ReportChoice& choice,
                     const ChosenPath& chosen, double seconds);
    void choose_path(const views::ChoosePath& wish);
    void print_report(const kit::Ui& ui);
    [[nodiscard]] bool wants_dialogs() const;
    void copy_text(const views::Copy& wish, double seconds);
    void copy_picture(const views::CopyPicture& wish);
    void show_what_dialogs_said(const kit::Ui& ui, double seconds);
    [[nodiscard]] LogNow log_now() const { return {snapshot_, sample_ != nullptr, now_}; }
    // session_upkeep.cpp: how the window is set and how the log is kept
    [[nodiscard]] bool taking_in() const;
    void gather_upkeep();
    void carry_out_upkeep(const kit::Ui& ui, const views::Wish& wish, double seconds);
    [[nodiscard]] bool show_what_was_done(const kit::Ui& ui, double seconds);
    void choose(const kit::Ui& ui, const views::Preferences& preferences, double seconds);
    [[nodiscard]] bool take_back_choice(const kit::Ui& ui, double seconds);
    bool change_settings(const kit::Ui& ui, const settings::Settings& settings, double seconds);
    void set_reminder(const kit::Ui& ui, const views::Remind& remind, double seconds);
    void try_reminder(const kit::Ui& ui, double seconds);
    void use_log(const kit::Ui& ui, const std::filesystem::path& file, double seconds);
    void begin_work(const views::WorkOrder& order);
    void sound_timer();

    Surroundings surroundings_;
    KeptSettings& settings_;
    std::unique_ptr<storage::Logbook> log_;
    std::unique_ptr<storage::Logbook> sample_;  ///< the sample log, while it is looked around in
    std::optional<Failure> problem_;            ///< why the log cannot be used
    std::shared_ptr<const Snapshot> snapshot_ = std::make_shared<const Snapshot>();
    bool part_ = false;              ///< the snapshot is of the log's working set alone
    std::optional<RestOfLog> rest_;  ///< while it is read: the log is in use by its thread
    int frames_drawn_ = 0;           ///< of those that bring the window up
    guidance::Evaluator evaluator_;
    guidance::Guidance guidance_;
    Instant now_;
    views::UiState state_;
    std::optional<views::LogState> own_form_;  ///< what one's own Log form held when the sample was opened
    bool timer_goes_on_ = false;               ///< it ran towards its time in the last frame
    bool reminder_looked_at_ = false;          ///< how it is set up is shown, and was looked at for that
    std::optional<std::uint64_t> deleted_of_;  ///< the generation whose deleted records are shown
    /// What dialogs were answered with, to be shown in the next frame.
    std::vector<std::function<void(const kit::Ui&, double seconds)>> answered_;
    std::filesystem::path last_report_folder_;  ///< where a report was saved last through a dialog
    OwnSteps own_steps_;
    Caretaker caretaker_;
    ReportDesk report_desk_;    ///< its thread reads snapshots
    Dialogs dialogs_;           ///< its threads use the others
    PictureDesk picture_desk_;  ///< as does its
};

}  // namespace unknot::shell
