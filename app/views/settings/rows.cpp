#include "app/views/settings/rows.h"

#include "app/views/kit/text.h"

#include <algorithm>

namespace unknot::views {

namespace {

constexpr float least_words = 220;  // narrower, the words would stand as a column of syllables

void draw_setting_words(const kit::Ui& ui, kit::Flow& flow, std::string_view name, std::string_view meaning) {
    kit::paragraph(ui, flow, name, look::type::body_bold, ui.theme.text);
    if (!meaning.empty()) {
        kit::paragraph(ui, flow, meaning, look::type::small, ui.theme.muted);
    }
}

}  // namespace

ImRect setting_row(const kit::Ui& ui, kit::Flow& flow, std::string_view name, std::string_view meaning,
                   float control_width) {
    const float height = ui.px(look::control::height);
    const float gap = ui.px(look::space::l);
    const float width = std::min(control_width, flow.width);
    const ImVec2 top = flow.at;
    kit::Flow words = flow;
    const bool beside = flow.width - width - gap >= ui.px(least_words);
    if (beside) {
        words.width = flow.width - width - gap;
        const float used =
            kit::paragraph_height(ui, name, look::type::body_bold, words.width) +
            (meaning.empty() ? 0 : kit::paragraph_height(ui, meaning, look::type::small, words.width));
        words.at.y += std::round(std::max(0.0F, height - used) / 2);
    }
    draw_setting_words(ui, words, name, meaning);
    if (!beside) {
        words.gap(ui, look::space::xs);
        flow.at.y = words.at.y + height;
        return {top.x, words.at.y, top.x + width, flow.at.y};
    }
    const float row = std::max(words.at.y - top.y, height);
    const float y = std::round(top.y + (row - height) / 2);
    flow.at.y = top.y + row;
    return {flow.right() - width, y, flow.right(), y + height};
}

ButtonRow::ButtonRow(const kit::Ui& ui, kit::Flow& flow, float height_units)
    : ui_(ui), flow_(flow), height_units_(height_units), at_(flow.at) {}

ButtonRow::~ButtonRow() {
    flow_.at.y = at_.y + ui_.px(height_units_);
}

bool ButtonRow::button(std::string_view label, kit::ButtonOptions options) {
    options.height_units = height_units_;
    const float width = kit::button_width(ui_, label, options);
    if (at_.x > flow_.at.x && at_.x + width > flow_.right()) {
        at_ = {flow_.at.x, at_.y + ui_.px(height_units_ + look::space::xs)};
    }
    const bool pressed = kit::button_at(ui_, at_, label, options);
    at_.x += width + ui_.px(look::space::s);
    return pressed;
}

kit::ButtonOptions unless(std::string_view reason) {
    kit::ButtonOptions options;
    options.enabled = reason.empty();
    options.tooltip = reason;
    return options;
}

}  // namespace unknot::views
