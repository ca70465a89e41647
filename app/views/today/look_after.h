#pragma once

#include "app/views/kit/ui.h"
#include "app/views/today/checkins.h"

#include <optional>

namespace unknot::views {

/// "Look after these": a card for each flagged area, then the areas with too little to go on. `jump_to`
/// brings the first card of that tier to the top of the page.
void draw_look_after(const kit::Ui& ui, const Facts& facts, TodayState& state,
                     std::optional<guidance::Tier> jump_to, kit::Flow& flow, Wishes& wishes);

/// On narrow windows: "Pause: 1", "Ease off: 2", one pill a tier. Returns the one pressed.
std::optional<guidance::Tier> draw_tier_pills(const kit::Ui& ui, const TodayState& state, kit::Flow& flow);

}  // namespace unknot::views
