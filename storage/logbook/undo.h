#pragma once

#include "storage/logbook/logbook.h"
#include "storage/logbook/tables.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace unknot::storage {

/// How many steps can be taken back (DESIGN, "Undo").
constexpr std::int64_t kept_steps = 200;

/// One command that can be taken back.
struct UndoStep {
    std::int64_t number = 0;
    std::int64_t clock = 0;  ///< the state of what it added and replaced
    std::string token;       ///< random; see UndoSteps::is_there
    std::string origin;
    std::int64_t at_ms = 0;
    std::int64_t added = 0;  ///< how many sessions and check-ins it added
    Applied applied;         ///< what the notice says; at most the first record's id
};

/// What a step replaced or deleted, as it was before.
struct UndoChange {
    Kind kind = Kind::session;
    std::string id;
    std::optional<std::string> content;  ///< its image; empty: an own area or profile that was not there
    std::int64_t state = 0;              ///< the state that goes with the content
};

/// The steps of a log. Throws DatabaseError; readers of changes also DamagedRecord.
class UndoSteps {
public:
    explicit UndoSteps(Connection& connection) : connection_(connection) {}

    /// Keeps a step; returns its number.
    std::int64_t add(const UndoStep& step, const std::vector<UndoChange>& changes);

    /// The latest step of this origin, of any where it is empty; nothing where none is left.
    [[nodiscard]] std::optional<UndoStep> latest(const std::string& origin);
    [[nodiscard]] std::vector<UndoChange> changes(std::int64_t number);

    /// True where the step of this number is this very one. A commit can report an error and be there all the
    /// same.
    [[nodiscard]] bool is_there(std::int64_t number, const std::string& token);

    void remove(std::int64_t number);

    /// Removes every image of this record, and the steps that then have nothing left to take back.
    void forget_record(const std::string& id);

    /// Removes the steps up to `last_number` and those made before `limit_ms`.
    void forget(std::int64_t last_number, std::int64_t limit_ms);

private:
    Connection& connection_;
};

}  // namespace unknot::storage
