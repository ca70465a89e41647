#pragma once

#include "app/guidance/guidance.h"
#include "app/views/kit/ui.h"

namespace unknot::kit {

/// The colours of a tier; those of info for `none`.
[[nodiscard]] const look::TierColours& tier_colours(const look::Theme& theme, guidance::Tier tier);

/// The road sign of a tier in a square of `size` pixels whose top left is `at`. `on_band`: on seek care's
/// solid band the shape is drawn the other way round.
void draw_badge(const Ui& ui, guidance::Tier tier, const ImVec2& at, float size, bool on_band = false);

}  // namespace unknot::kit
