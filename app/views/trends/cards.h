#pragma once

#include "app/views/kit/ui.h"
#include "app/views/trends/trends.h"

namespace unknot::views {

/// What decides how a picture of this width and height (pixels) looks now.
[[nodiscard]] TrendsKey key_of(const kit::Ui& ui, const TrendsState& state, const charts::TimeWindow& window,
                               float width, float height = 0);

/// Soreness over time of one area: pointer and keyboard name each record, a click opens it in History.
void draw_timeline_card(const kit::Ui& ui, TrendsState& state, const charts::TrackSeries& series,
                        kit::Flow& flow, Wishes& wishes);

/// What followed sessions of each pressure.
void draw_dose_card(const kit::Ui& ui, TrendsState& state, const charts::TrackSeries& series,
                    kit::Flow& flow);

/// All areas but the one shown, small; pressing one shows it.
void draw_areas_card(const kit::Ui& ui, const Facts& facts, TrendsState& state, kit::Flow& flow);

/// The worst rating of each day over all areas; a click opens that day in History.
void draw_calendar_card(const kit::Ui& ui, const Facts& facts, TrendsState& state, kit::Flow& flow,
                        Wishes& wishes);

}  // namespace unknot::views
