#pragma once

#include "app/platform/trace.h"
#include "app/words/catalogue.h"

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

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

/// What the command line passes on where no verb was given: the window is wanted, perhaps for files.
struct WindowRequest {
    words::Catalogue words;
    std::filesystem::path file;                      ///< the log
    bool language_named = false;                     ///< by --lang; else `words` are the desktop's
    platform::Trace* trace = nullptr;                ///< where --trace was given
    std::vector<std::filesystem::path> opened = {};  ///< files to offer for import; absolute paths
};

/// How the window ended: an exit status, and one sentence where it is not `done`.
struct WindowAnswer {
    int status = done;
    std::string sentence;
};

/// Runs one verb of the command line, or `window` where there is none. Returns the exit status.
[[nodiscard]] int run(int argc, char** argv, const std::function<WindowAnswer(const WindowRequest&)>& window);

}  // namespace unknot::cli
