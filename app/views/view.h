#pragma once

#include "app/charts/picture.h"
#include "app/domain/applied.h"
#include "app/domain/commands.h"
#include "app/domain/failure.h"
#include "app/domain/result.h"
#include "app/domain/snapshot.h"
#include "app/guidance/guidance.h"
#include "app/views/upkeep.h"

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace unknot::views {

/// The screens of the window, in the order of the navigation.
enum class Screen : std::uint8_t { today, log, trends, history, report, guide, settings };

/// What the desktop offers beside its window: its own dialogs, and what its clipboard takes.
struct DesktopOffers {
    bool files = false;    ///< its dialog names a file
    bool folders = false;  ///< and a folder
    bool print = false;
    bool pictures = false;  ///< its clipboard takes pictures
};

/// What every view draws from. Nothing in it changes while a frame is drawn.
struct Facts {
    const Snapshot& snapshot;
    const guidance::Guidance& guidance;
    Instant now;
    LocalDay today;
    bool read_only = false;  ///< nothing can be saved: forms say so
    bool sample = false;     ///< this is the sample log

    /// A new id for a record. A form asks once and keeps it, so that saving again after an error makes no
    /// second record.
    std::function<RecordId()> new_id;
    /// The moment of a local time; a time that the clock skips is refused.
    std::function<Result<Instant, Reason>(const WallClock&)> resolve;
    /// It can only be read because a newer version of the program wrote it.
    bool newer = false;
    DesktopOffers desktop = {};
};

/// Whose form a command came from: its outcome goes back there.
enum class Form : std::uint8_t { today, log, history, guide, settings, first_start };

// ---- what a view asks for; the shell does it between frames

/// Carry out a command.
struct Save {
    Command command;
    Form form = Form::today;
};
/// Take back the latest change that this window made.
struct TakeBack {};
/// Go to a screen.
struct Show {
    Screen screen = Screen::today;
};
/// Open Log with a place chosen, or with a record to edit.
struct OpenLog {
    std::optional<TrackKey> track;  ///< a track, or with `both` both sides of it
    bool both = false;
    std::optional<RecordId> edit;  ///< a session
    bool past = false;             ///< for an entry of the past: "when" is asked first
};
/// Open History with one area's records, of one day where that is given.
struct OpenHistory {
    std::string area;  ///< id
    std::optional<LocalDay> day;
    std::optional<RecordId> record;  ///< that row has the keyboard then
};
/// Open the Guide where it has one of the article's statements.
struct OpenGuide {
    std::string_view statement;  ///< "G2"
};
/// Switch to the sample log, or back to one's own.
struct UseSample {
    bool on = true;
};
/// Try to open the log again.
struct OpenAgain {};
/// Ask in the desktop's own dialog where the report that is chosen is to be saved, and save it there.
struct ChooseReportPath {};
/// Print the report that is chosen, through the desktop's own dialog.
struct PrintReport {};
/// What a place on the disk is asked for in Settings.
enum class PathFor : std::uint8_t { move, other_log, backups_folder, backup_file, merge, import };
/// Ask for a place in the desktop's own dialog; its answer goes where it would be typed.
struct ChoosePath {
    PathFor what = PathFor::move;
    bool folder = false;  ///< a folder is asked for, else a file that is there
    std::string title;
    std::string from;  ///< what is typed now
};
/// Make the report that is chosen on its screen and save it.
struct SaveReport {
    std::string path;  ///< empty: under a free name where reports belong
};
/// Stop making it; nothing is left of it.
struct StopReport {};
/// Open a file or folder with the desktop's program for it.
struct OpenFile {
    std::string path;
};
/// Open the folder that a file lies in.
struct ShowInFolder {
    std::string path;
};
/// Use another log, which must be there.
struct UseLog {
    std::filesystem::path file;
};
/// How the window is to look from now on.
struct Choose {
    Preferences preferences;
};
/// Keep backups in another folder from now on; empty: beside the log.
struct KeepBackupsIn {
    std::filesystem::path folder;
};
/// Remind of check-ins each day from now on, or no more.
struct Remind {
    bool on = true;
    std::int32_t minute = 540;  ///< of the day, 0 to 1439; kept also where it is off
};
/// Show a notification as the reminder would, due or not.
struct TryReminder {};
/// Do long work on the log.
struct Begin {
    WorkOrder order;
};
/// Stop the work that can be stopped; nothing of it is kept.
struct StopWork {};
/// Look at files and offer to import them, or to join a log of another machine.
struct OpenFiles {
    std::vector<std::filesystem::path> files;
};
/// Put a text on the clipboard.
struct Copy {
    std::string text;
    std::string notice = {};  ///< said once it is there; empty: nothing is
};
/// Put a chart on the clipboard as a picture.
struct CopyPicture {
    std::function<charts::Picture(const charts::Measure&)> draw;  ///< called later, on another thread
    std::string notice;                                           ///< said once it is there
};

using Wish = std::variant<Save, TakeBack, Show, OpenLog, OpenHistory, UseSample, OpenAgain, UseLog, Choose,
                          KeepBackupsIn, Remind, TryReminder, Begin, SaveReport, StopReport, OpenFile,
                          ShowInFolder, Copy, CopyPicture, ChooseReportPath, PrintReport, ChoosePath,
                          StopWork, OpenFiles, OpenGuide>;
using Wishes = std::vector<Wish>;

/// A command that was not carried out, as the form shows it until it is solved.
struct NotSaved {
    Failure failure;
    Command command;  ///< to try again with
};

}  // namespace unknot::views
