#pragma once

#include "app/views/kit/ui.h"
#include "app/views/report/choice.h"
#include "app/views/view.h"

#include <optional>
#include <string>

namespace unknot::views {

/// What the shell has worked out of a choice: what the page card shows.
struct ReportPreview {
    std::size_t sessions = 0;
    std::size_t checkins = 0;
    std::size_t flags = 0;
    std::optional<ImTextureRef> page;  ///< the first page as it will leave; empty where there is none
};

/// How the latest export went.
struct ReportOutcome {
    std::string path;     ///< of what was saved; empty where it was not
    std::string problem;  ///< one sentence where it was not
};

/// What the Report screen remembers between frames.
struct ReportState {
    ReportChoice choice;
    std::optional<std::string> save_as;  ///< the path being typed, while "Save as…" is open
    bool focus_save_as = false;          ///< it was opened in this frame
    int page_pixels = 0;  ///< how wide the page is drawn, in pixels of the screen; the view says it

    // Kept by the shell.
    std::optional<ReportPreview> preview;  ///< empty until the first one is there
    bool preview_old = false;              ///< another one is being made
    std::optional<double> working;         ///< an export runs: how much is done, 0 to 1
    std::optional<ReportOutcome> outcome;
    std::string default_folder;  ///< where "Save report" saves, as people know it
};

void draw_report(const kit::Ui& ui, const Facts& facts, ReportState& state, const ImRect& area,
                 Wishes& wishes);

}  // namespace unknot::views
