#include "app/views/guide/guide.h"

#include "app/views/guide/health_card.h"
#include "app/views/guide/parts.h"
#include "app/views/kit/card.h"
#include "app/views/kit/page.h"
#include "app/views/kit/text.h"
#include "app/words/article.h"
#include "app/words/rules.h"

#include <algorithm>

namespace unknot::views {

namespace {

constexpr float least_room = 120;  // units of height to read in

constexpr float list_width = 236;
constexpr float side_width = 300;
constexpr float text_pad = 24;

/// A note on the page's own ground with a line round it.
void draw_note(const kit::Ui& ui, kit::Flow& flow, std::string_view text) {
    const ImVec2 from = flow.at;
    const float pad = ui.px(look::control::card_pad);
    const float lines = ui.px(15);
    kit::Flow inner{{from.x + pad, from.y + lines}, flow.width - 2 * pad};
    kit::rich_paragraph(ui, inner, text, look::type::small, look::type::small_bold, ui.theme.text);
    const ImRect rect(from.x, from.y, flow.right(), inner.at.y + lines);
    kit::outline(rect, ui.theme.line, 1, ui.px(look::radius::card));
    flow.at.y = rect.Max.y;
}

void draw_side(const kit::Ui& ui, const Facts& facts, GuideState& state, kit::Flow& flow, Wishes& wishes) {
    draw_health_card(ui, facts, state, flow, wishes);
    flow.gap(ui, look::space::m);
    draw_note(ui, flow,
              ui.words.text("Yes to one of these: leave deep work out until a clinician said it is fine. You "
                            "can mark that here."));
    flow.gap(ui, look::space::m);
    draw_note(ui, flow, words::whose_numbers(ui.words));
}

/// Page Up and Page Down, Home and End: the text has nothing in it that the keyboard could go to.
void scroll_by_key() {
    const float page = ImGui::GetWindowHeight() * 0.85F;
    if (ImGui::IsKeyPressed(ImGuiKey_PageDown)) {
        ImGui::SetScrollY(std::min(ImGui::GetScrollY() + page, ImGui::GetScrollMaxY()));
    } else if (ImGui::IsKeyPressed(ImGuiKey_PageUp)) {
        ImGui::SetScrollY(std::max(ImGui::GetScrollY() - page, 0.0F));
    } else if (ImGui::IsKeyPressed(ImGuiKey_Home)) {
        ImGui::SetScrollY(0);
    } else if (ImGui::IsKeyPressed(ImGuiKey_End)) {
        ImGui::SetScrollY(ImGui::GetScrollMaxY());
    }
}

/// Moves to the chosen part, or finds which one is in view. `pad`: between the view's top and a part that was
/// chosen.
void follow_parts(const kit::Ui& ui, GuideState& state, const PartTops& tops, float pad) {
    if (state.scroll_to_part) {
        ImGui::SetScrollY(tops[static_cast<std::size_t>(state.part)] - pad);
        state.scroll_to_part = false;
        return;
    }
    state.part = part_at(tops, ImGui::GetScrollY() + pad + ui.px(look::space::l));
}

void choose(GuideState& state, std::optional<GuidePart> pressed) {
    if (pressed) {
        state.part = *pressed;
        state.scroll_to_part = true;
    }
}

/// Lets the last part come up to the top as well, so that the list always says what is in view.
float with_room_below(const PartTops& tops, float bottom, float top, float view) {
    return std::max(bottom, top + tops.back() + view);
}

bool begin_column(std::string_view id, const ImRect& rect) {
    ImGui::SetCursorScreenPos(rect.Min);
    return ImGui::BeginChild(std::string(id).c_str(), rect.GetSize(), ImGuiChildFlags_NavFlattened,
                             ImGuiWindowFlags_NoBackground);
}

void draw_text_card(const kit::Ui& ui, GuideState& state, const ImRect& card) {
    const float radius = ui.px(look::radius::card);
    kit::fill(card, ui.theme.surface, radius);
    begin_column("text", {card.Min.x, card.Min.y + 1, card.Max.x, card.Max.y - 1});
    scroll_by_key();
    const float top = ImGui::GetCursorScreenPos().y;
    const float pad = ui.px(text_pad);
    kit::Flow flow{{card.Min.x + pad, top + ui.px(look::space::m)}, card.GetWidth() - 2 * pad};
    const PartTops tops = draw_parts(ui, flow, top);
    kit::extend_content({flow.at.x, with_room_below(tops, flow.at.y + pad, top, card.GetHeight() - pad)});
    follow_parts(ui, state, tops, ui.px(look::space::m));
    ImGui::EndChild();
    kit::outline(card, ui.theme.line, 1, radius);
}

/// List, text and questions side by side; the text scrolls by itself.
void draw_wide(const kit::Ui& ui, const Facts& facts, GuideState& state, const kit::Flow& flow, float bottom,
               Wishes& wishes) {
    const float gap = ui.px(look::control::column_gap);
    const float list_right = flow.at.x + ui.px(list_width);
    const float side_left = flow.right() - ui.px(side_width);
    // Columns reach 6 further on each side: focus rings are not cut off.
    const float ring = ui.px(6);
    begin_column("parts", {flow.at.x - ring, flow.at.y - ring, list_right + ring, bottom});
    kit::Flow list{ImGui::GetCursorScreenPos(), ui.px(list_width)};
    list.at.x += ring;
    list.at.y += ring;
    const auto pressed = draw_part_list(ui, state.part, list);
    kit::extend_content(list.at);
    ImGui::EndChild();
    choose(state, pressed);
    draw_text_card(ui, state, {list_right + gap, flow.at.y, side_left - gap, bottom});
    // Its scroll bar, where it has one, stands in the page's edge, not on the cards.
    begin_column("side", {side_left - ring, flow.at.y - ring, flow.right() + ui.px(look::space::m), bottom});
    kit::Flow side{ImGui::GetCursorScreenPos(), ui.px(side_width)};
    side.at.x += ring;
    side.at.y += ring;
    draw_side(ui, facts, state, side, wishes);
    kit::extend_content({side.at.x, side.at.y + ring});
    ImGui::EndChild();
}

/// One column: the questions, then the text; everything scrolls but the choice of the part. `on_top` (may be
/// empty): what stands before all of it.
void draw_narrow(const kit::Ui& ui, const Facts& facts, GuideState& state, const kit::Flow& outer,
                 float bottom, std::string_view on_top, Wishes& wishes) {
    const ImRect choice(outer.at.x, outer.at.y, outer.right(), outer.at.y + ui.px(look::control::height));
    choose(state, draw_part_choice(ui, state.part, choice));
    const float ring = ui.px(6);
    const float top_edge = choice.Max.y + ui.px(look::space::s);
    // The scroll bar stands in the page's edge.
    begin_column("column", {outer.at.x - ring, top_edge, outer.right() + ui.px(look::space::m), bottom});
    scroll_by_key();
    const float top = ImGui::GetCursorScreenPos().y;
    kit::Flow flow{{outer.at.x, top + ring}, outer.width};
    if (!on_top.empty()) {
        kit::info_strip(ui, flow, look::IconName::tier_info, on_top);
        flow.gap(ui, look::space::m);
    }
    draw_side(ui, facts, state, flow, wishes);
    flow.gap(ui, look::space::m);
    PartTops tops{};
    {
        kit::Card card(ui, flow);
        tops = draw_parts(ui, card.inner, top);
    }
    kit::extend_content(
        {flow.at.x, with_room_below(tops, flow.at.y + ui.px(look::space::m), top, bottom - top_edge)});
    follow_parts(ui, state, tops, ui.px(look::control::card_pad));
    ImGui::EndChild();
}

}  // namespace

void draw_guide(const kit::Ui& ui, const Facts& facts, GuideState& state, const ImRect& area,
                Wishes& wishes) {
    kit::Page page(ui, area, "guide");
    const ImRect header =
        page.header(ui.words.text("Guide"), ui.words.text("what the article says, by moment"), 0);
    const float width = page.right() - page.left();
    const std::string_view disclaimer = words::long_disclaimer(ui.words);
    const float strip = kit::info_strip_height(ui, width, disclaimer);
    const float edge = ui.px(ui.narrow() ? look::space::s : look::space::l);
    const float taken = strip + edge + ui.px(look::space::m);
    const float room = area.Max.y - header.Max.y - taken - ui.px(2 * look::control::height);
    // In the lowest windows it would leave no room to read: there it stands before the text.
    const bool stays = !ui.narrow() || room >= ui.px(least_room);
    const ImRect bar = page.bottom_bar((stays ? taken : edge) / ui.scale);
    if (stays) {
        kit::Flow below{{page.left(), bar.Min.y + ui.px(look::space::m)}, width};
        kit::info_strip(ui, below, look::IconName::tier_info, disclaimer);
    }
    const kit::Flow flow = page.begin_content();
    const bool wide =
        ui.layout() == kit::LayoutMode::two_columns || ui.layout() == kit::LayoutMode::three_columns;
    if (wide) {
        draw_wide(ui, facts, state, flow, bar.Min.y, wishes);
    } else {
        draw_narrow(ui, facts, state, flow, bar.Min.y, stays ? std::string_view() : disclaimer, wishes);
    }
    page.end_content(flow.at.y);
}

}  // namespace unknot::views
