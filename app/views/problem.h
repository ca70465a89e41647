#pragma once

#include "app/domain/failure.h"
#include "app/views/kit/ui.h"
#include "app/views/view.h"

namespace unknot::views {

/// The screen of a log that cannot be used: what happened, that nothing was lost, what to do, one button.
void draw_problem(const kit::Ui& ui, const Failure& failure, Wishes& wishes);

}  // namespace unknot::views
