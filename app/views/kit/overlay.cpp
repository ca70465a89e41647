#include "app/views/kit/overlay.h"

#include "app/views/kit/button.h"
#include "app/views/kit/text.h"

#include <algorithm>
#include <string>

namespace unknot::kit {

namespace {

look::Colour faded(look::Colour colour, float opacity) {
    colour.a = static_cast<std::uint8_t>(std::round(static_cast<float>(colour.a) * opacity));
    return colour;
}

constexpr float dialog_width = 480;
constexpr float toast_margin = 24;

/// Under this name a dialog's window remembers where its buttons begin.
ImGuiID buttons_top_id() {
    return ImHashStr("buttons_top");
}

/// Where a notice of this size goes: at the bottom, unless a dialog reaches down there, whose buttons stand
/// at its lower end; then at the top, where that is clear of them.
std::optional<ImVec2> toast_place(const Ui& ui, const ImVec2& size) {
    const ImVec2 display = ImGui::GetIO().DisplaySize;
    const float left = std::round((display.x - size.x) / 2);
    const float bottom = display.y - size.y - ui.px(toast_margin);
    const ImGuiWindow* const dialog = ImGui::GetTopMostPopupModal();
    if (dialog == nullptr || dialog->Rect().Max.y <= bottom) {
        return ImVec2(left, bottom);
    }
    const float top = ui.px(look::space::xs);
    const bool clear = top + size.y <= dialog->StateStorage.GetFloat(buttons_top_id(), display.y);
    return clear ? std::optional(ImVec2(left, top)) : std::nullopt;
}

}  // namespace

ToastState toast(const Ui& ui, std::string_view text, std::string_view action, float opacity, bool& held) {
    const ImVec2 display = ImGui::GetIO().DisplaySize;
    const float pad = ui.px(14);
    const float action_width =
        action.empty() ? 0 : ui.px(50) + text_width(ui, action, look::type::body_bold) + ui.px(14);
    const float most = display.x - ui.px(32) - action_width - ui.px(44) - 2 * pad;
    const auto lines = wrapped(ui, text, look::type::body, std::min(most, ui.px(560)));
    float widest = 0;
    for (const std::string_view line : lines) {
        widest = std::max(widest, text_width(ui, line, look::type::body));
    }
    const float line = line_height(ui, look::type::body);
    const ImVec2 size(ui.px(44) + widest + ui.px(16) + action_width + (action.empty() ? pad : ui.px(8)),
                      std::max(ui.px(52), line * static_cast<float>(lines.size()) + ui.px(28)));
    const std::optional<ImVec2> place = toast_place(ui, size);
    if (!place) {
        held = true;
        return ToastState::waits;
    }
    const ImVec2 at = *place;
    ImGui::SetNextWindowPos(at);
    ImGui::SetNextWindowSize(size);
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {0, 0});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowBorderSize, 0);
    ImGui::Begin("##toast", nullptr,
                 ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings |
                     ImGuiWindowFlags_NoFocusOnAppearing | ImGuiWindowFlags_NoBackground);
    ImGui::BringWindowToDisplayFront(ImGui::GetCurrentWindow());
    const ImRect rect(at.x, at.y, at.x + size.x, at.y + size.y);
    const float radius = ui.px(look::radius::tile);
    ImGui::GetWindowDrawList()->PushClipRectFullScreen();
    draw_shadow(ui, rect, radius);
    fill(rect, faded(ui.theme.text, opacity), radius);
    const look::Colour ink = faded(ui.theme.surface, opacity);
    draw_icon(look::IconName::check, {rect.Min.x + ui.px(14), std::round(rect.GetCenter().y - ui.px(10))},
              ui.px(20), ink);
    float y = rect.GetCenter().y - line * static_cast<float>(lines.size()) / 2;
    for (const std::string_view one : lines) {
        draw_text_middle(ui, {rect.Min.x, y, rect.Max.x, y + line}, rect.Min.x + ui.px(44), one,
                         look::type::body, ink);
        y += line;
    }
    bool pressed = false;
    held = ImGui::IsMouseHoveringRect(rect.Min, rect.Max, false);
    if (!action.empty()) {
        const ImRect box(rect.Max.x - ui.px(8) - action_width, rect.GetCenter().y - ui.px(18),
                         rect.Max.x - ui.px(8), rect.GetCenter().y + ui.px(18));
        const Press state = press(ui, box, action, ui.px(look::radius::control));
        outline(box, faded(ui.theme.line_strong, opacity), 1, ui.px(look::radius::control));
        if (state.hovered) {
            fill(box, faded({ink.r, ink.g, ink.b, 30}, opacity), ui.px(look::radius::control));
        }
        draw_icon(look::IconName::undo, {box.Min.x + ui.px(14), std::round(box.GetCenter().y - ui.px(9))},
                  ui.px(18), ink);
        draw_text_middle(ui, box, box.Min.x + ui.px(44), action, look::type::body_bold, ink);
        pressed = state.clicked;
        held = held || state.focused;
    }
    ImGui::GetWindowDrawList()->PopClipRect();
    ImGui::End();
    ImGui::PopStyleVar(2);
    return pressed ? ToastState::pressed : ToastState::shown;
}

Flow begin_dialog(const Ui& ui, std::string_view id, const DialogTexts& texts) {
    const std::string name = "##dialog_" + std::string(id);
    if (!ImGui::IsPopupOpen(name.c_str())) {
        ImGui::OpenPopup(name.c_str());
    }
    const ImVec2 display = ImGui::GetIO().DisplaySize;
    const float width = std::min(ui.px(dialog_width), display.x - ui.px(24));
    ImGui::SetNextWindowPos({display.x / 2, display.y / 2}, ImGuiCond_Always, {0.5F, 0.5F});
    ImGui::SetNextWindowSizeConstraints({width, 0}, {width, display.y - ui.px(24)});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {ui.px(look::space::l), ui.px(look::space::l)});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowRounding, ui.px(look::radius::card));
    ImGui::PushStyleVar(ImGuiStyleVar_WindowBorderSize, 1);
    ImGui::PushStyleVar(ImGuiStyleVar_PopupBorderSize, 1);
    ImGui::PushStyleColor(ImGuiCol_PopupBg, to_u32(ui.theme.raised));
    ImGui::PushStyleColor(ImGuiCol_Border, to_u32(ui.theme.line));
    ImGui::PushStyleColor(ImGuiCol_ModalWindowDimBg, to_u32(ui.theme.scrim));
    ImGui::BeginPopupModal(name.c_str(), nullptr,
                           ImGuiWindowFlags_NoTitleBar | ImGuiWindowFlags_NoResize |
                               ImGuiWindowFlags_NoCollapse | ImGuiWindowFlags_AlwaysAutoResize |
                               ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings);
    // Dear ImGui fades the scrim in over some frames. Here frames end with what there is to show: it would
    // stay where the last of them left it.
    ImGui::GetCurrentContext()->DimBgRatio = 1;
    Flow flow{ImGui::GetCursorScreenPos(), width - 2 * ui.px(look::space::l)};
    paragraph(ui, flow, texts.title, look::type::title, ui.theme.text);
    flow.gap(ui, look::space::xs);
    paragraph(ui, flow, texts.text, look::type::body, ui.theme.text);
    return flow;
}

DialogAnswer end_dialog(const Ui& ui, Flow& flow, const DialogTexts& texts) {
    DialogAnswer answer = DialogAnswer::none;
    flow.gap(ui, look::space::l);
    ButtonOptions primary;
    primary.kind = ButtonKind::primary;
    ButtonOptions other;
    other.enabled = texts.other_enabled;
    ImGui::GetStateStorage()->SetFloat(buttons_top_id(), flow.at.y);
    const float height = ui.px(look::control::height);
    const float safe_width = button_width(ui, texts.safe, primary);
    const float other_width = texts.other.empty() ? 0 : button_width(ui, texts.other, other);
    const bool stacked = safe_width + other_width + ui.px(look::space::s) > flow.width;
    const bool appearing = ImGui::IsWindowAppearing();
    const float other_left = stacked ? flow.at.x : flow.right() - other_width;
    const float safe_right =
        stacked || texts.other.empty() ? flow.right() : other_left - ui.px(look::space::s);
    const float safe_left = stacked ? flow.at.x : safe_right - safe_width;
    if (appearing) {
        ImGui::SetKeyboardFocusHere();
        ImGui::SetNavCursorVisible(
            true);  // so that the first Tab moves on from there, whatever brought the dialog
    }
    if (button(ui, {safe_left, flow.at.y, safe_right, flow.at.y + height}, texts.safe, primary)) {
        answer = DialogAnswer::safe;
    }
    if (stacked) {
        flow.at.y += height + ui.px(look::space::s);
    }
    if (!texts.other.empty() &&
        button(ui, {other_left, flow.at.y, flow.right(), flow.at.y + height}, texts.other, other)) {
        answer = DialogAnswer::other;
    }
    flow.at.y += height;
    // The first Esc leaves the field that is typed into, the next one closes.
    if (ImGui::IsKeyPressed(ImGuiKey_Escape, false) && !ImGui::GetIO().WantTextInput) {
        answer = DialogAnswer::closed;
        ImGui::SetNavCursorVisible(true);  // a key was used: the ring shows where the keyboard is again
    }
    extend_content({flow.right(), flow.at.y});
    if (answer != DialogAnswer::none) {
        ImGui::CloseCurrentPopup();
    }
    ImGui::EndPopup();
    ImGui::PopStyleColor(3);
    ImGui::PopStyleVar(4);
    return answer;
}

DialogAnswer dialog(const Ui& ui, std::string_view id, const DialogTexts& texts) {
    return dialog(ui, id, texts, [](Flow&) {});
}

}  // namespace unknot::kit
