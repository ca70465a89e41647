#pragma once

#include "app/views/kit/ui.h"
#include "app/views/today/checkins.h"

namespace unknot::views {

/// "How are you now?": where nothing is due, fever or feeling unwell is asked about for itself. The answer is
/// a check-in without a rating on `track`, where it was reported.
void draw_whole_person(const kit::Ui& ui, const Facts& facts, TodayState& state, const TrackKey& track,
                       kit::Flow& flow, Wishes& wishes);

}  // namespace unknot::views
