#include "app/views/kit/field.h"
#include "app/views/kit/text.h"
#include "app/views/settings/parts.h"

#include <algorithm>
#include <string>
#include <vector>

namespace unknot::views {

namespace {

look::IconName part_icon(SettingsPart part) {
    switch (part) {
        case SettingsPart::look: return look::IconName::theme;
        case SettingsPart::reminder: return look::IconName::bell;
        case SettingsPart::log: return look::IconName::disk;
        case SettingsPart::backups: return look::IconName::save;
        case SettingsPart::areas: return look::IconName::body;
        case SettingsPart::tools: return look::IconName::tool;
        case SettingsPart::deleted: return look::IconName::undo;
        case SettingsPart::erase: return look::IconName::delete_;
        case SettingsPart::about: return look::IconName::mark;
    }
    return look::IconName::settings;
}

bool part_item(const kit::Ui& ui, SettingsPart part, bool current, kit::Flow& flow) {
    const std::string_view title = part_title(ui.words, part);
    const look::TextStyle& style = current ? look::type::body_bold : look::type::body;
    const float left = ui.px(50);
    const float measure = flow.width - left - ui.px(look::space::m);
    const float height = std::max(ui.px(44), kit::paragraph_height(ui, title, style, measure) + ui.px(21));
    const ImRect rect = flow.take(height);
    const float radius = ui.px(look::radius::tile);
    const kit::Press state = kit::press(ui, rect, title, radius);
    if (current) {
        kit::fill(rect, ui.theme.accent_soft, radius);
    } else {
        kit::draw_press_state(ui, state, radius);
    }
    const look::Colour ink = current ? ui.theme.accent_soft_on : ui.theme.text;
    const float icon = ui.px(look::control::icon);
    kit::draw_icon(part_icon(part), {rect.Min.x + ui.px(16), std::round(rect.GetCenter().y - icon / 2)}, icon,
                   current ? ink : ui.theme.muted);
    kit::Flow text{{rect.Min.x + left, rect.Min.y + ui.px(10)}, measure};
    kit::paragraph(ui, text, title, style, ink);
    return state.clicked;
}

}  // namespace

std::string_view part_title(const words::Catalogue& words, SettingsPart part) {
    switch (part) {
        case SettingsPart::look: return words.text_in("settings", "Look and language");
        case SettingsPart::reminder: return words.text_in("settings", "Reminder");
        case SettingsPart::log: return words.text_in("settings", "Your log");
        case SettingsPart::backups: return words.text_in("settings", "Backups");
        case SettingsPart::areas: return words.text_in("settings", "Your areas");
        case SettingsPart::tools: return words.text_in("settings", "Your tools");
        case SettingsPart::deleted: return words.text_in("settings", "Deleted records");
        case SettingsPart::erase: return words.text_in("settings", "Erase everything");
        case SettingsPart::about: return words.text_in("settings", "About");
    }
    return {};
}

std::optional<SettingsPart> draw_part_list(const kit::Ui& ui, SettingsPart current, kit::Flow& flow) {
    std::optional<SettingsPart> pressed;
    for (std::size_t i = 0; i < settings_part_count; ++i) {
        const auto part = static_cast<SettingsPart>(i);
        if (part_item(ui, part, part == current, flow)) {
            pressed = part;
        }
        flow.gap(ui, look::space::xxs);
    }
    return pressed;
}

std::optional<SettingsPart> draw_part_choice(const kit::Ui& ui, SettingsPart current, const ImRect& rect) {
    std::vector<kit::DropdownItem> items;
    for (std::size_t i = 0; i < settings_part_count; ++i) {
        const auto part = static_cast<SettingsPart>(i);
        items.push_back({std::string(part_title(ui.words, part)), {}, part == current});
    }
    kit::DropdownOptions options;
    options.icon = part_icon(current);
    const auto pressed = kit::dropdown(ui, rect, ui.words.text("Part of the settings"),
                                       part_title(ui.words, current), items, options);
    return pressed ? std::optional(static_cast<SettingsPart>(*pressed)) : std::nullopt;
}

}  // namespace unknot::views
