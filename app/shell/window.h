#pragma once

#include "app/words/catalogue.h"

#include <filesystem>
#include <optional>
#include <string>

namespace unknot::shell {

/// How the window begins.
struct WindowOptions {
    std::filesystem::path file;  ///< the log
    const words::Catalogue& words;
    std::optional<bool> dark;  ///< empty: as the desktop has it
    float text_scale = 1;      ///< 0.8 to 2
    int width = 1280;          ///< in units of the content scale
    int height = 800;
};

/// How a window ended.
struct WindowEnd {
    int status = 0;       ///< 0, or 4 where there is no display
    std::string problem;  ///< one sentence where `status` is not 0
};

/// Opens the window and returns when it is closed. Draws only when something happened or changed.
[[nodiscard]] WindowEnd run_window(const WindowOptions& options);

}  // namespace unknot::shell
