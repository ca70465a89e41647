#include "app/views/kit/tier.h"

#include "app/views/kit/shape_cache.h"

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

void draw_sign(ImDrawList& list, const look::Icon& icon, const ImVec2& at, float size, look::Colour shape,
               look::Colour sign) {
    const float unit = size / look::icon_grid;
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
    const look::IconName name = badge_icon(tier);
    if (!in_sight({at.x, at.y, at.x + size, at.y + size}, 2)) {
        return;
    }
    const ShapeKey key =
        ShapeKey(ShapeKind::badge).add(static_cast<std::uint32_t>(name)).add(size).add(shape).add(sign);
    draw_kept(key, at, [&](ImDrawList& list, const ImVec2& origin) {
        draw_sign(list, look::icon(name), origin, size, shape, sign);
    });
}

}  // namespace unknot::kit
