#pragma once

#include "app/domain/failure.h"
#include "storage/logbook/devices.h"
#include "storage/logbook/logbook.h"
#include "storage/logbook/tables.h"
#include "storage/logbook/trash.h"
#include "storage/logbook/undo.h"

#include <set>
#include <span>
#include <string>
#include <vector>

namespace unknot::storage {

/// A session or check-in that a command added, replaced or removed.
struct TouchedRecord {
    Kind kind = Kind::session;
    std::string id;
    std::string area_before;  ///< empty: it was not there
    std::string area_after;   ///< empty: it is not there any more
};

/// Carries out one command inside an open write transaction: rows, revisions, tombstones, trash and the step
/// that takes it back. Throws Failure where the command is not acceptable (the caller then rolls back),
/// DatabaseError, DamagedRecord.
class Change {
public:
    /// `token`: random text that no other command has. `device`: the id of who makes it.
    Change(Connection& connection, const Instant& now, std::string origin, std::string token,
           const std::string& device);

    /// `progress` is told of an import, and may end it: Failure of `Problem::stopped`.
    [[nodiscard]] Applied carry_out(const Command& command, const Progress& progress);

    /// Takes from another machine's log what it says later than this one; `counts` is what that came to.
    [[nodiscard]] Applied merge(OtherLog& other, MergeCounts& counts);

    /// True where there is something to commit.
    [[nodiscard]] bool changed() const { return !records_.empty() || others_changed_ || !removed_.empty(); }
    /// What the snapshot must read again: these records, and everything else where `others_changed`.
    [[nodiscard]] const std::vector<TouchedRecord>& records() const { return records_; }

    /// True where the commit of this change is in the file after all. Ask a fresh connection.
    [[nodiscard]] bool is_committed(Connection& connection) const;

private:
    [[nodiscard]] Applied apply(const LogSession& command);
    [[nodiscard]] Applied apply(const EditSession& command);
    [[nodiscard]] Applied apply(const RecordCheckIns& command);
    [[nodiscard]] Applied apply(const EditCheckIns& command);
    [[nodiscard]] Applied apply(const DeleteRecord& command);
    [[nodiscard]] Applied apply(const RestoreRecord& command);
    [[nodiscard]] Applied apply(const RemoveForGood& command);
    [[nodiscard]] Applied apply(const SetProfile& command);
    [[nodiscard]] Applied apply(const PutArea& command);
    [[nodiscard]] Applied apply(const AddTool& command);
    [[nodiscard]] Applied apply(const RenameTool& command);
    [[nodiscard]] Applied apply(const RetireTool& command);
    [[nodiscard]] Applied apply(const ImportRecords& command);
    [[nodiscard]] Applied apply(const ImportFiles& command);
    [[nodiscard]] Applied apply(const Undo& command);

    template <typename Record>
    [[nodiscard]] std::vector<Refusal> refusals_of(const Record& record, const std::optional<Instant>& now);
    template <typename Record>
    void require_valid(const Record& record, const std::optional<Instant>& now);
    [[nodiscard]] bool side_in_use(const std::string& area, Side side);
    template <typename Record>
    bool add(const Record& record, bool update, FieldSet omitted = {});
    template <typename Record>
    void edit(Record record);
    template <typename Record>
    void overwrite(const Stored<Record>& before, const Record& record);
    template <typename Record>
    void remove(const Stored<Record>& stored);
    [[nodiscard]] Applied import(std::span<const ImportRecords> files);
    /// `step`: how many records of all files were taken in so far.
    void take_in(const ImportRecords& file, Applied& applied, Milestones& milestones, std::size_t& step);
    bool put_profile(const Profile& profile);
    bool put_area(const Area& area);
    [[nodiscard]] bool has_sessions(const std::string& tool);
    bool put_tool(const Tool& tool);
    void keep_before(const Tool& tool, const std::optional<Stored<Tool>>& there);
    void offer_removed(const std::string& tool);
    void name_kept_tool(const Stored<Tool>& old, const std::string& name, bool joins, Applied& applied);
    template <typename Record>
    void bring_back(const Record& record, Applied& applied);
    void require_sides_in_use(const Area& area);

    template <typename Record>
    void take_over(const Record& record, Revision revision);
    void take_over(const Tombstone& tombstone);
    void take_back_merge(const UndoStep& step, const std::vector<UndoChange>& changes);
    void take_back_merged(const UndoStep& step, const UndoChange& change);
    void put_back(Kind kind, const std::string& id, const std::string& image, const Revision& revision);

    [[nodiscard]] std::vector<std::pair<Kind, std::string>> added_by(const UndoStep& step,
                                                                     const std::vector<UndoChange>& changes);
    void take_back(const UndoStep& step, const UndoChange& change);
    void take_back_own(const UndoStep& step, const UndoChange& change);
    void take_back_tool(const UndoStep& step, const UndoChange& change, const Revision& revision);
    void take_back_added(const UndoStep& step, const std::vector<UndoChange>& changes);
    template <typename Record>
    void restore(const Record& record, std::int64_t state);

    [[nodiscard]] Applied finished(Applied applied);
    void keep_step(const Applied& applied);
    void note_areas();
    void forget_old();

    Connection& connection_;
    Tables tables_;
    Trash trash_;
    UndoSteps steps_;
    Devices devices_;
    Instant now_;
    std::string origin_;
    std::string token_;
    Revision revision_;
    AreaCatalogue catalogue_;
    Progress progress_;
    bool tombstones_ = false;  ///< there are any

    std::vector<TouchedRecord> records_;
    std::vector<UndoChange> before_;
    std::int64_t added_ = 0;
    bool others_changed_ = false;  ///< own areas, the profile, tools
    std::int64_t step_ = 0;        ///< the step kept, or the one taken back
    bool undo_ = false;
    std::string removed_;  ///< what was removed for good: no step takes that back
};

}  // namespace unknot::storage
