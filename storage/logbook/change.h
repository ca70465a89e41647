#pragma once

#include "app/domain/failure.h"
#include "storage/logbook/logbook.h"
#include "storage/logbook/tables.h"

#include <set>

namespace unknot::storage {

/// Carries out one command inside an open transaction: rows, revisions, tombstones and the step that undoes
/// it. Throws Failure where the command is not acceptable (the caller then rolls back) and DatabaseError.
class Change {
public:
    Change(Database& database, const Instant& now, std::string origin);

    [[nodiscard]] Applied carry_out(const Command& command);

    /// The areas whose records changed.
    [[nodiscard]] const std::set<std::string>& areas() const { return areas_; }

private:
    Applied apply(const LogSession& command);
    Applied apply(const EditSession& command);
    Applied apply(const RecordCheckIns& command);
    Applied apply(const EditCheckIns& command);
    Applied apply(const DeleteRecord& command);
    Applied apply(const SetProfile& command);
    Applied apply(const PutArea& command);
    Applied apply(const ImportRecords& command);
    Applied apply(const Undo& command);

    template <typename Record>
    bool add(const Record& record, bool update);
    template <typename Record>
    void replace(Record record);
    template <typename Record>
    void check(const Record& record, bool entering);

    void remember(Kind kind, const std::string& id);
    void save_step(const Applied& applied);
    void restore(Kind kind, const std::string& id, const std::string& before);
    void pass_on_revision(Kind kind, const std::string& id, std::optional<std::int64_t> before_clock);
    [[nodiscard]] Revision next_revision();

    /// What undo needs to know about one thing that changed.
    struct Touched {
        Kind kind;
        std::string id;
        std::string before;  ///< its image before; empty: it was not there
        std::optional<std::int64_t> before_clock;
    };

    Database& database_;
    Tables tables_;
    Instant now_;
    std::string origin_;
    Revision revision_;
    AreaCatalogue catalogue_;
    std::vector<Touched> touched_;
    std::set<std::string> areas_;
};

/// The step that `Undo` of this origin would take back; 0 where there is none.
[[nodiscard]] std::int64_t latest_step(Database& database, const std::string& origin);

/// What a step did, as the notice says it.
[[nodiscard]] Applied describe_step(Database& database, std::int64_t step);

}  // namespace unknot::storage
