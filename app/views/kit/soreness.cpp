#include "app/views/kit/soreness.h"

#include "app/views/kit/text.h"
#include "app/words/phrases.h"

#include <algorithm>
#include <array>
#include <string>

namespace unknot::kit {

namespace {

constexpr int ratings = 11;

/// Left edge and width of each key. Keys shrink before they leave the flow.
struct PickerGrid {
    std::array<float, ratings> left{};
    float key = 0;
    float height = 0;
};

bool begins_group(int rating) {
    return rating == 1 || rating == 4 || rating == 7;
}

PickerGrid picker_grid(const Ui& ui, const Flow& flow) {
    PickerGrid grid;
    const float gap = ui.px(look::control::picker_gap);
    const float group_gap = ui.px(look::control::picker_group_gap);
    const float gaps = 7 * gap + 3 * group_gap;
    const float roomy = ui.px(48);
    const float usual = ui.px(40);
    const float room = std::floor((flow.width - gaps) / ratings);
    grid.key = std::min(room, roomy);
    grid.height = room >= roomy ? ui.px(52) : ui.px(48);
    grid.key = room < usual ? std::max(room, 1.0F) : grid.key;
    float x = flow.at.x;
    for (int i = 0; i < ratings; ++i) {
        if (i > 0) {
            x += begins_group(i) ? group_gap : gap;
        }
        grid.left[static_cast<std::size_t>(i)] = x;
        x += grid.key;
    }
    return grid;
}

const look::SorenessColours& colours_of(const Ui& ui, int rating) {
    return ui.theme.soreness[static_cast<std::size_t>(rating)];
}

/// A white key with a foot in its colour, which grows with the number: the row climbs.
void draw_key(const Ui& ui, const ImRect& rect, int rating, bool answered, const Press& state) {
    const look::SorenessColours& colours = colours_of(ui, rating);
    const float radius = ui.px(look::radius::control);
    const bool filled = answered || state.hovered;
    fill(rect, filled ? colours.fill : ui.theme.surface, radius);
    if (state.held && state.hovered) {
        fill(rect, ui.theme.pressed, radius);
    }
    ImRect number_rect = rect;
    if (!filled) {
        const float foot = std::round((4 + 0.95F * static_cast<float>(rating)) * ui.scale);
        const float inset = ui.px(4);
        const ImRect bar(rect.Min.x + inset, rect.Max.y - inset - foot, rect.Max.x - inset,
                         rect.Max.y - inset);
        fill(bar, colours.fill, std::min(foot / 2, ui.px(4)));
        number_rect.Max.y -= ui.px(13);
    }
    outline(rect, answered ? ui.theme.text : ui.theme.line_strong, answered ? 2 : 1, radius);
    draw_text_centred(ui, number_rect, std::to_string(rating), look::type::number,
                      filled ? colours.text : ui.theme.text);
}

/// "none", "mild", … under the middle of their keys.
void draw_bands(const Ui& ui, const PickerGrid& grid, float y) {
    struct Band {
        SorenessBand band;
        std::size_t first;
        std::size_t last;
    };
    constexpr std::array<Band, 4> bands{{{SorenessBand::none, 0, 0},
                                         {SorenessBand::mild, 1, 3},
                                         {SorenessBand::moderate, 4, 6},
                                         {SorenessBand::severe, 7, 10}}};
    for (const Band& band : bands) {
        const float left = grid.left[band.first];
        const float right = grid.left[band.last] + grid.key;
        const std::string_view word = words::band_word(ui.words, band.band);
        const float width = text_width(ui, word, look::type::small);
        // "none" may be wider than its key: then it begins where the key begins.
        const float x = width > right - left ? left : left + (right - left - width) / 2;
        draw_text(ui, {std::round(x), y}, word, look::type::small, ui.theme.muted);
    }
}

look::IconName pressure_icon(int level) {
    constexpr std::array<look::IconName, 5> icons{look::IconName::pressure_1, look::IconName::pressure_2,
                                                  look::IconName::pressure_3, look::IconName::pressure_4,
                                                  look::IconName::pressure_5};
    return icons[static_cast<std::size_t>(level - 1)];
}

constexpr float step_height = 76;
constexpr float step_pad = 11;
constexpr float step_line = 17;  // of its word
constexpr std::size_t step_lines = 2;

/// The word at the foot of a step as wide as `width`.
std::vector<std::string_view> step_word(const Ui& ui, PressureLevel level, float width) {
    return wrapped(ui, words::pressure_word(ui.words, level), look::type::chip_bold,
                   width - ui.px(step_pad) - ui.px(4));
}

/// Steps as wide as `width`: higher than usual where a word needs more lines.
float step_height_for(const Ui& ui, float width) {
    std::size_t lines = step_lines;
    for (int i = 1; i <= 5; ++i) {
        lines = std::max(lines, step_word(ui, *pressure_level(i), width).size());
    }
    return ui.px(step_height) + ui.px(step_line) * static_cast<float>(lines - step_lines);
}

void draw_step(const Ui& ui, const ImRect& rect, PressureLevel level, bool chosen, const Press& state) {
    const float radius = ui.px(look::radius::control);
    const look::Colour ink = chosen ? ui.theme.accent_soft_on : ui.theme.text;
    fill(rect, chosen ? ui.theme.accent_soft : ui.theme.surface, radius);
    draw_press_state(ui, state, radius);
    outline(rect, chosen ? ui.theme.accent : ui.theme.line_strong, chosen ? 1.5F : 1, radius);
    draw_text(ui, {rect.Min.x + ui.px(11), rect.Min.y + ui.px(8)}, std::to_string(number(level)),
              look::type::number, chosen ? ink : ui.theme.muted);
    const float icon = std::min(ui.px(38), rect.GetWidth() * 0.42F);
    draw_icon(pressure_icon(number(level)), {rect.Max.x - icon - ui.px(8), rect.Min.y + ui.px(2)}, icon, ink);
    const float pad = ui.px(step_pad);
    const auto lines = step_word(ui, level, rect.GetWidth());
    const float line = ui.px(step_line);
    float y = rect.Max.y - ui.px(7) - line * static_cast<float>(lines.size());
    for (const std::string_view one : lines) {
        draw_text(ui, {rect.Min.x + pad, y - (line_height(ui, look::type::chip_bold) - line) / 2}, one,
                  look::type::chip_bold, ink);
        y += line;
    }
}

constexpr float step_icon = 38;
constexpr float step_row_units = 44;  // of a step that stands in a row of its own

/// True where five steps beside each other have room for their words, below number and ball, unbroken.
bool steps_fit(const Ui& ui, float width) {
    const float room = width - ui.px(step_pad + 4);
    for (int i = 1; i <= 5; ++i) {
        const std::string_view word = words::pressure_word(ui.words, *pressure_level(i));
        std::size_t begin = 0;
        while (begin < word.size()) {
            const std::size_t end = std::min(word.find(' ', begin), word.size());
            if (text_width(ui, word.substr(begin, end - begin), look::type::chip_bold) > room) {
                return false;
            }
            begin = end + 1;
        }
        if (step_word(ui, *pressure_level(i), width).size() > step_lines + 1) {
            return false;
        }
    }
    return true;
}

/// A step as a row: number, word, ball.
void draw_step_row(const Ui& ui, const ImRect& rect, PressureLevel level, bool chosen, const Press& state) {
    const float radius = ui.px(look::radius::control);
    const look::Colour ink = chosen ? ui.theme.accent_soft_on : ui.theme.text;
    fill(rect, chosen ? ui.theme.accent_soft : ui.theme.surface, radius);
    draw_press_state(ui, state, radius);
    outline(rect, chosen ? ui.theme.accent : ui.theme.line_strong, chosen ? 1.5F : 1, radius);
    draw_text_middle(ui, rect, rect.Min.x + ui.px(step_pad), std::to_string(number(level)),
                     look::type::number, chosen ? ink : ui.theme.muted);
    const float left = rect.Min.x + ui.px(step_pad + 24);
    const float icon = ui.px(step_icon);
    const float room = rect.Max.x - icon - ui.px(12) - left;
    const std::string_view word = words::pressure_word(ui.words, level);
    const float height = paragraph_height(ui, word, look::type::chip_bold, room);
    Flow text{{left, std::round(rect.GetCenter().y - height / 2)}, room};
    paragraph(ui, text, word, look::type::chip_bold, ink);
    draw_icon(pressure_icon(number(level)),
              {rect.Max.x - icon - ui.px(8), std::round(rect.GetCenter().y - icon / 2)}, icon, ink);
}

/// The article's cue for a level.
std::string_view cue(const Ui& ui, PressureLevel level) {
    switch (level) {
        case PressureLevel::very_light:
        case PressureLevel::light:
            return ui.words.text("With a tool such as a ball against a wall, stay light.");
        case PressureLevel::moderate:
            return ui.words.text(
                "Stay at an intensity you can tolerate, and keep asking yourself how it feels.");
        case PressureLevel::strong_but_manageable:
            return ui.words.text("Pressure can be strong as long as you can manage it.");
        case PressureLevel::too_much:
            return ui.words.text(
                "Holding your breath or tensing up tells you the pressure is probably too high.");
    }
    return {};
}

}  // namespace

std::optional<Soreness> soreness_picker(const Ui& ui, Flow& flow, std::string_view id,
                                        std::optional<Soreness> answered) {
    const Scope scope(id);
    std::optional<Soreness> pressed;
    const PickerGrid grid = picker_grid(ui, flow);
    for (int rating = 0; rating < ratings; ++rating) {
        const float left = grid.left[static_cast<std::size_t>(rating)];
        const ImRect rect(left, flow.at.y, left + grid.key, flow.at.y + grid.height);
        const std::string label = std::to_string(rating);
        const Press state = press(ui, rect, label, ui.px(look::radius::control));
        draw_key(ui, rect, rating, answered && answered->value() == rating, state);
        if (rating == 10) {
            tooltip(ui, state, ui.words.text("Key: x"));
        }
        if (state.clicked) {
            pressed = Soreness::of(rating);
        }
    }
    flow.at.y += grid.height + ui.px(6);
    draw_bands(ui, grid, flow.at.y);
    flow.at.y += line_height(ui, look::type::small);
    return pressed;
}

float rating_chip_width(const Ui& ui) {
    return ui.px(34);
}

float rating_chip(const Ui& ui, const ImVec2& at, std::optional<Soreness> soreness) {
    const ImRect rect(at.x, at.y, at.x + rating_chip_width(ui), at.y + ui.px(28));
    const float radius = ui.px(6);
    if (!soreness) {
        outline(rect, ui.theme.line_strong, 1, radius);
        draw_text_centred(ui, rect, "\u2013", look::type::body_bold, ui.theme.muted);
        return rect.Max.x;
    }
    const look::SorenessColours& colours = colours_of(ui, soreness->value());
    fill(rect, colours.fill, radius);
    if (colours.outline) {
        outline(rect, ui.theme.line_strong, 1, radius);
    }
    draw_text_centred(ui, rect, std::to_string(soreness->value()), look::type::body_bold, colours.text);
    return rect.Max.x;
}

std::optional<PressureLevel> pressure_steps(const Ui& ui, Flow& flow, std::string_view id,
                                            std::optional<PressureLevel> chosen) {
    const Scope scope(id);
    std::optional<PressureLevel> pressed;
    std::optional<PressureLevel> pointed;
    const float gap = ui.px(6);
    const float beside = (flow.width - 4 * gap) / 5;
    const bool rows = !steps_fit(ui, beside);
    const float width = rows ? flow.width : beside;
    const float height = rows ? ui.px(step_row_units) : step_height_for(ui, std::floor(width));
    for (int i = 1; i <= 5; ++i) {
        const PressureLevel level = *pressure_level(i);
        const auto before = static_cast<float>(i - 1);
        const float left = rows ? flow.at.x : std::round(flow.at.x + (width + gap) * before);
        const float top = flow.at.y + (rows ? (height + gap) * before : 0);
        const ImRect rect(left, top, std::round(left + width), top + height);
        const std::string label(words::pressure_word(ui.words, level));
        const Press state = press(ui, rect, label, ui.px(look::radius::control));
        if (rows) {
            draw_step_row(ui, rect, level, chosen == level, state);
        } else {
            draw_step(ui, rect, level, chosen == level, state);
        }
        if (state.hovered || state.focused) {
            pointed = level;
        }
        if (state.clicked) {
            pressed = level;
        }
    }
    flow.at.y += (rows ? 5 * height + 4 * gap : height) + ui.px(5);
    const std::optional<PressureLevel> told = pointed ? pointed : chosen;
    const std::string_view text =
        told ? cue(ui, *told) : ui.words.text("Choosing lighter work is always fine.");
    paragraph(ui, flow, text, look::type::small, ui.theme.muted);
    return pressed;
}

}  // namespace unknot::kit
