#pragma once

#include "app/views/settings/settings.h"
#include "app/views/view.h"

namespace unknot::views {

/// The whole window while the log cannot be used: one sentence on what happened, and the ways forward from
/// there.
void draw_problem(const kit::Ui& ui, const Facts& facts, const Upkeep& upkeep, const Failure& failure,
                  SettingsState& state, Wishes& wishes);

/// The whole window while the log is closed for work on it.
void draw_working(const kit::Ui& ui, const Upkeep& upkeep, Work work);

}  // namespace unknot::views
