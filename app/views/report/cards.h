#pragma once

#include "app/views/report/report.h"

namespace unknot::views {

/// What leaves, in which form, and what to do with it, as one card; moves the flow below it. `least_height`
/// in pixels.
void draw_options_card(const kit::Ui& ui, const Facts& facts, ReportState& state, kit::Flow& flow,
                       float least_height, Wishes& wishes);

/// The part of it that saves: the buttons, how far a running export is, how the last one went.
void draw_saving(const kit::Ui& ui, const Facts& facts, ReportState& state, kit::Flow& flow, Wishes& wishes);

/// The first page as it will leave, or what leaves in a format that has none.
void draw_page_card(const kit::Ui& ui, const Facts& facts, ReportState& state, const ImRect& card);

/// How high that card wants to be at a width where it may be as high as it likes.
[[nodiscard]] float page_card_height(const kit::Ui& ui, const ReportState& state, float width);

}  // namespace unknot::views
