#include "app/views/kit/field.h"

#include "app/views/kit/text.h"

#include <misc/cpp/imgui_stdlib.h>

#include <algorithm>
#include <cctype>

namespace unknot::kit {

namespace {

constexpr float field_pad = 14;

ImVec4 to_vec4(look::Colour colour) {
    return ImGui::ColorConvertU32ToFloat4(to_u32(colour));
}

/// Dear ImGui's own colours and paddings for an input, so that our frame around it is all that is seen.
class InputStyle {
public:
    InputStyle(const Ui& ui, const ImVec2& padding) {
        constexpr look::Colour nothing{0, 0, 0, 0};
        ImGui::PushStyleColor(ImGuiCol_FrameBg, to_vec4(nothing));
        ImGui::PushStyleColor(ImGuiCol_Text, to_vec4(ui.theme.text));
        ImGui::PushStyleColor(ImGuiCol_TextDisabled, to_vec4(ui.theme.muted));
        ImGui::PushStyleColor(ImGuiCol_TextSelectedBg, to_vec4(ui.theme.accent_soft));
        ImGui::PushStyleColor(ImGuiCol_InputTextCursor, to_vec4(ui.theme.text));
        ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, padding);
        ImGui::PushStyleVar(ImGuiStyleVar_FrameBorderSize, 0);
        ImGui::PushFont(ui.fonts.text, look::type::body.imgui_size * ui.scale);
    }
    ~InputStyle() {
        ImGui::PopFont();
        ImGui::PopStyleVar(2);
        ImGui::PopStyleColor(5);
    }
    InputStyle(const InputStyle&) = delete;
    InputStyle& operator=(const InputStyle&) = delete;
};

void draw_frame(const Ui& ui, const ImRect& rect, const FieldOptions& options) {
    const float radius = ui.px(look::radius::control);
    fill(rect, ui.theme.surface, radius);
    outline(rect, options.accepted ? ui.theme.line_strong : ui.theme.text, options.accepted ? 1 : 2, radius);
    if (options.icon) {
        const float icon = ui.px(look::control::icon);
        const float y = options.multi_line ? rect.Min.y + ui.px(12) : rect.GetCenter().y - icon / 2;
        draw_icon(*options.icon, {rect.Min.x + ui.px(12), std::round(y)}, icon, ui.theme.muted);
    }
}

/// True where the words of `needle` all occur in `text`, whatever the case (ASCII letters).
bool matches(std::string_view text, std::string_view needle) {
    const auto same = [](char a, char b) {
        return std::tolower(static_cast<unsigned char>(a)) == std::tolower(static_cast<unsigned char>(b));
    };
    std::size_t begin = 0;
    while (begin < needle.size()) {
        const std::size_t end = std::min(needle.find(' ', begin), needle.size());
        const std::string_view word = needle.substr(begin, end - begin);
        if (std::search(text.begin(), text.end(), word.begin(), word.end(), same) == text.end()) {
            return false;
        }
        begin = end + 1;
    }
    return true;
}

constexpr float row_pad = 12;  // of a menu's row, left and right
constexpr float row_least = 40;

const look::TextStyle& row_style(const DropdownItem& item) {
    return item.chosen ? look::type::body_bold : look::type::body;
}

/// What a row of this width leaves for its label beside the detail.
float label_room(const Ui& ui, const DropdownItem& item, float width) {
    const float detail = item.detail.empty() ? 0 : text_width(ui, item.detail, look::type::small) + ui.px(12);
    return std::max(ui.px(row_least), width - 2 * ui.px(row_pad) - detail);
}

/// Long labels stand on more than one line.
float row_height(const Ui& ui, const DropdownItem& item, float width) {
    const float lines = paragraph_height(ui, item.label, row_style(item), label_room(ui, item, width));
    return std::max(ui.px(row_least), lines + ui.px(16));
}

bool menu_row(const Ui& ui, Flow& flow, const DropdownItem& item) {
    const ImRect rect = flow.take(row_height(ui, item, flow.width));
    const float radius = ui.px(look::radius::control);
    const Press state = press(ui, rect, item.label, radius);
    if (item.chosen) {
        fill(rect, ui.theme.accent_soft, radius);
    }
    draw_press_state(ui, state, radius);
    const look::Colour ink = item.chosen ? ui.theme.accent_soft_on : ui.theme.text;
    const float room = label_room(ui, item, rect.GetWidth());
    const float lines = paragraph_height(ui, item.label, row_style(item), room);
    Flow label{{rect.Min.x + ui.px(row_pad), std::round(rect.GetCenter().y - lines / 2)}, room};
    paragraph(ui, label, item.label, row_style(item), ink);
    if (!item.detail.empty()) {
        const float width = text_width(ui, item.detail, look::type::small);
        draw_text_middle(ui, rect, rect.Max.x - ui.px(row_pad) - width, item.detail, look::type::small,
                         ui.theme.muted);
    }
    return state.clicked;
}

float menu_width(const Ui& ui, const ImRect& anchor, std::span<const DropdownItem> items) {
    float widest = anchor.GetWidth();
    for (const DropdownItem& item : items) {
        widest = std::max(widest, text_width(ui, item.label, look::type::body_bold) +
                                      text_width(ui, item.detail, look::type::small) + ui.px(60));
    }
    return std::min(widest, ImGui::GetIO().DisplaySize.x - ui.px(32));
}

/// What stands in a dropdown: on one line where it fits, else smaller on as many as it needs.
void draw_shown(const Ui& ui, const ImRect& rect, std::string_view text, look::Colour colour) {
    if (text_width(ui, text, look::type::body) <= rect.GetWidth()) {
        draw_text_middle(ui, rect, rect.Min.x, text, look::type::body, colour);
        return;
    }
    const float height = paragraph_height(ui, text, look::type::small, rect.GetWidth());
    Flow flow{{rect.Min.x, std::round(rect.GetCenter().y - height / 2)}, rect.GetWidth()};
    paragraph(ui, flow, text, look::type::small, colour);
}

/// The filter text of a menu, in its window's storage while the menu is open.
struct MenuFilter {
    std::string text;
    ImGuiID hook = 0;  ///< frees it where the window is closed with the menu open
};

std::string& filter_text(ImGuiStorage& storage, ImGuiID id, bool fresh) {
    auto* filter = static_cast<MenuFilter*>(storage.GetVoidPtr(id));
    if (filter == nullptr) {
        filter = IM_NEW(MenuFilter)();
        storage.SetVoidPtr(id, filter);
        ImGuiContextHook hook;
        hook.Type = ImGuiContextHookType_Shutdown;
        hook.UserData = filter;
        hook.Callback = [](ImGuiContext* /*context*/, ImGuiContextHook* ended) {
            IM_DELETE(static_cast<MenuFilter*>(ended->UserData));
        };
        filter->hook = ImGui::AddContextHook(ImGui::GetCurrentContext(), &hook);
    }
    if (fresh) {
        filter->text.clear();
    }
    return filter->text;
}

/// Frees the filter text of a menu that is closed.
void forget_filter(ImGuiStorage& storage, ImGuiID id) {
    if (auto* filter = static_cast<MenuFilter*>(storage.GetVoidPtr(id)); filter != nullptr) {
        ImGui::RemoveContextHook(ImGui::GetCurrentContext(), filter->hook);
        IM_DELETE(filter);
        storage.SetVoidPtr(id, nullptr);
    }
}

/// What a search looks in, where that has room; else that it is a search.
std::string_view fitting_hint(const Ui& ui, const FieldOptions& options, float room) {
    const bool fits = text_width(ui, options.hint, look::type::body) <= room;
    return fits || options.icon != look::IconName::search ? options.hint : ui.words.text("Search");
}

}  // namespace

FieldEdit text_field(const Ui& ui, const ImRect& rect, std::string_view label, std::string& text,
                     const FieldOptions& options) {
    const float radius = ui.px(look::radius::control);
    draw_frame(ui, rect, options);
    const float left = options.icon ? ui.px(42) : ui.px(field_pad);
    const float glyphs = look::type::body.imgui_size * ui.scale;
    const float top = options.multi_line ? ui.px(11) : std::round((rect.GetHeight() - glyphs) / 2);
    if (ui.shaper != nullptr && !is_plain(text)) {
        ui.shaper->wanted_in_field(text);
    }
    const InputStyle style(ui, {0, top});
    const std::string name = "##" + std::string(label);
    const ImVec2 room(rect.GetWidth() - left - ui.px(field_pad), rect.GetHeight());
    ImGui::SetCursorScreenPos({rect.Min.x + left, rect.Min.y});
    if (options.take_focus) {
        ImGui::SetKeyboardFocusHere();
    }
    FieldEdit edit;
    const std::string before = text;
    const std::string hint(fitting_hint(ui, options, room.x));
    if (options.multi_line) {
        edit.changed = ImGui::InputTextMultiline(name.c_str(), &text, room);
    } else {
        ImGui::SetNextItemWidth(room.x);
        const ImGuiInputTextFlags secret = options.secret ? ImGuiInputTextFlags_Password : 0;
        edit.entered = ImGui::InputTextWithHint(name.c_str(), hint.c_str(), &text,
                                                ImGuiInputTextFlags_EnterReturnsTrue | secret);
        edit.changed = text != before;
    }
    // Esc leaves the field. Dear ImGui would put back what stood there before: nothing typed is lost here.
    const bool escaped = text != before && ImGui::IsKeyPressed(ImGuiKey_Escape, false);
    if (escaped || text.size() > options.most_bytes) {
        text = before;
        edit.changed = false;
    }
    edit.active = ImGui::IsItemActive();
    edit.left = ImGui::IsItemDeactivatedAfterEdit();
    if (options.multi_line && text.empty() && !edit.active) {
        draw_text(ui, {rect.Min.x + left, rect.Min.y + top - ui.px(2)}, options.hint, look::type::body,
                  ui.theme.muted);
    }
    const ImGuiContext& context = *ImGui::GetCurrentContext();
    if (edit.active || (context.NavId == ImGui::GetItemID() && context.NavCursorVisible)) {
        draw_focus_ring(ui, rect, radius);
    }
    return edit;
}

void field_reading(const Ui& ui, Flow& flow, std::string_view text) {
    if (ui.shaper == nullptr || is_plain(text)) {
        return;
    }
    flow.gap(ui, look::space::xxs);
    paragraph(ui, flow, text, look::type::body, ui.theme.text);
}

void field_complaint(const Ui& ui, Flow& flow, std::string_view text) {
    paragraph(ui, flow, text, look::type::small_bold, ui.theme.text);
}

std::string dropdown_menu_id(std::string_view label) {
    return std::string(label) + "##menu";
}

void open_menu(std::string_view id) {
    ImGui::OpenPopup(std::string(id).c_str());
}

std::optional<std::size_t> menu(const Ui& ui, const ImRect& anchor, std::string_view id,
                                std::span<const DropdownItem> items, bool searchable, bool stays_open) {
    const std::string name(id);
    ImGuiStorage& storage = *ImGui::GetStateStorage();
    const ImGuiID filter_id = ImGui::GetID((name + "##filter").c_str());
    if (!ImGui::IsPopupOpen(name.c_str())) {
        forget_filter(storage, filter_id);
        return std::nullopt;
    }
    const float pad = ui.px(8);
    const float search = searchable ? ui.px(52) : 0;
    const float width = menu_width(ui, anchor, items) + 2 * pad;
    const ImVec2 display = ImGui::GetIO().DisplaySize;
    // The scroll bar stands in the right edge.
    const float right_pad = std::max(pad, ImGui::GetStyle().ScrollbarSize + 1);
    const float row_width = width - pad - right_pad;
    float wanted = 2 * pad + search;
    for (const DropdownItem& item : items) {
        wanted += row_height(ui, item, row_width);
    }
    const float below = display.y - anchor.Max.y - ui.px(12);
    const float above = anchor.Min.y - ui.px(12);
    const bool opens_up = below < std::min(wanted, ui.px(220)) && above > below;
    const float height = std::min(wanted, opens_up ? above : below);
    ImVec2 at(anchor.Min.x, opens_up ? anchor.Min.y - ui.px(4) - height : anchor.Max.y + ui.px(4));
    at.x = std::max(ui.px(8), std::min(at.x, display.x - width - ui.px(8)));
    ImGui::SetNextWindowPos(at);
    ImGui::SetNextWindowSize({width, height});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {0, 0});
    ImGui::PushStyleVar(ImGuiStyleVar_PopupBorderSize, 0);
    ImGui::PushStyleColor(ImGuiCol_PopupBg, IM_COL32(0, 0, 0, 0));
    std::optional<std::size_t> pressed;
    if (ImGui::BeginPopup(name.c_str(), ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings)) {
        const float radius = ui.px(look::radius::tile);
        const ImRect box(at.x, at.y, at.x + width, at.y + height);
        ImGui::GetWindowDrawList()->PushClipRectFullScreen();
        draw_shadow(ui, box, radius);
        fill(box, ui.theme.raised, radius);
        outline(box, ui.theme.line, 1, radius);
        ImGui::GetWindowDrawList()->PopClipRect();
        std::string* filter = nullptr;
        bool take_first = false;
        if (searchable) {
            const bool fresh = ImGui::IsWindowAppearing();
            filter = &filter_text(storage, filter_id, fresh);
            FieldOptions field;
            field.icon = look::IconName::search;
            field.hint = ui.words.text("Search");
            field.take_focus = fresh;
            const ImRect top(at.x + pad, at.y + pad, at.x + width - pad, at.y + pad + ui.px(44));
            take_first =
                text_field(ui, top, ui.words.text("Search"), *filter, field).entered && !filter->empty();
        }
        ImGui::SetCursorScreenPos({at.x, at.y + pad + search});
        ImGui::BeginChild("rows", {width, height - 2 * pad - search}, ImGuiChildFlags_NavFlattened,
                          ImGuiWindowFlags_NoBackground);
        Flow flow{ImGui::GetCursorScreenPos(), row_width};
        flow.at.x += pad;
        const float rows_top = flow.at.y;
        for (std::size_t i = 0; i < items.size(); ++i) {
            if (filter != nullptr && !matches(items[i].label + " " + items[i].detail, *filter)) {
                continue;
            }
            const Scope row(std::to_string(i));
            if (menu_row(ui, flow, items[i]) || take_first) {
                pressed = i;
                take_first = false;
            }
        }
        if (flow.at.y == rows_top) {
            flow.at.x += ui.px(12);
            paragraph(ui, flow, ui.words.text("Nothing is called that."), look::type::body, ui.theme.muted);
        }
        extend_content(flow.at);
        ImGui::EndChild();
        if (pressed && !stays_open) {
            ImGui::CloseCurrentPopup();
        }
        ImGui::EndPopup();
    }
    ImGui::PopStyleColor();
    ImGui::PopStyleVar(2);
    return pressed;
}

std::optional<std::size_t> dropdown(const Ui& ui, const ImRect& rect, std::string_view label,
                                    std::string_view shown, std::span<const DropdownItem> items,
                                    const DropdownOptions& options) {
    const float radius = ui.px(look::radius::control);
    const Press state = press(ui, rect, label, radius);
    fill(rect, ui.theme.surface, radius);
    draw_press_state(ui, state, radius);
    outline(rect, ui.theme.line_strong, 1, radius);
    float x = rect.Min.x + ui.px(field_pad);
    if (options.icon) {
        const float icon = ui.px(look::control::icon);
        draw_icon(*options.icon, {rect.Min.x + ui.px(12), std::round(rect.GetCenter().y - icon / 2)}, icon,
                  ui.theme.muted);
        x = rect.Min.x + ui.px(42);
    }
    const float chevron = ui.px(18);
    ImGui::PushClipRect({x, rect.Min.y}, {rect.Max.x - ui.px(36), rect.Max.y}, true);
    draw_shown(ui, {x, rect.Min.y, rect.Max.x - ui.px(36), rect.Max.y},
               shown.empty() ? options.if_empty : shown, shown.empty() ? ui.theme.muted : ui.theme.text);
    ImGui::PopClipRect();
    draw_icon(look::IconName::chevron_down,
              {rect.Max.x - ui.px(14) - chevron, std::round(rect.GetCenter().y - chevron / 2)}, chevron,
              ui.theme.muted);
    const std::string popup = dropdown_menu_id(label);
    if (state.clicked) {
        open_menu(popup);
    }
    return menu(ui, rect, popup, items, options.searchable, options.stays_open);
}

}  // namespace unknot::kit
