#pragma once

#include "app/platform/trace.h"
#include "app/words/catalogue.h"

#include <filesystem>
#include <string>
#include <vector>

namespace unknot::shell {

/// How the window begins.
struct WindowOptions {
    std::filesystem::path file;           ///< the log
    words::Catalogue words;               ///< as the command line or the desktop chose
    bool language_named = false;          ///< `words` was asked for by name, and goes before the settings
    std::filesystem::path config_folder;  ///< where the user's settings are kept; empty: nowhere
    std::filesystem::path state_folder;   ///< where drafts and the sample log are kept; empty: nowhere
    std::string machine;                  ///< platform::machine_id()
    std::filesystem::path usual_log;      ///< where the log is unless the settings say otherwise
    std::filesystem::path home;           ///< what "~/" begins with; empty: nothing
    std::string version;                  ///< of the program
    platform::Trace* trace = nullptr;     ///< null: nothing is traced
    std::vector<std::filesystem::path> opened = {};  ///< files to offer for import; absolute paths
};

/// How a window ended.
struct WindowEnd {
    int status = 0;       ///< 0, or 4 where there is no display
    std::string problem;  ///< one sentence; empty where there is nothing to say
};

/// Opens the window and returns when it is closed; where this log has a window, that one comes to the front,
/// takes the files that were opened, and this returns at once. Draws only when something happened or changed.
[[nodiscard]] WindowEnd run_window(const WindowOptions& options);

}  // namespace unknot::shell
