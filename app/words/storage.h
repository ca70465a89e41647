#pragma once

#include "app/domain/failure.h"
#include "app/words/catalogue.h"

#include <cstdint>
#include <string>
#include <vector>

namespace unknot::words {

/// Why a log could not be used or a command not be carried out, and what to do, in one sentence. The
/// failure's texts (file, id, the system's words) go in as they are: who shows them in a terminal makes them
/// harmless first.
[[nodiscard]] std::string sentence(const Catalogue& words, const Failure& failure);

/// How a log stands with its backups.
struct BackupWords {
    bool has_good = false;
    std::int64_t age_ms = 0;  ///< of the last good one; below 0 where it is from the future
    bool changed_since = false;
    bool old = false;
    std::string failure;  ///< the system's words for the last one that could not be made; empty: none failed
};

/// One sentence on the last good backup and its age, and one on each thing that is wrong.
[[nodiscard]] std::vector<std::string> backup_sentences(const Catalogue& words, const BackupWords& state);

/// "The backup … could not be made": said the moment it happens.
[[nodiscard]] std::string backup_failed(const Catalogue& words, const std::string& file,
                                        const std::string& system);

/// One thing that is wrong with a log, as `check` found it.
struct DamageFound {
    enum class What : std::uint8_t { structure, record, foreign_object, reference, digest };
    What what = What::structure;
    std::string table;
    std::string detail;  ///< SQLite's words, a record's id, an object's name
};

/// One sentence on it.
[[nodiscard]] std::string sentence(const Catalogue& words, const DamageFound& found);

}  // namespace unknot::words
