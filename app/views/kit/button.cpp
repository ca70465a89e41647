#include "app/views/kit/button.h"

#include "app/views/kit/text.h"

#include <algorithm>

namespace unknot::kit {

namespace {

constexpr float icon_gap = 10;

float side_padding(const ButtonOptions& options) {
    if (options.kind == ButtonKind::quiet) {
        return 10;
    }
    return options.height_units <= look::control::compact ? 12 : 16;
}

struct Colours {
    look::Colour fill;
    look::Colour text;
    look::Colour outline;
};

Colours colours_of(const Ui& ui, const ButtonOptions& options, const Press& state) {
    const look::Theme& theme = ui.theme;
    constexpr look::Colour nothing{0, 0, 0, 0};
    if (!options.enabled) {
        return {options.kind == ButtonKind::primary ? theme.sunken : nothing, theme.disabled,
                options.kind == ButtonKind::plain ? theme.line : nothing};
    }
    switch (options.kind) {
        case ButtonKind::primary: {
            const bool pressed = state.held && state.hovered;
            const look::Colour back = pressed         ? theme.accent_pressed
                                      : state.hovered ? theme.accent_hover
                                                      : theme.accent;
            return {back, theme.accent_on, nothing};
        }
        case ButtonKind::plain: return {theme.surface, theme.text, theme.line_strong};
        case ButtonKind::quiet: return {nothing, theme.accent, nothing};
    }
    return {};
}

void draw_labels(const Ui& ui, const ImRect& rect, std::string_view label, const ButtonOptions& options,
                 look::Colour colour) {
    const float icon = options.icon ? ui.px(look::control::icon) : 0;
    if (options.icon_only && options.icon) {
        draw_icon_centred(*options.icon, rect, ui.px(22), colour);
        return;
    }
    const float icon_part = options.icon ? icon + ui.px(icon_gap) : 0;
    const bool two_lines = !options.second_line.empty();
    const float text = std::max(text_width(ui, label, look::type::body_bold),
                                two_lines ? text_width(ui, options.second_line, look::type::small) : 0);
    float x = two_lines ? rect.Min.x + ui.px(side_padding(options))
                        : rect.Min.x + (rect.GetWidth() - icon_part - text) / 2;
    if (options.icon) {
        draw_icon(*options.icon, {std::round(x), std::round(rect.GetCenter().y - icon / 2)}, icon,
                  two_lines ? ui.theme.accent : colour);
        x += icon_part;
    }
    if (!two_lines) {
        draw_text_middle(ui, rect, x, label, look::type::body_bold, colour);
        return;
    }
    const ImRect upper(rect.Min.x, rect.Min.y + ui.px(4), rect.Max.x, rect.Min.y + ui.px(28));
    const ImRect lower(rect.Min.x, rect.Min.y + ui.px(27), rect.Max.x, rect.Min.y + ui.px(47));
    draw_text_middle(ui, upper, x, label, look::type::body_bold, colour);
    draw_text_middle(ui, lower, x, options.second_line, look::type::small,
                     options.enabled ? ui.theme.muted : colour);
}

/// The parts of a segmented control, `columns` in a row; the one that was pressed.
std::optional<std::size_t> segments(const Ui& ui, const ImRect& rect, std::string_view id,
                                    std::span<const std::string> words, std::optional<std::size_t> chosen,
                                    std::size_t columns) {
    const Scope scope(id);
    std::optional<std::size_t> pressed;
    const float radius = ui.px(look::radius::control);
    fill(rect, ui.theme.sunken, radius);
    outline(rect, ui.theme.line_strong, 1, radius);
    const std::size_t rows = (words.size() + columns - 1) / columns;
    const float width = rect.GetWidth() / static_cast<float>(columns);
    const float height = rect.GetHeight() / static_cast<float>(rows);
    const float inset = ui.px(2);
    for (std::size_t i = 0; i < words.size(); ++i) {
        const auto column = static_cast<float>(i % columns);
        const std::size_t whole_rows = i / columns;
        const auto row = static_cast<float>(whole_rows);
        const ImRect part(std::round(rect.Min.x + width * column) + inset,
                          std::round(rect.Min.y + height * row) + inset,
                          std::round(rect.Min.x + width * (column + 1)) - inset,
                          std::round(rect.Min.y + height * (row + 1)) - inset);
        const Press state = press(ui, part, words[i], radius - inset);
        const bool is_chosen = chosen == i;
        if (is_chosen) {
            fill(part, ui.theme.surface, radius - inset);
            outline(part, ui.theme.accent, 1.5F, radius - inset);
        } else {
            draw_press_state(ui, state, radius - inset);
        }
        draw_text_centred(ui, part, words[i], is_chosen ? look::type::body_bold : look::type::body,
                          is_chosen ? ui.theme.accent : ui.theme.text);
        if (state.clicked) {
            pressed = i;
        }
    }
    return pressed;
}

}  // namespace

float button_width(const Ui& ui, std::string_view label, const ButtonOptions& options) {
    if (options.icon_only) {
        return ui.px(options.height_units);
    }
    const float icon = options.icon ? ui.px(look::control::icon) + ui.px(icon_gap) : 0;
    const float second =
        options.second_line.empty() ? 0 : text_width(ui, options.second_line, look::type::small);
    const float text = std::max(text_width(ui, label, look::type::body_bold), second);
    return std::ceil(text + icon + 2 * ui.px(side_padding(options)));
}

bool button(const Ui& ui, const ImRect& rect, std::string_view label, const ButtonOptions& options) {
    const float radius = ui.px(look::radius::control);
    const Press state = press(ui, rect, label, radius, options.enabled);
    const Colours colours = colours_of(ui, options, state);
    fill(rect, colours.fill, radius);
    if (options.enabled && options.kind != ButtonKind::primary) {
        draw_press_state(ui, state, radius);
    }
    if (colours.outline.a != 0) {
        outline(rect, colours.outline, 1, radius);
    }
    draw_labels(ui, rect, label, options, colours.text);
    if (!options.tooltip.empty()) {
        tooltip(ui, state, options.tooltip);
    } else if (options.icon_only) {
        tooltip(ui, state, label);
    }
    return state.clicked && options.enabled;
}

bool button_at(const Ui& ui, const ImVec2& at, std::string_view label, const ButtonOptions& options) {
    const float width = button_width(ui, label, options);
    return button(ui, {at.x, at.y, at.x + width, at.y + ui.px(options.height_units)}, label, options);
}

bool button_before(const Ui& ui, float& right, float y, std::string_view label,
                   const ButtonOptions& options) {
    const float left = right - button_width(ui, label, options);
    const bool pressed = button(ui, {left, y, right, y + ui.px(options.height_units)}, label, options);
    right = left - ui.px(look::space::s);
    return pressed;
}

float segmented_width(const Ui& ui, std::span<const std::string> words) {
    float widest = 0;
    for (const std::string& word : words) {
        widest = std::max(widest, text_width(ui, word, look::type::body_bold));
    }
    return (widest + 2 * ui.px(18)) * static_cast<float>(words.size());
}

std::optional<std::size_t> segmented(const Ui& ui, const ImRect& rect, std::string_view id,
                                     std::span<const std::string> words, std::optional<std::size_t> chosen) {
    return segments(ui, rect, id, words, chosen, words.size());
}

std::optional<std::size_t> segmented(const Ui& ui, Flow& flow, std::string_view id,
                                     std::span<const std::string> words, std::optional<std::size_t> chosen) {
    // The words need no more air than keeps them apart; whole rows of segments look kept together.
    const float slim = segmented_width(ui, words) / static_cast<float>(words.size()) - 2 * ui.px(12);
    std::size_t columns = words.size();
    while (columns > 1 && slim * static_cast<float>(columns) > flow.width) {
        columns = columns > 2 ? (columns + 1) / 2 : 1;
    }
    const std::size_t rows = (words.size() + columns - 1) / columns;
    const ImRect rect = flow.take(ui.px(look::control::height) * static_cast<float>(rows));
    return segments(ui, rect, id, words, chosen, columns);
}

bool toggle(const Ui& ui, float right, float y, std::string_view label, bool on) {
    const ImRect rect(right - ui.px(40), y, right, y + ui.px(24));
    const float radius = rect.GetHeight() / 2;
    const Press state = press(ui, rect, label, radius);
    fill(rect, on ? ui.theme.accent : ui.theme.surface, radius);
    outline(rect, on ? ui.theme.accent : ui.theme.line_strong, 1, radius);
    draw_press_state(ui, state, radius);
    const float x = on ? rect.Max.x - radius : rect.Min.x + radius;
    ImGui::GetWindowDrawList()->AddCircleFilled({x, rect.GetCenter().y}, ui.px(8),
                                                to_u32(on ? ui.theme.accent_on : ui.theme.line_strong));
    return state.clicked;
}

bool toggle_row(const Ui& ui, Flow& flow, std::string_view label, std::string_view meaning, bool on) {
    const float top = flow.at.y;
    Flow words{flow.at, flow.width - ui.px(64)};
    paragraph(ui, words, label, look::type::body, ui.theme.text);
    paragraph(ui, words, meaning, look::type::small, ui.theme.muted);
    const bool pressed = toggle(ui, flow.right(), top, label, on);
    flow.at.y = words.at.y;
    return pressed;
}

float chip_width(const Ui& ui, std::string_view label, const ChipOptions& options) {
    const look::TextStyle& style = options.chosen ? look::type::chip_bold : look::type::chip;
    const float tick = options.chosen ? ui.px(24) : 0;
    const float key =
        options.key.empty() ? 0 : ui.px(8) + text_width(ui, options.key, look::type::small_bold);
    return std::ceil(text_width(ui, label, style) + tick + key + 2 * ui.px(13));
}

bool chip(const Ui& ui, const ImVec2& at, std::string_view label, const ChipOptions& options) {
    const ImRect rect(at.x, at.y, at.x + chip_width(ui, label, options),
                      at.y + ui.px(look::control::compact));
    const float radius = rect.GetHeight() / 2;
    const Press state = press(ui, rect, label, radius, options.enabled);
    fill(rect, options.chosen ? ui.theme.accent_soft : ui.theme.surface, radius);
    if (options.enabled) {
        draw_press_state(ui, state, radius);
    }
    outline(rect, options.chosen ? ui.theme.accent : (options.enabled ? ui.theme.line_strong : ui.theme.line),
            options.chosen ? 1.5F : 1, radius);
    const look::Colour ink = options.chosen    ? ui.theme.accent_soft_on
                             : options.enabled ? ui.theme.text
                                               : ui.theme.disabled;
    float x = rect.Min.x + ui.px(13);
    if (options.chosen) {
        draw_icon(look::IconName::check, {x, std::round(rect.GetCenter().y - ui.px(9))}, ui.px(18), ink);
        x += ui.px(24);
    }
    const look::TextStyle& style = options.chosen ? look::type::chip_bold : look::type::chip;
    draw_text_middle(ui, rect, x, label, style, ink);
    if (!options.key.empty()) {
        x += text_width(ui, label, style) + ui.px(8);
        draw_text_middle(ui, rect, x, options.key, look::type::small_bold, ui.theme.muted);
    }
    return state.clicked && options.enabled;
}

std::optional<std::size_t> chips(const Ui& ui, Flow& flow, std::string_view id, std::span<const Chip> all) {
    const Scope scope(id);
    std::optional<std::size_t> pressed;
    const float gap = ui.px(look::space::xs);
    const float height = ui.px(look::control::compact);
    ImVec2 at = flow.at;
    for (std::size_t i = 0; i < all.size(); ++i) {
        const float width = chip_width(ui, all[i].label, all[i].options);
        if (at.x > flow.at.x && at.x + width > flow.right()) {
            at = {flow.at.x, at.y + height + gap};
        }
        if (chip(ui, at, all[i].label, all[i].options)) {
            pressed = i;
        }
        at.x += width + gap;
    }
    flow.at.y = at.y + height;
    return pressed;
}

}  // namespace unknot::kit
