#include "app/views/kit/tier.h"

#include <algorithm>

namespace unknot::kit {

using guidance::Tier;

namespace {

look::IconName badge_icon(Tier tier) {
    switch (tier) {
        case Tier::none:
        case Tier::info: return look::IconName::tier_info;
        case Tier::ease_off: return look::IconName::tier_ease_off;
        case Tier::pause: return look::IconName::tier_pause;
        case Tier::seek_care: return look::IconName::tier_seek_care;
    }
    return look::IconName::tier_info;
}

}  // namespace

const look::TierColours& tier_colours(const look::Theme& theme, Tier tier) {
    switch (tier) {
        case Tier::none:
        case Tier::info: return theme.info;
        case Tier::ease_off: return theme.ease_off;
        case Tier::pause: return theme.pause;
        case Tier::seek_care: return theme.seek_care;
    }
    return theme.info;
}

void draw_badge(const Ui& ui, Tier tier, const ImVec2& at, float size, bool on_band) {
    const look::TierColours& colours = tier_colours(ui.theme, tier);
    const bool reversed = on_band && tier == Tier::seek_care;
    const look::Colour shape = reversed ? colours.on : colours.edge;
    const look::Colour sign = reversed ? colours.edge : colours.on;
    const look::Icon& icon = look::icon(badge_icon(tier));
    const float unit = size / look::icon_grid;
    ImDrawList& list = *ImGui::GetWindowDrawList();
    for (const look::Point& point : icon.shape) {
        list.PathLineTo({at.x + point.x * unit, at.y + point.y * unit});
    }
    list.PathFillConcave(to_u32(shape));
    const float stroke = std::max(1.25F, look::badge_stroke * unit);
    for (const look::IconPath& path : icon.paths) {
        for (const look::Point& point : path.points) {
            list.PathLineTo({at.x + point.x * unit, at.y + point.y * unit});
        }
        if (path.fill) {
            list.PathFillConcave(to_u32(sign));
        } else {
            list.PathStroke(to_u32(sign), path.closed ? ImDrawFlags_Closed : ImDrawFlags_None, stroke);
        }
    }
}

}  // namespace unknot::kit
