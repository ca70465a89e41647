#pragma once

#include "app/views/kit/ui.h"
#include "app/views/settings/settings.h"
#include "app/views/view.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace unknot::views {

// Files that somebody opened with the program or dropped on the window: over whatever screen there is, what
// importing them would do is shown, and then done or not.

/// Why files that were opened are not offered for import.
struct NotOpened {
    enum class Why : std::uint8_t {
        not_read,      ///< `problems`
        not_joined,    ///< `failure`: a log of another machine
        not_imported,  ///< `failure`
        this_log,      ///< the log that is open
        sample,        ///< the sample log is looked around in
        only_reading,  ///< nothing can be saved in the log
        unusable,      ///< the log cannot be used
        busy,          ///< something else is being done
    };
    Why why = Why::not_read;
    std::vector<FileProblem> problems = {};
    std::optional<Failure> failure = std::nullopt;
};

/// What is asked about files that were opened.
struct OpeningState {
    std::optional<ImportOffer> offer;
    bool update = false;                ///< replace what the files have newer
    std::optional<Failure> failure;     ///< of the last try to import the offer
    std::optional<MergeDraft> merging;  ///< a log of another machine was opened
    std::optional<NotOpened> not_opened;
    bool stopping = false;  ///< the reading or the import is to end, and has not yet
    bool waited = false;    ///< another dialog was open in the last frame
};

/// The dialogs about files that were opened; nothing where none were, and as long as another dialog is open.
/// Call after everything else is drawn.
/// `areas`: of the log.
void draw_opening(const kit::Ui& ui, const AreaCatalogue& areas, const Upkeep& upkeep, OpeningState& state,
                  Wishes& wishes);

/// True where this work was asked for by opening files, so that its end is told here.
[[nodiscard]] bool is_of_opening(const WorkOrder& order);

/// Such work has ended.
void opening_ended(OpeningState& state, const WorkDone& done);

}  // namespace unknot::views
