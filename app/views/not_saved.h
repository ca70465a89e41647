#pragma once

#include "app/views/kit/ui.h"
#include "app/views/view.h"

namespace unknot::views {

/// The banner above a form whose command was not carried out: what happened, that nothing is lost, what to
/// do. Returns true where "Save again" was pressed.
[[nodiscard]] bool draw_not_saved(const kit::Ui& ui, kit::Flow& flow, const NotSaved& not_saved);

}  // namespace unknot::views
