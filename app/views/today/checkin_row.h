#pragma once

#include "app/views/kit/card.h"
#include "app/views/today/checkins.h"

namespace unknot::views {

/// "How sore is it now?": the due rows, each answered in place, and once the warning signs of those just
/// answered. Begins with the section's title. Draws the empty state where nothing is due.
void draw_checkins(const kit::Ui& ui, const Facts& facts, TodayState& state, kit::Flow& flow, Wishes& wishes);

}  // namespace unknot::views
