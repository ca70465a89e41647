#pragma once

#include "app/views/kit/ui.h"
#include "app/views/today/checkins.h"

namespace unknot::views {

/// "Next session": a row for each area with what it may be. Areas of long ago stand behind a button. Draws
/// nothing where no area has a record.
void draw_next_sessions(const kit::Ui& ui, TodayState& state, kit::Flow& flow);

}  // namespace unknot::views
