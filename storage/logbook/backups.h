#pragma once

#include "storage/logbook/backup_names.h"
#include "storage/logbook/logbook.h"

#include <optional>
#include <vector>

namespace unknot::storage {

/// A backup that lies there.
struct Backup {
    std::filesystem::path file;
    BackupKind kind = BackupKind::daily;
    std::int64_t made_ms = 0;
    std::uintmax_t size = 0;
    /// It was verified when it was made, is of this log, and can still be opened. Reading all of it again is
    /// what `look_into` does.
    bool verified = false;
    std::int64_t clock = 0;  ///< of the latest change that it holds
};

/// A backup that could not be made.
struct FailedBackup {
    std::int64_t at_ms = 0;
    std::string system;  ///< the system's words
};

/// After how long a good backup is old, where something changed since.
constexpr std::int64_t old_backup_ms = 7LL * 24 * 3'600'000;

/// How a log stands with its backups, for the window and `unknot backup`.
struct BackupState {
    std::optional<Backup> last_good;
    std::optional<FailedBackup> last_failure;  ///< empty once one was made after it
    bool changed_since = false;                ///< the log holds changes that no good backup has
    /// Something changed, and the last good backup is missing, older than `old_backup_ms`, or from the
    /// future: a clock was wrong, so that its age says nothing.
    bool old = false;
};

/// The backups of one log: complete, verified, private files in one folder, of which 7 daily, 4 weekly and 12
/// monthly ones are kept (RELIABILITY, "Facts"). Has a connection of its own while it works, so it may be
/// used beside a Logbook, and in another thread than that.
class Backups {
public:
    /// `folder`: where they lie; empty: `default_folder`. It is made, 0700, with the first backup.
    Backups(const std::filesystem::path& log, const std::filesystem::path& folder, Services services);

    /// "backups" beside the log.
    [[nodiscard]] static std::filesystem::path default_folder(const std::filesystem::path& log);

    /// True where there is a file with the name of a backup of this log in its default folder.
    [[nodiscard]] static bool any(const std::filesystem::path& log);

    /// Makes one now, and removes those that had their time. A failure is remembered in the log until one
    /// succeeds, and its file is the backup's.
    [[nodiscard]] Result<Backup, Failure> make(BackupKind kind);

    /// Makes one into this file, which must not be there. It does not count as one of the log's own.
    [[nodiscard]] Result<Backup, Failure> make_at(const std::filesystem::path& file);

    /// Makes one where something changed since the last good one and none is of today; nothing where none is
    /// due.
    [[nodiscard]] Result<std::optional<Backup>, Failure> make_if_due();

    /// All of them, the newest first, also those that cannot be opened and those that migrations left beside
    /// the log. Nothing is written.
    [[nodiscard]] std::vector<Backup> list() const;

    [[nodiscard]] Result<BackupState, Failure> state() const;

    [[nodiscard]] const std::filesystem::path& folder() const { return folder_; }

private:
    [[nodiscard]] Backup make_in_folder(BackupKind kind);
    void remember(const Failure& failure) const;
    void rotate() const;

    std::filesystem::path log_;  ///< resolved
    std::filesystem::path folder_;
    Services services_;
};

}  // namespace unknot::storage
