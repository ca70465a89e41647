#pragma once

#include "app/domain/validation.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace unknot {

/// Why a log could not be used, or a command not be carried out. Words has one sentence for each.
enum class Problem : std::uint8_t {
    // the input; nothing was changed
    not_accepted,    ///< `refusals` says what, and what is accepted
    no_such_record,  ///< the id is not in the log
    id_taken,        ///< a record with this id and other content is there
    changed_since,   ///< undo: the record has been changed since
    nothing_to_undo,
    stopped,  ///< as was asked for, before anything was saved
    // the file; nothing lost
    missing,        ///< no file there, and it was not to be made
    already_there,  ///< a file is there that was to be made anew
    not_a_file,     ///< a folder, a device
    no_permission,
    read_only,
    busy,       ///< another process holds it for longer than the timeout
    disk_full,  ///< disk or quota
    io_error,
    damaged,
    newer_version,  ///< written by a newer version of this program
    not_ours,       ///< not an Unknot log
    unfinished,     ///< another log that is being written or was copied half
};

struct Failure {
    Problem problem = Problem::io_error;
    std::filesystem::path file;
    std::string system;             ///< the system's or SQLite's own words, may be empty
    std::vector<Refusal> refusals;  ///< not_accepted
    std::string id;                 ///< no_such_record, id_taken, changed_since
    bool unsure = false;  ///< a commit failed, and whether it is there could not be found out either
};

/// True for failures of the input (exit status 1) and for what was stopped (130), false for those of the file
/// (exit status 3).
[[nodiscard]] constexpr bool is_about_input(Problem problem) {
    return problem <= Problem::stopped;
}

}  // namespace unknot
