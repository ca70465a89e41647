#pragma once

#include "app/domain/commands.h"
#include "app/domain/failure.h"
#include "app/domain/import_preview.h"
#include "app/domain/import_problem.h"
#include "app/domain/instant.h"
#include "app/domain/merge_counts.h"
#include "app/domain/snapshot.h"
#include "app/words/storage.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace unknot::views {

// How the window is set and how the log is kept: what Settings, and the page of a log that cannot be used,
// draw from, and the long work that they ask for.

enum class ThemeChoice : std::uint8_t { desktop, light, dark };

/// How the user wants the window to look.
struct Preferences {
    ThemeChoice theme = ThemeChoice::desktop;
    double text_scale = 1;  ///< 0.8 to 2, times the desktop's own
    std::string language;   ///< "de"; empty: the desktop's
    bool timer_sound = false;

    friend bool operator==(const Preferences&, const Preferences&) = default;
};

/// Text sizes that can be chosen (DESIGN, "The window").
constexpr double smallest_text = 0.8;
constexpr double largest_text = 2.0;

/// Why a file that the log could be restored from is there.
enum class KeptFor : std::uint8_t {
    daily,
    manual,
    before_import,
    before_restore,
    before_merge,
    before_migration,
    aside,  ///< not a backup: a log that made way for another one
};

/// A file that the log could be restored from.
struct KeptFile {
    std::filesystem::path file;
    KeptFor reason = KeptFor::daily;
    Instant made;
    std::uintmax_t bytes = 0;
    bool usable = false;  ///< it could be opened, and is of this log
    std::size_t sessions = 0;
    std::size_t checkins = 0;
};

/// How the log stands with its backups.
struct BackupFacts {
    std::optional<Instant> last_good;
    bool changed_since = false;
    bool old = false;     ///< something changed, and no good backup of the last days holds it
    std::string failure;  ///< the system's words for the last one that could not be made; empty: none failed
};

/// What is in a backup, every row of it read and verified.
struct KeptContents {
    std::filesystem::path file;
    std::size_t sessions = 0;
    std::size_t checkins = 0;
    std::optional<Instant> first;
    std::optional<Instant> last;
};

/// Work on the log that may take long, in the order in which only one is done at a time.
enum class Work : std::uint8_t {
    back_up,        ///< into the folder of backups
    back_up_to,     ///< into a file of its own
    look_into,      ///< reads and verifies a backup
    restore,        ///< puts a backup in the place of the log, which is kept aside
    move,           ///< the log to another folder
    check,          ///< looks at every page and row of the log
    salvage,        ///< reads what can be read of a damaged log into a new one beside it
    erase,          ///< removes everything
    look_at_other,  ///< reads and verifies another machine's log, and compares it with this one
    merge,          ///< joins it with this one
    look_at_files,  ///< reads files that were opened, and compares them with the log
    import,         ///< takes in what was read
};

/// Files that were read, and what importing them would do. What the log has already with other content may be
/// replaced where the file's entry is newer, or not: both are known before somebody decides.
struct ImportOffer {
    std::vector<std::string> files;
    std::vector<std::string> computed;  ///< of them, those that bring nothing: what the rules compute
    std::shared_ptr<const ImportFiles> records;
    ImportPreview as_it_is;
    ImportPreview updating;
};

/// Work that is wanted.
struct WorkOrder {
    Work work = Work::back_up;
    /// back_up_to, look_into, restore, look_at_other, merge: the file; move: the folder
    std::filesystem::path target;
    bool keep_aside = false;  ///< move: the old file is kept under another name
    /// look_at_files: the files; look_at_other and merge: what was opened, where a file was opened
    std::vector<std::filesystem::path> files = {};
    std::shared_ptr<const ImportFiles> records = {};  ///< import: what was read
    bool update = false;                              ///< import: replace what the files have newer
};

/// What work came to.
struct WorkDone {
    WorkOrder order;
    std::optional<Failure> failure;
    std::filesystem::path file;                ///< that was made, or is the log now
    std::filesystem::path aside;               ///< the log that made way; empty: there was none
    std::string not_removed;                   ///< move: why the old file is there still; empty: it is not
    std::vector<words::DamageFound> problems;  ///< check: what is wrong
    std::optional<KeptContents> contents;      ///< look_into, salvage
    std::optional<MergeCounts> merging;        ///< look_at_other: what merging would do; merge: what it did
    std::optional<ImportOffer> offer;          ///< look_at_files
    std::vector<FileProblem> not_read;         ///< look_at_files: why nothing is offered
    std::size_t imported = 0;                  ///< import: records that are new or changed
};

/// A record in the trash. Exactly one pointer is set.
struct Trashed {
    LogEntry entry;
    Instant deleted;
};

/// What erasing would remove, and what it cannot reach is said in words.
struct EraseFacts {
    std::size_t backups = 0;
    std::size_t kept_aside = 0;
    std::size_t others = 0;  ///< side files, drafts, settings, temporary files
};

/// What reminds of check-ins each day.
enum class ReminderKeeper : std::uint8_t {
    nobody,
    systemd,    ///< a timer of the user's systemd
    autostart,  ///< a small program that starts with the session and waits
};

/// How the reminder is set up.
struct ReminderFacts {
    ReminderKeeper keeper = ReminderKeeper::nobody;
    std::int32_t minute = 540;  ///< of the day, 0 to 1439
    bool waiting = false;       ///< autostart: the program waits in this session
};

/// Everything that Settings draws from and that is not in the log itself.
struct Upkeep {
    Preferences preferences;
    ReminderFacts reminder;
    std::vector<std::string> languages;  ///< that there are texts for, English first
    std::string version;                 ///< of the program
    std::filesystem::path file;          ///< the log
    std::filesystem::path backups_folder;
    bool log_is_open = false;             ///< there is one, and it can be used
    std::optional<Problem> only_reading;  ///< why nothing can be written
    std::optional<BackupFacts> backups;   ///< nothing until they were looked at
    std::vector<KeptFile> kept;           ///< the newest first
    std::vector<Trashed> deleted;         ///< the latest deletion first
    std::optional<EraseFacts> erasable;   ///< nothing until it was looked at
    std::optional<Work> working;          ///< what is being done
    std::int64_t working_for_s = 0;       ///< since how many seconds
    double working_done = 0;              ///< of work that can be stopped: how much is done, 0 to 1
};

/// True for work that tells how far it is and can be stopped.
[[nodiscard]] constexpr bool can_be_stopped(Work work) {
    return work == Work::look_at_files || work == Work::import;
}

/// True for work during which the log is closed: nothing can be saved, so nothing can be pressed.
[[nodiscard]] constexpr bool closes_log(Work work) {
    return work == Work::restore || work == Work::move || work == Work::erase;
}

}  // namespace unknot::views
