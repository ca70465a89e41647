#include "app/views/guide/parts.h"
#include "app/views/kit/field.h"
#include "app/views/kit/text.h"
#include "app/views/kit/tier.h"

#include <algorithm>
#include <string>
#include <vector>

namespace unknot::views {

namespace {

look::IconName part_icon(GuidePart part) {
    switch (part) {
        case GuidePart::before_you_start: return look::IconName::ask;
        case GuidePart::how_hard_to_press: return look::IconName::log;
        case GuidePart::while_you_press: return look::IconName::timer;
        case GuidePart::afterwards: return look::IconName::today;
        case GuidePart::when_to_stop: return look::IconName::tier_pause;
        case GuidePart::when_to_seek_care: return look::IconName::tier_seek_care;
        case GuidePart::habits: return look::IconName::repeat;
        case GuidePart::using_unknot: return look::IconName::keyboard;
        case GuidePart::rules_in_numbers: return look::IconName::settings;
        case GuidePart::about: return look::IconName::mark;
    }
    return look::IconName::guide;
}

/// The two parts that tell of advice carry its road sign.
guidance::Tier part_tier(GuidePart part) {
    if (part == GuidePart::when_to_stop) {
        return guidance::Tier::pause;
    }
    return part == GuidePart::when_to_seek_care ? guidance::Tier::seek_care : guidance::Tier::none;
}

bool list_item(const kit::Ui& ui, GuidePart part, bool current, kit::Flow& flow) {
    const std::string_view title = part_title(ui.words, part);
    const look::TextStyle& style = current ? look::type::body_bold : look::type::body;
    const float left = ui.px(50);
    const float measure = flow.width - left - ui.px(look::space::m);
    const float height = std::max(ui.px(44), kit::paragraph_height(ui, title, style, measure) + ui.px(21));
    const ImRect rect = flow.take(height);
    const float radius = ui.px(look::radius::tile);
    const kit::Press state = kit::press(ui, rect, title, radius);
    const look::Colour ink = current ? ui.theme.accent_soft_on : ui.theme.text;
    if (current) {
        kit::fill(rect, ui.theme.accent_soft, radius);
    } else {
        kit::draw_press_state(ui, state, radius);
    }
    const float icon = ui.px(look::control::icon);
    const ImVec2 at(rect.Min.x + ui.px(16), std::round(rect.GetCenter().y - icon / 2));
    if (part_tier(part) != guidance::Tier::none) {
        kit::draw_badge(ui, part_tier(part), at, icon);
    } else {
        kit::draw_icon(part_icon(part), at, icon, current ? ink : ui.theme.muted);
    }
    kit::Flow text{{rect.Min.x + left, rect.Min.y + ui.px(10)}, measure};
    kit::paragraph(ui, text, title, style, ink);
    const float chevron = ui.px(18);
    if (current && kit::text_width(ui, title, style) + chevron <= measure) {
        kit::draw_icon(look::IconName::chevron_right,
                       {rect.Max.x - ui.px(30), std::round(rect.GetCenter().y - chevron / 2)}, chevron, ink);
    }
    return state.clicked;
}

}  // namespace

std::optional<GuidePart> draw_part_list(const kit::Ui& ui, GuidePart current, kit::Flow& flow) {
    std::optional<GuidePart> pressed;
    for (std::size_t i = 0; i < guide_part_count; ++i) {
        const auto part = static_cast<GuidePart>(i);
        if (list_item(ui, part, part == current, flow)) {
            pressed = part;
        }
        flow.gap(ui, 2);  // all of them have room in a window as it opens, drawn at 125 %
    }
    return pressed;
}

std::optional<GuidePart> draw_part_choice(const kit::Ui& ui, GuidePart current, const ImRect& rect) {
    std::vector<kit::DropdownItem> items;
    for (std::size_t i = 0; i < guide_part_count; ++i) {
        const auto part = static_cast<GuidePart>(i);
        items.push_back({std::string(part_title(ui.words, part)), {}, part == current});
    }
    kit::DropdownOptions options;
    options.icon = look::IconName::guide;
    const auto pressed = kit::dropdown(ui, rect, ui.words.text("Part of the guide"),
                                       part_title(ui.words, current), items, options);
    return pressed ? std::optional(static_cast<GuidePart>(*pressed)) : std::nullopt;
}

}  // namespace unknot::views
