#pragma once

#include "app/views/kit/ui.h"
#include "app/views/log/log.h"
#include "app/views/today/checkins.h"
#include "app/views/view.h"

namespace unknot::views {

/// The first screen: what is due and answered in place, what to look after, what the next session may be.
/// `log`: where "Repeat last" goes when it may not save, and whose timer Today starts.
void draw_today(const kit::Ui& ui, const Facts& facts, TodayState& state, LogState& log, const ImRect& area,
                Wishes& wishes);

}  // namespace unknot::views
