#include "app/views/history/row_view.h"

#include "app/views/kit/button.h"
#include "app/views/kit/field.h"
#include "app/views/kit/soreness.h"
#include "app/views/kit/text.h"

#include <algorithm>
#include <array>

namespace unknot::views {

namespace {

constexpr std::string_view menu_id = "row menu";

void draw_mark(const kit::Ui& ui, const ImVec2& at, bool session) {
    const float size = ui.px(20);
    if (session) {
        kit::draw_icon(look::IconName::log, at, size, ui.theme.accent);
        return;
    }
    ImGui::GetWindowDrawList()->AddCircleFilled({at.x + size / 2, at.y + size / 2}, ui.px(5),
                                                kit::to_u32(ui.theme.chart.soreness_line));
}

/// An outlined dash where the signs' words would stand; returns its right edge.
float draw_unanswered(const kit::Ui& ui, const ImVec2& at) {
    const ImRect mark(at.x, at.y + ui.px(1), at.x + ui.px(unanswered_units), at.y + ui.px(18));
    kit::outline(mark, ui.theme.line_strong, 1, ui.px(5));
    const float middle = std::round(mark.GetCenter().y);
    kit::horizontal_line(mark.Min.x + ui.px(7), mark.Max.x - ui.px(7), middle, ui.theme.muted);
    return mark.Max.x;
}

void draw_late(const kit::Ui& ui, float right, float y, std::string_view text) {
    const float left = right - kit::text_width(ui, text, look::type::small);
    kit::draw_text(ui, {left, y}, text, look::type::small, ui.theme.text);
    kit::draw_icon(look::IconName::late, {left - ui.px(23), y + ui.px(1)}, ui.px(18), ui.theme.text);
}

void draw_what(const kit::Ui& ui, const HistoryColumns& columns, const RowTexts& texts, float y) {
    draw_mark(ui, {columns.left + columns.what, y + ui.px(2)}, texts.session);
    kit::Flow flow{{columns.left + columns.what + ui.px(28), y}, columns.what_width};
    kit::paragraph(ui, flow, texts.what, texts.session ? look::type::body_bold : look::type::body,
                   ui.theme.text);
}

/// Returns where the detail's line ends.
float draw_detail(const kit::Ui& ui, const HistoryColumns& columns, const RowTexts& texts,
                  const RowRoom& room, float y) {
    const float beside = room.late_below || room.late_width == 0 ? 0 : room.late_width + ui.px(6);
    const float mark = signs_mark_width(ui, texts);
    const float left = columns.left + columns.detail;
    if (texts.signs_unanswered) {
        draw_unanswered(ui, {left, y});
    }
    kit::Flow flow{{left + mark, y}, columns.detail_width - mark - beside};
    if (!texts.detail.empty()) {
        kit::paragraph(ui, flow, texts.detail, look::type::small, ui.theme.muted);
    }
    return texts.signs_unanswered ? std::max(flow.at.y, y + kit::line_height(ui, look::type::small))
                                  : flow.at.y;
}

void draw_table_row(const kit::Ui& ui, const HistoryColumns& columns, const RowTexts& texts,
                    const RowRoom& room, float top) {
    const float body = top + ui.px(10);
    const float small = top + ui.px(12);
    kit::draw_text(ui, {columns.left + columns.time, body}, texts.time, look::type::body, ui.theme.muted);
    kit::Flow place{{columns.left + columns.place, body}, columns.place_width};
    kit::paragraph(ui, place, texts.place, look::type::body, ui.theme.text);
    draw_what(ui, columns, texts, body);
    const float right = kit::rating_chip(ui, {columns.left + columns.rating, top + ui.px(8)}, texts.soreness);
    if (texts.session) {
        kit::draw_text(ui, {right + ui.px(6), small}, ui.words.text_in("soreness before a session", "before"),
                       look::type::small, ui.theme.muted);
    }
    const float below = draw_detail(ui, columns, texts, room, small);
    if (!texts.late.empty()) {
        draw_late(ui, columns.left + columns.words_end, room.late_below ? below : small, texts.late);
    }
}

void draw_narrow_row(const kit::Ui& ui, const HistoryColumns& columns, const RowTexts& texts,
                     const RowRoom& room, float top) {
    const float first = top + ui.px(8);
    kit::draw_text(ui, {columns.left + columns.time, first + ui.px(2)}, texts.time, look::type::body,
                   ui.theme.muted);
    draw_what(ui, columns, texts, first + ui.px(2));
    kit::rating_chip(ui, {columns.left + columns.rating, first}, texts.soreness);
    if (texts.session) {
        kit::draw_text_right(ui, columns.left + columns.rating - ui.px(6), first + ui.px(4),
                             ui.words.text_in("soreness before a session", "before"), look::type::small,
                             ui.theme.muted);
    }
    kit::Flow place{{columns.left + columns.place, first + std::max(ui.px(28), room.what) + ui.px(2)},
                    columns.place_width};
    kit::paragraph(ui, place, texts.place, look::type::body, ui.theme.text);
    const float below = draw_detail(ui, columns, texts, room, place.at.y);
    if (!texts.late.empty()) {
        draw_late(ui, columns.left + columns.words_end, below, texts.late);
    }
}

/// The row's end says that it can be changed, without anything being pointed at.
void draw_pencil(const kit::Ui& ui, const HistoryColumns& columns, const ImRect& row) {
    const float size = ui.px(18);
    // Where the buttons stand while the row is pointed at.
    const float middle = columns.as_table ? row.Min.y + ui.px(look::control::table_row) / 2
                                          : row.Max.y - ui.px(look::control::compact / 2 + 4);
    kit::draw_icon(look::IconName::edit, {columns.left + columns.end - size, std::round(middle - size / 2)},
                   size, ui.theme.muted);
}

/// The two buttons at the right end; `active` tells whether one of them has the keyboard or the pointer.
RowWish draw_actions(const kit::Ui& ui, const HistoryColumns& columns, const ImRect& row, bool& active) {
    kit::ButtonOptions edit;
    edit.icon = look::IconName::edit;
    edit.height_units = look::control::compact;
    kit::ButtonOptions remove = edit;
    remove.icon = look::IconName::delete_;
    remove.icon_only = true;
    const float y = columns.as_table ? row.Min.y + ui.px(4) : row.Max.y - ui.px(40);
    float right = columns.left + columns.end + ui.px(6);
    const float edit_width = kit::button_width(ui, ui.words.text("Edit"), edit);
    const float left =
        right - edit_width - ui.px(16) - kit::button_width(ui, ui.words.text("Delete"), remove);
    const ImRect patch(left - ui.px(8), row.Min.y + 1, right, row.Max.y);
    if (columns.as_table) {
        // What stands below them would shine through between the buttons.
        kit::fill(patch, ui.theme.surface);
        kit::fill(patch, ui.theme.hover);
    }
    RowWish wish = RowWish::none;
    if (kit::button_before(ui, right, y, ui.words.text("Edit"), edit)) {
        wish = RowWish::edit;
    }
    active = active || ImGui::IsItemFocused() || ImGui::IsItemHovered();
    if (kit::button_before(ui, right, y, ui.words.text("Delete"), remove)) {
        wish = RowWish::remove;
    }
    active = active || ImGui::IsItemFocused() || ImGui::IsItemHovered();
    return wish;
}

RowWish keys_of_row(bool& wants_menu) {
    if (ImGui::IsKeyPressed(ImGuiKey_Menu, false) ||
        ImGui::IsKeyChordPressed(ImGuiMod_Shift | ImGuiKey_F10)) {
        wants_menu = true;
    }
    if (ImGui::IsKeyPressed(ImGuiKey_F2, false)) {
        return RowWish::edit;
    }
    return ImGui::IsKeyPressed(ImGuiKey_Delete, false) ? RowWish::remove : RowWish::none;
}

RowWish draw_menu(const kit::Ui& ui, const ImRect& row) {
    const std::array<kit::DropdownItem, 2> items{
        {{std::string(ui.words.text("Edit")), "F2", false},
         {std::string(ui.words.text("Delete")), std::string(ui.words.text_in("key", "Del")), false}}};
    const ImRect anchor(row.Max.x - ui.px(180), row.Min.y, row.Max.x - ui.px(20), row.Min.y + ui.px(40));
    const auto pressed = kit::menu(ui, anchor, menu_id, items, false);
    if (!pressed) {
        return RowWish::none;
    }
    return *pressed == 0 ? RowWish::edit : RowWish::remove;
}

/// The pointer is where the mark of unanswered signs stands.
bool over_detail(const kit::Ui& ui, const HistoryColumns& columns) {
    const float x = ImGui::GetIO().MousePos.x - columns.left - columns.detail;
    return x >= 0 && x <= ui.px(unanswered_units);
}

RowWish drive_row(const kit::Ui& ui, HistoryState& state, const HistoryColumns& columns,
                  const LogEntry& entry, const kit::Press& press) {
    RowWish wish = press.clicked ? RowWish::edit : RowWish::none;
    bool wants_menu = press.hovered && ImGui::IsMouseClicked(ImGuiMouseButton_Right);
    if (press.focused) {
        const RowWish by_key = keys_of_row(wants_menu);
        wish = by_key != RowWish::none ? by_key : wish;
    }
    if (wants_menu) {
        kit::open_menu(menu_id);
    }
    bool active = press.hovered || press.focused;
    if (active || state.active == entry.id()) {
        const RowWish by_button = draw_actions(ui, columns, press.rect, active);
        wish = by_button != RowWish::none ? by_button : wish;
        if (active) {
            state.active = entry.id();
        } else {
            state.active.reset();
        }
    } else {
        draw_pencil(ui, columns, press.rect);
    }
    if (press.hovered) {
        ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
    }
    const RowWish by_menu = draw_menu(ui, press.rect);
    return by_menu != RowWish::none ? by_menu : wish;
}

}  // namespace

void draw_day(const kit::Ui& ui, const HistoryColumns& columns, std::string_view day, float top) {
    kit::draw_text(ui, {columns.left + columns.day, top + ui.px(10)}, day, look::type::body_bold,
                   ui.theme.text);
}

void draw_day_heading(const kit::Ui& ui, const HistoryColumns& columns, std::string_view day, float top) {
    const ImRect rect(columns.left, top, columns.left + columns.width, top + day_heading_height(ui));
    kit::draw_text_middle(ui, rect, columns.left + columns.day, day, look::type::body_bold, ui.theme.text);
}

void draw_signs_legend(const kit::Ui& ui, kit::Flow& flow, float beside) {
    const std::string_view text = ui.words.text("Warning signs not answered");
    const float width =
        ui.px(unanswered_units + look::space::xs) + kit::text_width(ui, text, look::type::small);
    const bool fits = beside > 0 && beside + ui.px(look::space::l) + width <= flow.width;
    const float line = kit::line_height(ui, look::type::small);
    if (!fits && beside > 0) {
        flow.gap(ui, look::space::xxs);
    }
    const ImVec2 at(fits ? flow.right() - width : flow.at.x, fits ? flow.at.y - line : flow.at.y);
    const float right = draw_unanswered(ui, at);
    kit::draw_text(ui, {right + ui.px(look::space::xs), at.y}, text, look::type::small, ui.theme.muted);
    flow.at.y += fits ? 0 : line;
}

RowWish draw_row(const kit::Ui& ui, const Facts& facts, HistoryState& state, const HistoryColumns& columns,
                 std::size_t index, float top) {
    const LogEntry& entry = state.list.entries[index];
    const HistoryRowPlace& place = state.list.rows[index];
    const RowTexts texts = row_texts(ui.words, facts.snapshot, entry, facts.today);
    const kit::Scope scope(entry.id().text());
    // Not below the scroll bar.
    const float right = std::min(columns.left + columns.width, ImGui::GetCurrentWindow()->InnerRect.Max.x);
    const ImRect rect(columns.left, top, right, top + place.height);
    if (state.wanted == entry.id()) {
        ImGui::SetKeyboardFocusHere();
        ImGui::SetNavCursorVisible(true);
        state.wanted.reset();
    }
    ImGui::SetNextItemAllowOverlap();
    const std::string label =
        ui.words.say_in("a record, its place and time", "{0}, {1}, {2}", texts.what, texts.place, texts.time);
    const kit::Press press = kit::press(ui, rect, label, 0);
    if (press.hovered || press.focused) {
        kit::fill({rect.Min.x + 1, rect.Min.y, rect.Max.x - 1, rect.Max.y}, ui.theme.hover);
    }
    const float line = place.begins_day ? columns.left : columns.left + columns.time;
    const float line_end = place.begins_day ? columns.left + columns.width : columns.left + columns.end;
    kit::horizontal_line(line, line_end, top, ui.theme.line);
    const RowRoom room = room_of(ui, columns, texts);
    if (columns.as_table) {
        draw_table_row(ui, columns, texts, room, top);
    } else {
        draw_narrow_row(ui, columns, texts, room, top);
    }
    if (texts.signs_unanswered && press.hovered && over_detail(ui, columns)) {
        kit::Press pointed;
        pointed.hovered = true;
        kit::tooltip(ui, pointed, ui.words.text("Warning signs not answered"));
    }
    return facts.read_only ? RowWish::none : drive_row(ui, state, columns, entry, press);
}

}  // namespace unknot::views
