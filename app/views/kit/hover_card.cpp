#include "app/views/kit/hover_card.h"

#include "app/views/kit/text.h"

#include <algorithm>
#include <array>
#include <string>

namespace unknot::kit {

namespace {

constexpr float chip_units = 50;
constexpr float chip_height_units = 60;
constexpr float most_text_units = 300;

struct Line {
    std::string_view text;
    look::TextStyle style;
    look::Colour colour;
};

ImVec2 place_of(const Ui& ui, const ImVec2& at, const ImVec2& size) {
    const ImVec2 display = ImGui::GetIO().DisplaySize;
    const float gap = ui.px(18);
    const float edge = ui.px(8);
    float x = at.x + gap;
    if (x + size.x + edge > display.x) {
        x = at.x - gap - size.x;
    }
    const float y = at.y - size.y - ui.px(10);
    return {std::round(std::clamp(x, edge, std::max(edge, display.x - size.x - edge))),
            std::round(std::clamp(y, edge, std::max(edge, display.y - size.y - edge)))};
}

void draw_chip(const Ui& ui, const ImRect& rect, Soreness soreness) {
    const look::SorenessColours& colours = ui.theme.soreness.at(static_cast<std::size_t>(soreness.value()));
    fill(rect, colours.fill, ui.px(look::radius::control));
    draw_text_centred(ui, rect, std::to_string(soreness.value()), look::type::number, colours.text);
}

}  // namespace

void hover_card(const Ui& ui, const ImVec2& at, const charts::Card& card) {
    const std::array<Line, 3> parts{{{card.title, look::type::body_bold, ui.theme.text},
                                     {card.when, look::type::small, ui.theme.muted},
                                     {card.context, look::type::small, ui.theme.text}}};
    const float pad = ui.px(11);
    const float chip = card.soreness ? ui.px(chip_units + 15) : ui.px(4);
    float widest = 0;
    float height = 0;
    std::vector<std::pair<std::string_view, const Line*>> lines;
    for (const Line& part : parts) {
        for (const std::string_view line : wrapped(ui, part.text, part.style, ui.px(most_text_units))) {
            lines.emplace_back(line, &part);
            widest = std::max(widest, text_width(ui, line, part.style));
            height += line_height(ui, part.style);
        }
    }
    const float inside = std::max(height, card.soreness ? ui.px(chip_height_units) : 0);
    const ImVec2 size(2 * pad + chip + widest + ui.px(6), 2 * pad + inside);
    const ImVec2 corner = place_of(ui, at, size);
    ImGui::SetNextWindowPos(corner);
    ImGui::SetNextWindowSize(size);
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {0, 0});
    ImGui::Begin("##hover card", nullptr,
                 ImGuiWindowFlags_Tooltip | ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoInputs |
                     ImGuiWindowFlags_NoBackground | ImGuiWindowFlags_NoSavedSettings |
                     ImGuiWindowFlags_NoFocusOnAppearing);
    ImGui::GetWindowDrawList()->PushClipRectFullScreen();
    const ImRect rect(corner.x, corner.y, corner.x + size.x, corner.y + size.y);
    const float radius = ui.px(look::radius::tile);
    draw_shadow(ui, rect, radius);
    fill(rect, ui.theme.raised, radius);
    outline(rect, ui.theme.line, 1, radius);
    if (card.soreness) {
        const float top = std::round(rect.GetCenter().y - ui.px(chip_height_units) / 2);
        draw_chip(
            ui, {rect.Min.x + pad, top, rect.Min.x + pad + ui.px(chip_units), top + ui.px(chip_height_units)},
            *card.soreness);
    }
    float y = std::round(rect.GetCenter().y - height / 2);
    for (const auto& [line, part] : lines) {
        draw_text(ui, {rect.Min.x + pad + chip, y}, line, part->style, part->colour);
        y += line_height(ui, part->style);
    }
    ImGui::GetWindowDrawList()->PopClipRect();
    ImGui::End();
    ImGui::PopStyleVar();
}

}  // namespace unknot::kit
