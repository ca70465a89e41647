#pragma once

#include "app/cli/run.h"
#include "app/domain/harmless.h"
#include "app/domain/validation.h"
#include "app/platform/time_zone.h"
#include "app/words/catalogue.h"
#include "storage/logbook/backups.h"
#include "storage/logbook/logbook.h"

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace unknot::cli {

/// Ends a verb with one sentence on standard error.
struct Stop {
    int status;
    std::vector<std::string> sentences;
};

/// What every verb works with.
class Context {
public:
    words::Catalogue words;
    platform::TimeZone zone = platform::TimeZone::of_environment();
    Instant now;
    bool file_was_named = false;  ///< by --db or UNKNOT_DB; else it is the user's own log
    bool file_was_moved = false;  ///< the settings say where: that it is missing is no reason to begin one
    std::filesystem::path file;   ///< the log; empty where the user has no home folder
    bool language_named = false;  ///< by --lang; else `words` are the environment's
    bool json = false;
    std::unique_ptr<platform::Trace> trace;  ///< where --trace was given

    /// Throws Stop where there is no place for a log.
    void require_file() const;
    /// Opens the log; `create` makes one where there is none. Throws Stop.
    [[nodiscard]] storage::Logbook& log(bool create);
    /// Makes a log in a file that must not be there yet. Throws Stop.
    [[nodiscard]] storage::Logbook& new_log();
    /// The log as it stands; empty where there is no file yet. Throws Stop.
    [[nodiscard]] std::shared_ptr<const Snapshot> snapshot();
    /// Applies a command. `progress` is told of an import, and may end it. Throws Stop.
    storage::Applied apply(const Command& command, const Progress& progress = {});

    /// Clock, entropy and who this is, for the logbook.
    [[nodiscard]] storage::Services services() const;
    /// The log's backups, in the folder that the settings name.
    [[nodiscard]] storage::Backups backups() const;
    /// What to do about a damaged log: its newest good backup, and salvage.
    [[nodiscard]] std::string way_forward() const;

    [[nodiscard]] Stop stopped_by(const Failure& failure) const;
    [[nodiscard]] Stop refused(const std::vector<Refusal>& refusals) const;
    [[nodiscard]] Stop refused(Refusal refusal) const;

    /// A moment as somebody typed it: with an offset, or local. Throws Stop.
    [[nodiscard]] Instant moment(const std::string& text, Field field) const;
    /// A day of a range. Throws Stop.
    [[nodiscard]] LocalDay day(const std::string& text, Field field) const;

    /// One backup, unless the last good one holds all that is there. Throws Stop where it cannot be made.
    void back_up_before(storage::BackupKind kind) const;
    /// What failed is said at once, and is no failure of what was asked for.
    void back_up_if_due() const;

private:
    std::unique_ptr<storage::Logbook> log_;
};

/// Prints a line to standard output.
void print(const std::string& line);

}  // namespace unknot::cli
