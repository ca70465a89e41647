#include "app/views/kit/parts.h"

#include "app/views/kit/field.h"
#include "app/views/kit/text.h"
#include "app/views/kit/tier.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

namespace unknot::kit {

namespace {

/// Between two entries; ten of them have room in a window as it opens, drawn at 125 %.
constexpr float entry_gap = 2;
constexpr float text_left = 50;

void draw_entry_icon(const Ui& ui, const Part& part, const ImRect& rect, const look::Colour& ink) {
    const float icon = ui.px(look::control::icon);
    const ImVec2 at(rect.Min.x + ui.px(16), std::round(rect.GetCenter().y - icon / 2));
    if (part.sign != guidance::Tier::none) {
        draw_badge(ui, part.sign, at, icon);
    } else {
        draw_icon(part.icon, at, icon, ink);
    }
}

bool part_entry(const Ui& ui, const Part& part, bool current, Flow& flow) {
    const look::TextStyle& style = current ? look::type::body_bold : look::type::body;
    const float left = ui.px(text_left);
    const float measure = flow.width - left - ui.px(look::space::m);
    const float height = std::max(ui.px(44), paragraph_height(ui, part.title, style, measure) + ui.px(21));
    const ImRect rect = flow.take(height);
    const float radius = ui.px(look::radius::tile);
    const Press state = press(ui, rect, part.title, radius);
    const look::Colour ink = current ? ui.theme.accent_soft_on : ui.theme.text;
    if (current) {
        fill(rect, ui.theme.accent_soft, radius);
    } else {
        draw_press_state(ui, state, radius);
    }
    draw_entry_icon(ui, part, rect, current ? ink : ui.theme.muted);
    Flow text{{rect.Min.x + left, rect.Min.y + ui.px(10)}, measure};
    paragraph(ui, text, part.title, style, ink);
    const float chevron = ui.px(18);
    if (current && text_width(ui, part.title, style) + chevron <= measure) {
        draw_icon(look::IconName::chevron_right,
                  {rect.Max.x - ui.px(30), std::round(rect.GetCenter().y - chevron / 2)}, chevron, ink);
    }
    return state.clicked;
}

}  // namespace

std::optional<std::size_t> part_list(const Ui& ui, std::span<const Part> parts, std::size_t current,
                                     Flow& flow) {
    std::optional<std::size_t> pressed;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (part_entry(ui, parts[i], i == current, flow)) {
            pressed = i;
        }
        flow.gap(ui, entry_gap);
    }
    return pressed;
}

std::optional<std::size_t> part_choice(const Ui& ui, const ImRect& rect, std::string_view name,
                                       std::span<const Part> parts, std::size_t current,
                                       look::IconName icon) {
    std::vector<DropdownItem> items;
    items.reserve(parts.size());
    for (std::size_t i = 0; i < parts.size(); ++i) {
        items.push_back({std::string(parts[i].title), {}, i == current});
    }
    DropdownOptions options;
    options.icon = icon;
    return dropdown(ui, rect, name, parts[current].title, items, options);
}

}  // namespace unknot::kit
