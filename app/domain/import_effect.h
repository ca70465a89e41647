#pragma once

#include "app/domain/commands.h"
#include "app/domain/snapshot.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace unknot {

/// What importing one record does to a log.
enum class ImportEffect : std::uint8_t {
    added,
    replaced,   ///< asked for with `update`, and the file's entry is the newer one
    unchanged,  ///< the log holds the same content
    kept,       ///< `update`, but the file's entry is not newer, or does not say when it was made
    refused,    ///< the id is there with other content
};

/// Gives `record` what the log has in every field that its file left out.
void keep_omitted(Session& record, const Session& there, FieldSet omitted);
void keep_omitted(CheckIn& record, const CheckIn& there, FieldSet omitted);

/// What importing `record` does to the record `there` of the same id. The moment of entry is no content: who
/// imports the same again entered it later.
[[nodiscard]] ImportEffect effect_on(const Session& there, const Session& record, bool update);
[[nodiscard]] ImportEffect effect_on(const CheckIn& there, const CheckIn& record, bool update);

/// A record as the log has it, beside the one of the same id that a file brings.
struct RecordThere {
    bool session = false;  ///< else a check-in
    std::string area;
    Side side = Side::left;
    Instant at;
    /// In what the two differ; empty where one is a session and the other a check-in.
    FieldSet differing;
    std::optional<int> level;       ///< pressure of a session, soreness of a check-in; empty: not recorded
    std::optional<int> file_level;  ///< that of the file's record
};

/// One record of an import: which file, and its position in that file's list.
struct ImportedAt {
    std::size_t file = 0;
    bool session = false;  ///< else a check-in
    std::size_t position = 0;
    ImportEffect effect = ImportEffect::added;
    RecordThere there = {};  ///< not of added and unchanged ones
};

/// What an import would do to a log.
struct ImportPlan {
    std::size_t added = 0;
    std::size_t unchanged = 0;
    std::vector<ImportedAt> others;  ///< replaced, kept and refused, in the order of the files
    std::size_t areas = 0;           ///< own areas added or changed
    std::size_t tools = 0;           ///< added, offered again or retired by it
    bool profile = false;            ///< the health questions get other answers
    bool possible = true;            ///< nothing is refused
};

/// Compares the files, taken one after the other, with the log; changes nothing.
[[nodiscard]] ImportPlan plan_import(const Snapshot& snapshot, const ImportFiles& brought);

}  // namespace unknot
