#pragma once

#include "storage/logbook/logbook.h"

#include <string>
#include <vector>

namespace unknot::storage {

/// One thing that is wrong with a log.
struct CheckProblem {
    enum class What : std::uint8_t {
        structure,       ///< SQLite's own check; `detail` are its words
        record,          ///< the checksum of a row does not fit; `table` and `detail`, its id
        foreign_object,  ///< something that no log of its version holds, or that it lacks; `detail` is its
                         ///< name
        reference,       ///< a row of `table` refers to one that is not there
        digest,          ///< a backup holds other rows than when it was made
    };
    What what = What::structure;
    std::string table;
    std::string detail;
};

/// Looks at every page and row of a log or backup; at most 100 problems of each kind are named. Empty: sound.
/// Fails where the file cannot be looked at at all. Like every opening it plays back what a crash left.
[[nodiscard]] Result<std::vector<CheckProblem>, Failure> check_log(const std::filesystem::path& log);

}  // namespace unknot::storage
