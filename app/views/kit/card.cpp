#include "app/views/kit/card.h"

#include "app/views/kit/button.h"
#include "app/views/kit/text.h"
#include "app/views/kit/thread.h"

#include <algorithm>

namespace unknot::kit {

Card::Card(const Ui& ui, Flow& outer, float pad_units)
    : inner{{outer.at.x + ui.px(pad_units), outer.at.y + ui.px(pad_units)},
            outer.width - 2 * ui.px(pad_units)},
      ui_(ui),
      outer_(outer),
      top_left_(outer.at),
      pad_(ui.px(pad_units)) {
    ImDrawList* list = ImGui::GetWindowDrawList();
    list->ChannelsSplit(2);  // the list's own channels keep their memory from frame to frame
    list->ChannelsSetCurrent(1);
}

Card::~Card() {
    ImDrawList* list = ImGui::GetWindowDrawList();
    const float bottom = std::max(inner.at.y + pad_, top_left_.y + least_height_);
    const ImRect rect(top_left_.x, top_left_.y, outer_.right(), bottom);
    const float radius = ui_.px(look::radius::card);
    list->ChannelsSetCurrent(0);
    fill(rect, ui_.theme.surface, radius);
    if (band_bottom_ > rect.Min.y) {
        const bool whole = band_bottom_ >= bottom;
        list->AddRectFilled(rect.Min, {rect.Max.x, std::min(band_bottom_, bottom)}, to_u32(band_colour_),
                            radius, whole ? ImDrawFlags_RoundCornersAll : ImDrawFlags_RoundCornersTop);
    }
    outline(rect, ui_.theme.line, 1, radius);
    list->ChannelsMerge();
    outer_.at.y = bottom;
}

void Card::band_to(float bottom, look::Colour colour) {
    band_bottom_ = bottom;
    band_colour_ = colour;
}

void Card::divide(float units) {
    inner.gap(ui_, units);
    horizontal_line(inner.at.x, inner.right(), inner.at.y, ui_.theme.line);
    inner.at.y += 1;
    inner.gap(ui_, units);
}

void section_title(const Ui& ui, Flow& flow, std::string_view title, std::string_view remark) {
    draw_text(ui, flow.at, title, look::type::head, ui.theme.text);
    if (!remark.empty()) {
        draw_text_right(ui, flow.right(), flow.at.y + ui.px(4), remark, look::type::small, ui.theme.muted);
    }
    flow.at.y += line_height(ui, look::type::head);
    flow.gap(ui, look::space::s);
}

bool empty_state(const Ui& ui, Flow& flow, std::string_view title, std::string_view line,
                 std::string_view action, std::optional<look::IconName> icon) {
    Card card(ui, flow);
    Flow& inner = card.inner;
    inner.gap(ui, look::space::xs);
    draw_thread_with_loop(ui, {inner.at.x + ui.px(8), inner.at.y + ui.px(32)}, inner.width - ui.px(16));
    inner.gap(ui, 52);
    const ImRect title_rect = inner.take(line_height(ui, look::type::head));
    draw_text_centred(ui, title_rect, title, look::type::head, ui.theme.text);
    inner.gap(ui, look::space::xxs);
    for (const std::string_view one : wrapped(ui, line, look::type::body, inner.width)) {
        draw_text_centred(ui, inner.take(line_height(ui, look::type::body)), one, look::type::body,
                          ui.theme.muted);
    }
    bool pressed = false;
    if (!action.empty()) {
        inner.gap(ui, look::space::m);
        ButtonOptions options;
        options.icon = icon;
        const float width = button_width(ui, action, options);
        const ImRect row = inner.take(ui.px(look::control::height));
        const float left = std::round(row.GetCenter().x - width / 2);
        pressed = button(ui, {left, row.Min.y, left + width, row.Max.y}, action, options);
    }
    inner.gap(ui, look::space::xs);
    return pressed;
}

bool error_banner(const Ui& ui, Flow& flow, look::IconName icon, std::string_view title,
                  std::string_view text, std::string_view action) {
    const float block = ui.px(48);
    const float pad = ui.px(look::space::m);
    const float button_space = action.empty() ? 0 : button_width(ui, action) + pad;
    const float measure = flow.width - block - 2 * pad - button_space;
    const float height =
        std::max(ui.px(76), line_height(ui, look::type::body_bold) +
                                paragraph_height(ui, text, look::type::small, measure) + 2 * ui.px(14));
    const ImRect rect = flow.take(height);
    const float radius = ui.px(look::radius::card);
    fill(rect, ui.theme.surface, radius);
    ImGui::GetWindowDrawList()->AddRectFilled(rect.Min, {rect.Min.x + block, rect.Max.y},
                                              to_u32(ui.theme.text), radius, ImDrawFlags_RoundCornersLeft);
    outline(rect, ui.theme.text, 1.5F, radius);
    draw_icon_centred(icon, {rect.Min.x, rect.Min.y, rect.Min.x + block, rect.Max.y}, ui.px(22),
                      ui.theme.surface);
    Flow inner{{rect.Min.x + block + pad, rect.Min.y + ui.px(13)}, measure};
    draw_text(ui, inner.at, title, look::type::body_bold, ui.theme.text);
    inner.at.y += line_height(ui, look::type::body_bold) + ui.px(1);
    paragraph(ui, inner, text, look::type::small, ui.theme.text);
    if (action.empty()) {
        return false;
    }
    const float width = button_width(ui, action);
    const float top = std::round(rect.GetCenter().y - ui.px(look::control::height) / 2);
    return button(ui, {rect.Max.x - pad - width, top, rect.Max.x - pad, top + ui.px(look::control::height)},
                  action);
}

namespace {

constexpr float strip_left = 48;  // where its text begins: behind the icon

float strip_measure(const Ui& ui, float width) {
    return width - ui.px(strip_left) - ui.px(look::space::m);
}

}  // namespace

void progress_bar(const Ui& ui, Flow& flow, double done) {
    const ImRect bar = flow.take(ui.px(8));
    fill(bar, ui.theme.sunken, ui.px(look::radius::bar));
    ImRect part = bar;
    part.Max.x = std::round(bar.Min.x + bar.GetWidth() * static_cast<float>(std::clamp(done, 0.0, 1.0)));
    fill(part, ui.theme.accent, ui.px(look::radius::bar));
}

float info_strip_height(const Ui& ui, float width, std::string_view text) {
    const float measure = strip_measure(ui, width);
    const float lines = text_width(ui, text, look::type::body) <= measure
                            ? line_height(ui, look::type::body)
                            : paragraph_height(ui, text, look::type::body, measure);
    return std::max(ui.px(44), lines + 2 * ui.px(10));
}

void info_strip(const Ui& ui, Flow& flow, look::IconName icon, std::string_view text) {
    const float measure = strip_measure(ui, flow.width);
    const ImRect rect = flow.take(info_strip_height(ui, flow.width, text));
    fill(rect, ui.theme.sunken, ui.px(look::radius::tile));
    if (icon == look::IconName::tier_info) {
        draw_badge(ui, guidance::Tier::info, {rect.Min.x + ui.px(16), rect.Min.y + ui.px(12)}, ui.px(20));
    } else {
        draw_icon(icon, {rect.Min.x + ui.px(16), rect.Min.y + ui.px(12)}, ui.px(20), ui.theme.muted);
    }
    Flow inner{{rect.Min.x + ui.px(strip_left), rect.Min.y + ui.px(10)}, measure};
    if (text_width(ui, text, look::type::body) <= measure) {
        draw_text(ui, inner.at, text, look::type::body, ui.theme.text);
    } else {
        paragraph(ui, inner, text, look::type::body, ui.theme.text);
    }
}

bool tier_pill(const Ui& ui, const ImVec2& at, guidance::Tier tier, std::string_view label, float* right) {
    const look::TierColours& colours = tier_colours(ui.theme, tier);
    const float badge = ui.px(20);
    const float width =
        ui.px(14) + badge + ui.px(8) + text_width(ui, label, look::type::body_bold) + ui.px(16);
    const ImRect rect(at.x, at.y, at.x + width, at.y + ui.px(36));
    const float radius = rect.GetHeight() / 2;
    const Press state = press(ui, rect, label, radius);
    fill(rect, colours.fill, radius);
    draw_press_state(ui, state, radius);
    outline(rect, colours.edge, 1, radius);
    draw_badge(ui, tier, {rect.Min.x + ui.px(14), std::round(rect.GetCenter().y - badge / 2)}, badge, true);
    draw_text_middle(ui, rect, rect.Min.x + ui.px(14) + badge + ui.px(8), label, look::type::body_bold,
                     colours.text);
    if (right != nullptr) {
        *right = rect.Max.x;
    }
    return state.clicked;
}

}  // namespace unknot::kit
