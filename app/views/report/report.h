#pragma once

#include "app/views/kit/ui.h"
#include "app/views/view.h"

namespace unknot::views {

/// What the Report screen remembers between frames.
struct ReportState {};

void draw_report(const kit::Ui& ui, const Facts& facts, ReportState& state, const ImRect& area,
                 Wishes& wishes);

}  // namespace unknot::views
