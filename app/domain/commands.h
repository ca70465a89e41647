#pragma once

#include "app/domain/records.h"
#include "app/domain/validation.h"

#include <string>
#include <variant>
#include <vector>

namespace unknot {

// Every edit that a user can make to a log. A command carries values and ids, never pointers. The logbook
// applies one in one transaction and remembers its inverse, which is undo.

// ---- sessions

/// Adds a session. Its id must be new; saving the same record again (after an error whose outcome nobody saw)
/// is not an error and makes no second one.
struct LogSession {
    Session session;
};

/// Replaces the content of a session that is there, id kept. `entered_at` stays what it was.
struct EditSession {
    Session session;
};

// ---- check-ins

/// Adds check-ins, all or none: one answer for one area, or "nothing sore" for all that are due.
struct RecordCheckIns {
    std::vector<CheckIn> checkins;
};

/// Replaces the content of check-ins that are there: a correction, or warning signs answered after the
/// rating.
struct EditCheckIns {
    std::vector<CheckIn> checkins;
};

// ---- both

/// Deletes one session or check-in. It leaves a tombstone without its text, and can be taken back.
struct DeleteRecord {
    RecordId id;
};

/// Brings one deleted record back as it was, as long as its 90 days are not over: what undo does for the
/// latest deletion, for any of them.
struct RestoreRecord {
    RecordId id;
};

/// Forgets the content of a deleted record now: it leaves the trash and every undo step. Cannot be taken
/// back. Its tombstone, which holds no word of it, stays.
struct RemoveForGood {
    RecordId id;
};

// ---- the person, the areas and the tools

struct SetProfile {
    Profile profile;
};

/// Adds an own area, or renames, marks on the map or retires one that is there.
struct PutArea {
    Area area;
};

/// Offers a tool for new sessions that none has yet; one that was retired or removed is offered again.
/// Refused where the name is not acceptable, or is offered already (Reason::there_already).
struct AddTool {
    std::string name;
};

/// Gives a tool another name in every session that has it. A name that is in use already makes the two one.
struct RenameTool {
    std::string from;
    std::string to;
};

/// Offers a tool no more for new sessions, or again. Sessions that have it keep it; one that no session has
/// is thereby removed, until somebody names it again.
struct RetireTool {
    std::string name;
    bool retired = true;
};

// ---- many at once

/// The fields of a record that a file leaves out altogether: a column that is not there, notes that were not
/// exported. Leaving out says nothing, so what the log has stays.
using FieldSet = AnswerSet<Field>;

/// Adds records of a foreign file, all or none. A record that is there with the same content changes nothing.
struct ImportRecords {
    std::vector<Area> areas;
    std::vector<Session> sessions;
    std::vector<CheckIn> checkins;
    std::optional<Profile> profile;  ///< empty: the file has none
    bool update = false;  ///< an id that is there with other content: replace it where the entry is newer
    std::string source;   ///< the file's name, for the undo step
    FieldSet omitted;     ///< never blanked, never counted as other content
    std::vector<std::string> retired_tools = {};  ///< offered no more for new sessions from now on
    std::vector<std::string> tools =
        {};  ///< offered from now on, though no session has them; none is retired
};

/// Several files as one step, all or none, in this order.
struct ImportFiles {
    std::vector<ImportRecords> files;
};

/// Takes back the latest step of this origin that is still standing (of any origin, where it is empty).
struct Undo {
    std::string origin;
};

using Command = std::variant<LogSession, EditSession, RecordCheckIns, EditCheckIns, DeleteRecord,
                             RestoreRecord, RemoveForGood, SetProfile, PutArea, AddTool, RenameTool,
                             RetireTool, ImportRecords, ImportFiles, Undo>;

}  // namespace unknot
