#pragma once

#include "app/views/kit/ui.h"
#include "app/views/trends/trends.h"

namespace unknot::views {

/// What decides how a picture of this width and height (pixels) looks now.
[[nodiscard]] TrendsKey key_of(const kit::Ui& ui, const TrendsState& state, const charts::TimeWindow& window,
                               float width, float height = 0);

/// A card's title; with `link` (may be empty) a quiet button flush right, below it where there is no room
/// beside it. True where that was pressed.
bool card_title(const kit::Ui& ui, kit::Flow& flow, std::string_view title, std::string_view link = {});

// ---- of one area

/// Soreness over time: pointer and keyboard name each record, a click opens it in History.
void draw_timeline_card(const kit::Ui& ui, TrendsState& state, const charts::TrackSeries& series,
                        kit::Flow& flow, Wishes& wishes);

/// What followed sessions of each pressure; a click on one opens it in History.
void draw_dose_card(const kit::Ui& ui, TrendsState& state, const charts::TrackSeries& series, kit::Flow& flow,
                    Wishes& wishes);

/// After a back-off: what was suggested after a flag, what was done, whether it settled.
void draw_back_off_card(const kit::Ui& ui, const Facts& facts, TrendsState& state,
                        const charts::TrackSeries& series, kit::Flow& flow);

// ---- of all areas

/// All areas but the one shown, small; pressing one shows it.
void draw_areas_card(const kit::Ui& ui, const Facts& facts, TrendsState& state, kit::Flow& flow);

/// The body, each area in the colour of its latest rating; pressing one shows it.
void draw_body_card(const kit::Ui& ui, const Facts& facts, TrendsState& state, kit::Flow& flow);

/// The worst rating of each day over all areas; a click opens that day in History.
void draw_calendar_card(const kit::Ui& ui, const Facts& facts, TrendsState& state, kit::Flow& flow,
                        Wishes& wishes);

}  // namespace unknot::views
