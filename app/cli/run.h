#pragma once

namespace unknot::cli {

/// Exit statuses of every verb.
enum Status : int {
    done = 0,
    not_accepted = 1,  ///< the input; nothing was changed
    wrong_usage = 2,
    log_unusable = 3,  ///< busy, disk full, damaged, newer version; nothing was lost
    lacking = 4,       ///< the desktop lacks what was asked for
    stopped = 130,     ///< Ctrl+C
};

/// Runs one verb of the command line. Returns its exit status.
[[nodiscard]] int run(int argc, char** argv);

}  // namespace unknot::cli
