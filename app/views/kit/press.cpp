#include "app/views/kit/press.h"

#include "app/views/kit/text.h"

#include <algorithm>
#include <string>

namespace unknot::kit {

namespace {

/// The rectangle grown, around its middle, to what a finger or a shaky hand can hit.
ImRect hit_rect(const Ui& ui, const ImRect& rect) {
    const float least = ui.px(look::control::min_hit);
    const float dx = std::max(0.0F, (least - rect.GetWidth()) / 2);
    const float dy = std::max(0.0F, (least - rect.GetHeight()) / 2);
    return {rect.Min.x - dx, rect.Min.y - dy, rect.Max.x + dx, rect.Max.y + dy};
}

}  // namespace

Press press(const Ui& ui, const ImRect& rect, std::string_view label, float radius, bool enabled) {
    Press state;
    state.rect = rect;
    ImGuiContext& context = *ImGui::GetCurrentContext();
    const ImGuiID id = ImGui::GetCurrentWindow()->GetID(label.data(), label.data() + label.size());
    if (!enabled) {
        ImGui::BeginDisabled();
    }
    const ImRect hit = hit_rect(ui, rect);
    const bool visible = ImGui::ItemAdd(hit, id, &rect);
    if (visible || context.NavActivateId == id || context.ActiveId == id) {
        state.clicked = ImGui::ButtonBehavior(hit, id, &state.hovered, &state.held);
    }
#ifdef IMGUI_ENABLE_TEST_ENGINE
    if (context.TestEngineHookItems) {
        const std::string name(label);
        ImGuiTestEngineHook_ItemInfo(&context, id, name.c_str(), context.LastItemData.StatusFlags);
    }
#endif
    if (!enabled) {
        // A disabled thing still says why when it is pointed at.
        state.hovered = ImGui::IsMouseHoveringRect(rect.Min, rect.Max) && ImGui::IsWindowHovered();
        ImGui::EndDisabled();
    }
    state.focused = context.NavId == id && context.NavCursorVisible && context.NavWindow != nullptr;
    if (state.focused) {
        draw_focus_ring(ui, rect, radius);
    }
    return state;
}

void draw_focus_ring(const Ui& ui, const ImRect& rect, float radius) {
    const float width = std::max(2.0F, std::round(look::line_width::focus * ui.scale));
    const float gap = std::max(2.0F, std::round(look::line_width::focus_gap * ui.scale));
    const float grow = gap + width;
    outline({rect.Min.x - grow, rect.Min.y - grow, rect.Max.x + grow, rect.Max.y + grow}, ui.theme.focus,
            width, radius + grow);
}

void draw_press_state(const Ui& ui, const Press& state, float radius) {
    if (state.held && state.hovered) {
        fill(state.rect, ui.theme.pressed, radius);
    } else if (state.hovered) {
        fill(state.rect, ui.theme.hover, radius);
    }
}

void tooltip(const Ui& ui, const Press& state, std::string_view text) {
    if (!state.hovered && !state.focused) {
        return;
    }
    const float pad_x = ui.px(12);
    const float pad_y = ui.px(7);
    const float line = line_height(ui, look::type::small_bold);
    float widest = 0;
    const auto lines = wrapped(ui, text, look::type::small_bold, ui.px(320));
    for (const std::string_view one : lines) {
        widest = std::max(widest, text_width(ui, one, look::type::small_bold));
    }
    const ImVec2 size(widest + 2 * pad_x, line * static_cast<float>(lines.size()) + 2 * pad_y);
    const ImVec2 display = ImGui::GetIO().DisplaySize;
    const ImVec2 pointer =
        state.focused ? ImVec2(state.rect.GetCenter().x, state.rect.Max.y) : ImGui::GetIO().MousePos;
    ImVec2 at(pointer.x - size.x / 2, pointer.y + ui.px(state.focused ? 10 : 20));
    at.x = std::clamp(at.x, ui.px(8), std::max(ui.px(8), display.x - size.x - ui.px(8)));
    if (at.y + size.y > display.y) {
        at.y = pointer.y - size.y - ui.px(12);
    }
    ImGui::SetNextWindowPos({std::round(at.x), std::round(at.y)});
    ImGui::SetNextWindowSize(size);
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {0, 0});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowBorderSize, 0);
    ImGui::Begin("##tooltip", nullptr,
                 ImGuiWindowFlags_Tooltip | ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoInputs |
                     ImGuiWindowFlags_NoBackground | ImGuiWindowFlags_NoSavedSettings |
                     ImGuiWindowFlags_NoFocusOnAppearing);
    ImGui::GetWindowDrawList()->PushClipRectFullScreen();
    const ImRect box(at.x, at.y, at.x + size.x, at.y + size.y);
    draw_shadow(ui, box, ui.px(look::radius::control));
    fill(box, ui.theme.raised, ui.px(look::radius::control));
    outline(box, ui.theme.line, 1, ui.px(look::radius::control));
    for (std::size_t i = 0; i < lines.size(); ++i) {
        draw_text(ui, {at.x + pad_x, at.y + pad_y + line * static_cast<float>(i)}, lines[i],
                  look::type::small_bold, ui.theme.text);
    }
    ImGui::GetWindowDrawList()->PopClipRect();
    ImGui::End();
    ImGui::PopStyleVar(2);
}

}  // namespace unknot::kit
