#include "app/views/log/log.h"

#include "app/views/kit/button.h"
#include "app/views/kit/page.h"
#include "app/views/kit/text.h"
#include "app/views/log/form.h"
#include "app/views/log/timer_panel.h"
#include "app/views/not_saved.h"
#include "app/words/phrases.h"

#include <algorithm>

namespace unknot::views {

namespace {

constexpr float place_width = 372;
constexpr float place_width_wide = 760;  ///< the list beside the map
constexpr float place_least_height = 520;
constexpr float save_bar = 72;
constexpr float card_height = 688;  ///< as high as the window at 1280 x 800; higher ones stay empty below

/// Title, date and "Repeat last", which narrow windows leave to Today and to its key.
void draw_header(LogForm& form, kit::Page& page) {
    const kit::Ui& ui = form.ui;
    if (form.draft().editing) {
        page.header(ui.words.text("Change a session"), {}, 0);
        return;
    }
    const std::string date = words::long_date(ui.words, form.facts.today, form.facts.today);
    const std::optional<Session> last = ui.narrow() ? std::nullopt : repeat_of_last(form.facts);
    if (!last) {
        page.header(ui.words.text("Log a session"), ui.narrow() ? std::string_view() : date, 0);
        return;
    }
    const std::string what = repeat_text(ui.words, form.facts, *last);
    kit::ButtonOptions options;
    options.icon = look::IconName::repeat;
    options.second_line = what;
    options.height_units = look::control::large;
    options.enabled = !form.facts.read_only;
    const std::string_view label = ui.words.text("Repeat last");
    const float width = kit::button_width(ui, label, options);
    const ImRect controls = page.header(ui.words.text("Log a session"), date, width);
    if (kit::button(ui, {controls.Max.x - width, controls.Min.y, controls.Max.x, controls.Max.y}, label,
                    options)) {
        repeat_last(form.facts, form.state, form.wishes);
    }
}

/// Saves again: the form as it stands now, under the id that it kept; or the session that was to be repeated.
void draw_banner(LogForm& form, kit::Flow& flow) {
    LogState& state = form.state;
    if (!state.not_saved) {
        return;
    }
    const bool again = draw_not_saved(form.ui, flow, *state.not_saved);
    flow.gap(form.ui, 14);
    if (!again) {
        return;
    }
    const auto* logged = std::get_if<LogSession>(&state.not_saved->command);
    if (logged != nullptr && state.draft.id != logged->session.id) {
        form.wishes.emplace_back(Save{state.not_saved->command, Form::log});
    } else {
        save_form(form.facts, state, state.save_another, form.wishes);
    }
}

void draw_rows(LogForm& form, kit::Flow& flow) {
    if (form.state.when_first) {
        draw_when_row(form, flow);
    }
    draw_screening_row(form, flow);
    draw_pressure_row(form, flow);
    draw_time_row(form, flow);
    draw_before_row(form, flow);
    draw_felt_row(form, flow);
    if (!form.state.when_first) {
        draw_when_row(form, flow);
    }
}

/// The card of the form: band and rows scroll, the bar with Save stays at its bottom.
void draw_form_card(LogForm& form, const ImRect& rect) {
    const kit::Ui& ui = form.ui;
    const float bar = ui.px(save_bar);
    const float pad = ui.px(look::control::card_pad);
    const float radius = ui.px(look::radius::card);
    kit::fill(rect, ui.theme.surface, radius);
    ImGui::SetCursorScreenPos(rect.Min);
    ImGui::BeginChild("form", {rect.GetWidth(), rect.GetHeight() - bar}, ImGuiChildFlags_NavFlattened,
                      ImGuiWindowFlags_NoBackground);
    kit::Flow flow{ImGui::GetCursorScreenPos(), rect.GetWidth()};
    draw_advice(form, flow, true);
    kit::Flow inner{{flow.at.x + pad, flow.at.y}, flow.width - 2 * pad};
    inner.gap(ui, look::space::xxs);
    draw_rows(form, inner);
    inner.gap(ui, look::space::s - row_gap);  // the last row needs less room below it than between two
    kit::extend_content({rect.Max.x, inner.at.y});
    form.state.form_height = inner.at.y - ImGui::GetWindowPos().y + ImGui::GetScrollY();
    ImGui::EndChild();
    const ImRect buttons(rect.Min.x + pad, rect.Max.y - bar, rect.Max.x - pad, rect.Max.y);
    kit::horizontal_line(rect.Min.x + 1, rect.Max.x - 1, buttons.Min.y, ui.theme.line);
    kit::outline(rect, ui.theme.line, 1, radius);
    draw_save_bar(form, buttons);
}

/// Two columns as high as the window: where, and how. Each scrolls for itself, so that the place stays in
/// sight.
void draw_wide(LogForm& form, kit::Page& page) {
    const kit::Ui& ui = form.ui;
    const kit::Flow flow = page.begin_content();
    const float window_bottom = ImGui::GetWindowPos().y + ImGui::GetWindowSize().y - ui.px(look::space::l);
    const float wanted = std::max(ui.px(card_height), form.state.form_height + ui.px(save_bar));
    const float bottom = std::min(window_bottom, flow.at.y + wanted);
    const bool three = ui.layout() == kit::LayoutMode::three_columns;
    const kit::Columns both = kit::split(ui, flow, ui.px(three ? place_width_wide : place_width));
    const ImRect left(both.first.at.x, both.first.at.y, both.first.right(), bottom);
    // Low windows: the map keeps its size, and the column scrolls.
    ImGui::SetCursorScreenPos(left.Min);
    ImGui::BeginChild("place", left.GetSize(), ImGuiChildFlags_NavFlattened, ImGuiWindowFlags_NoBackground);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const ImVec2 size(left.GetWidth(), std::max(left.GetHeight(), ui.px(place_least_height)));
    draw_place_card(form, {at.x, at.y, at.x + size.x, at.y + size.y});
    kit::extend_content({at.x + size.x, at.y + size.y});
    ImGui::EndChild();
    kit::Flow right = both.second;
    draw_banner(form, right);
    draw_form_card(form, {right.at.x, right.at.y, right.right(), std::max(bottom, right.at.y + ui.px(200))});
    page.end_content(flow.at.y);
}

/// One column that scrolls, with the bar outside of it.
void draw_narrow(LogForm& form, kit::Page& page) {
    const kit::Ui& ui = form.ui;
    const ImRect bar = page.bottom_bar(64);
    kit::Flow flow = page.begin_content();
    flow.gap(ui, look::space::xxs);
    draw_banner(form, flow);
    draw_place_field(form, flow);
    draw_advice(form, flow, false);
    draw_rows(form, flow);
    page.end_content(flow.at.y);
    kit::fill(bar, ui.theme.surface);
    kit::horizontal_line(bar.Min.x, bar.Max.x, bar.Min.y, ui.theme.line);
    draw_save_bar(form, {page.left(), bar.Min.y, page.right(), bar.Max.y});
}

}  // namespace

void handle_log_keys(LogForm& form) {
    const ImGuiIO& io = ImGui::GetIO();
    if (ImGui::IsPopupOpen(nullptr, ImGuiPopupFlags_AnyPopupId | ImGuiPopupFlags_AnyPopupLevel)) {
        return;
    }
    if (ImGui::IsKeyChordPressed(ImGuiMod_Ctrl | ImGuiKey_S) ||
        ImGui::IsKeyChordPressed(ImGuiMod_Ctrl | ImGuiKey_Enter)) {
        save_form(form.facts, form.state, false, form.wishes);
        return;
    }
    if (form.state.map_open && ImGui::IsKeyPressed(ImGuiKey_Escape, false)) {
        form.state.map_open = false;
    }
    if (io.WantTextInput || io.KeyCtrl || io.KeyAlt || io.KeySuper) {
        return;
    }
    if (form.state.timer.begun() && !form.draft().editing) {
        if (const auto felt = timer_key()) {
            mark(form.state.timer, *felt);
        }
    }
    for (int digit = 0; digit <= 9; ++digit) {
        if (!ImGui::IsKeyPressed(static_cast<ImGuiKey>(ImGuiKey_0 + digit), false) &&
            !ImGui::IsKeyPressed(static_cast<ImGuiKey>(ImGuiKey_Keypad0 + digit), false)) {
            continue;
        }
        if (form.state.digits_rate_soreness) {
            form.draft().before = Soreness::of(digit);
        } else if (const auto level = pressure_level(digit)) {
            form.draft().pressure = level;
        }
    }
    if (form.state.digits_rate_soreness && ImGui::IsKeyPressed(ImGuiKey_X, false)) {
        form.draft().before = Soreness::of(10);
    }
}

void draw_log(const kit::Ui& ui, const Facts& facts, LogState& state, const ImRect& area, Wishes& wishes) {
    refresh(state.places, facts.snapshot, ui.words);
    LogForm form{ui, facts, state, wishes, session_of(state.draft, facts, state.original.get())};
    kit::Page page(ui, area, "log");
    draw_header(form, page);
    const bool side_by_side =
        ui.layout() == kit::LayoutMode::two_columns || ui.layout() == kit::LayoutMode::three_columns;
    if (side_by_side) {
        draw_wide(form, page);
    } else {
        draw_narrow(form, page);
    }
    // After the fields, so that what was typed in this frame is saved too.
    handle_log_keys(form);
}

}  // namespace unknot::views
