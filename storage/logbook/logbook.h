#pragma once

#include "app/domain/applied.h"
#include "app/domain/commands.h"
#include "app/domain/failure.h"
#include "app/domain/merge_counts.h"
#include "app/domain/milestones.h"
#include "app/domain/result.h"
#include "app/domain/snapshot.h"
#include "app/domain/validation.h"
#include "app/domain/working_set.h"

#include <array>
#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace unknot::storage {

using unknot::Applied;
using unknot::Failure;
using unknot::Problem;

/// What the logbook needs from outside: it reads no clock and no entropy by itself.
struct Services {
    std::function<Instant()> now;                          ///< with the offset of the place
    std::function<std::array<std::uint8_t, 10>()> random;  ///< for ids
    /// Who makes the changes: a text that stays the same for one user on one machine and that no other one
    /// has. Asked only where something is written; a log that was copied to another machine is changed there
    /// under that machine's.
    std::function<std::string()> device;
};

struct OpenOptions {
    std::filesystem::path file;
    bool create = true;        ///< make a new log where there is no file
    bool must_be_new = false;  ///< refuse where there is one
    bool read_only = false;
    std::string origin = "cli";  ///< who makes the changes ("cli", or a window's own id); undo is per origin
    std::chrono::milliseconds busy_timeout{5000};
};

/// A record in the trash. Exactly one of both is set.
struct DeletedRecord {
    std::optional<Session> session;
    std::optional<CheckIn> checkin;
    std::int64_t deleted_ms = 0;  ///< when, in UTC; it is kept for 90 days from then on
};

class OtherLog;

/// What a merge did.
struct Merged {
    Applied applied;
    MergeCounts counts;
};

/// One user's log: a SQLite file. One transaction for each command; a command is reported as applied only
/// after the commit returned. Several processes may use the same file at once. Not for several threads at
/// once.
class Logbook {
public:
    /// Opens, migrates where needed, or makes a log. Files are 0600, folders made for it 0700.
    [[nodiscard]] static Result<std::unique_ptr<Logbook>, Failure> open(const OpenOptions& options,
                                                                        Services services);
    ~Logbook();
    Logbook(const Logbook&) = delete;
    Logbook& operator=(const Logbook&) = delete;

    /// A new id for a record.
    [[nodiscard]] RecordId new_id();

    /// `progress` is told of an import; where it ends it, nothing is changed and it fails with
    /// `Problem::stopped`.
    [[nodiscard]] Result<Applied, Failure> apply(const Command& command, const Progress& progress = {});

    /// What `merge` would do now; nothing is written.
    [[nodiscard]] Result<MergeCounts, Failure> merge_preview(OtherLog& other);

    /// Joins another machine's log with this one, as one step that can be taken back: for each id the later
    /// revision wins, deletions are revisions too. The result is the same whichever log is joined with which,
    /// in which order and how often. All or nothing.
    [[nodiscard]] Result<Merged, Failure> merge(OtherLog& other);

    /// What `Undo` would take back, nothing where there is nothing.
    [[nodiscard]] Result<std::optional<Applied>, Failure> undo_preview(const std::string& origin);

    /// What was deleted in the last 90 days and not removed for good, the latest deletion first.
    [[nodiscard]] Result<std::vector<DeletedRecord>, Failure> deleted_records();

    /// The log as it stands, shared with the last snapshot where nothing changed. Reads again what another
    /// process changed since.
    [[nodiscard]] Result<std::shared_ptr<const Snapshot>, Failure> snapshot();

    /// The records of a working set alone, which is a hundredth of the work where the log is long. Null where
    /// the log has changed since the set was made.
    [[nodiscard]] Result<std::shared_ptr<const Snapshot>, Failure> part(const WorkingSet& set);

    /// True where another connection changed the file since the last `snapshot`. Cheap enough for every
    /// second.
    [[nodiscard]] bool changed_elsewhere();

    [[nodiscard]] const std::filesystem::path& file() const;

    /// True where the file or its folder can only be read.
    [[nodiscard]] bool read_only() const;

    /// Why nothing can be written: `read_only`, or `newer_version` for a newer program's log that this one
    /// still understands. Nothing where it can be.
    [[nodiscard]] std::optional<Problem> why_read_only() const;

private:
    struct Impl;
    explicit Logbook(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> impl_;
};

}  // namespace unknot::storage
