#include "app/views/history/history.h"

#include "app/views/history/checkin_dialog.h"
#include "app/views/history/filter_bar.h"
#include "app/views/history/list.h"
#include "app/views/history/row_view.h"
#include "app/views/kit/button.h"
#include "app/views/kit/card.h"
#include "app/views/kit/field.h"
#include "app/views/kit/page.h"
#include "app/views/kit/text.h"
#include "app/words/records.h"
#include "app/words/storage.h"

#include <algorithm>
#include <array>

namespace unknot::views {

namespace {

constexpr std::string_view add_menu = "add menu";
constexpr float overscan_rows = 3;  // drawn beyond the edges, so that the arrow keys find the next row

void edit(const LogEntry& entry, HistoryState& state, Wishes& wishes) {
    state.told.clear();
    state.complaint.clear();
    state.not_saved.reset();
    if (entry.session) {
        OpenLog wish;
        wish.edit = entry.id();
        wishes.emplace_back(std::move(wish));
        return;
    }
    const bool goes_on = state.shelved && state.shelved->original && state.shelved->id == entry.id();
    state.editing = goes_on ? std::move(*state.shelved) : draft_of(*entry.checkin);
    state.shelved.reset();
}

void begin_past_checkin(const Facts& facts, HistoryState& state) {
    if (state.shelved && !state.shelved->original) {
        state.editing = std::move(*state.shelved);
    } else {
        state.editing.emplace();
        state.editing->id = facts.new_id();
    }
    state.shelved.reset();
    state.complaint.clear();
    state.not_saved.reset();
}

void draw_add(const kit::Ui& ui, const Facts& facts, HistoryState& state, const ImRect& controls,
              Wishes& wishes) {
    kit::ButtonOptions options;
    options.icon = look::IconName::plus;
    options.enabled = !facts.read_only;
    options.tooltip = facts.read_only ? ui.words.text("This log can only be read.") : std::string_view();
    const std::string_view label = ui.words.text("Add a past entry");
    const float height = ui.px(look::control::height);
    const float top = std::round(controls.GetCenter().y - height / 2);
    const ImRect rect(controls.Max.x - kit::button_width(ui, label, options), top, controls.Max.x,
                      top + height);
    if (kit::button(ui, rect, label, options)) {
        kit::open_menu(add_menu);
    }
    const std::array<kit::DropdownItem, 2> items{{{std::string(ui.words.text("A session")), {}, false},
                                                  {std::string(ui.words.text("A check-in")), {}, false}}};
    const auto pressed = kit::menu(ui, rect, add_menu, items, false);
    if (!pressed) {
        return;
    }
    state.told.clear();
    if (*pressed == 0) {
        OpenLog wish;
        wish.past = true;
        wishes.emplace_back(std::move(wish));
    } else {
        begin_past_checkin(facts, state);
    }
}

/// What happened that is not the dialog's: a delete that was not carried out, a record that has gone.
void draw_messages(const kit::Ui& ui, HistoryState& state, kit::Flow& flow, Wishes& wishes) {
    if (state.not_saved && !state.editing) {
        const bool again = kit::error_banner(ui, flow, look::IconName::disk, ui.words.text("Not done"),
                                             words::sentence(ui.words, state.not_saved->failure),
                                             ui.words.text("Try again"));
        flow.gap(ui, look::space::m);
        if (again) {
            wishes.emplace_back(Save{state.not_saved->command, Form::history});
        }
    }
    if (!state.told.empty()) {
        kit::info_strip(ui, flow, look::IconName::tier_info, state.told);
        flow.gap(ui, look::space::m);
    }
}

void draw_empty(const kit::Ui& ui, const Facts& facts, HistoryState& state, kit::Flow& flow, Wishes& wishes) {
    if (facts.snapshot.empty()) {
        if (kit::empty_state(ui, flow, ui.words.text("Nothing logged yet"),
                             ui.words.text("Every session and check-in will stand here, newest first."),
                             ui.words.text("Log a session"), look::IconName::log)) {
            wishes.emplace_back(OpenLog{});
        }
        return;
    }
    if (kit::empty_state(ui, flow, ui.words.text("Nothing found"),
                         ui.words.text("No session and no check-in fits what is chosen above."),
                         ui.words.text("Clear the filters"), look::IconName::filter)) {
        state.filter = HistoryFilter{};
    }
}

/// The day of the first row in view stays in sight while its rows do.
void draw_days(const kit::Ui& ui, const Facts& facts, const HistoryState& state,
               const HistoryColumns& columns, const RowRange& range, float top, float view_top) {
    const HistoryList& list = state.list;
    for (std::size_t i = range.first; i < range.last; ++i) {
        const std::string day = words::weekday_date(ui.words, local_day(list.entries[i].at()), facts.today);
        if (list.rows[i].begins_day && !columns.as_table) {
            draw_day_heading(ui, columns, day, top + list.rows[i].top - day_heading_height(ui));
            continue;
        }
        if (!columns.as_table) {
            continue;
        }
        const float row_top = top + list.rows[i].top;
        const bool last_of_day = i + 1 == list.rows.size() || list.rows[i + 1].begins_day;
        const bool holds_top = row_top < view_top && row_top + list.rows[i].height > view_top;
        if (list.rows[i].begins_day && row_top >= view_top) {
            draw_day(ui, columns, day, row_top);
        } else if (holds_top) {
            const float lowest = row_top + list.rows[i].height - ui.px(look::control::table_row);
            draw_day(ui, columns, day, last_of_day ? std::min(view_top, lowest) : view_top);
        }
    }
}

/// The row that another screen asked for, once it is far from what is in view. It takes the keyboard when it
/// is drawn.
void bring_into_view(HistoryState& state, float top) {
    if (!state.wanted) {
        return;
    }
    const auto found = std::find_if(state.list.entries.begin(), state.list.entries.end(),
                                    [&](const LogEntry& entry) { return entry.id() == *state.wanted; });
    if (found == state.list.entries.end()) {
        state.wanted.reset();
        return;
    }
    const auto index = static_cast<std::size_t>(found - state.list.entries.begin());
    const ImRect view = ImGui::GetCurrentWindow()->InnerClipRect;
    const float row = top + state.list.rows[index].top;
    if (row < view.Min.y || row + state.list.rows[index].height > view.Max.y) {
        ImGui::SetScrollY(ImGui::GetScrollY() + row - view.GetCenter().y);
    }
}

/// Only the rows in view. `top`: where the list begins on the screen.
void draw_rows(const kit::Ui& ui, const Facts& facts, HistoryState& state, const HistoryColumns& columns,
               float top, Wishes& wishes) {
    bring_into_view(state, top);
    const ImRect view = ImGui::GetCurrentWindow()->InnerClipRect;
    const float more = overscan_rows * ui.px(look::control::table_row);
    const RowRange range = rows_between(state.list, view.Min.y - top - more, view.Max.y - top + more);
    for (std::size_t i = range.first; i < range.last; ++i) {
        const RowWish wish = draw_row(ui, facts, state, columns, i, top + state.list.rows[i].top);
        if (wish == RowWish::edit) {
            edit(state.list.entries[i], state, wishes);
        } else if (wish == RowWish::remove) {
            state.told.clear();
            wishes.emplace_back(Save{DeleteRecord{state.list.entries[i].id()}, Form::history});
        }
    }
    draw_days(ui, facts, state, columns, range, top, view.Min.y);
    kit::extend_content({columns.left, top + state.list.height});
}

void draw_titles(const kit::Ui& ui, const HistoryColumns& columns, const ImRect& rect) {
    const auto title = [&](float x, std::string_view text) {
        kit::draw_text_middle(ui, rect, columns.left + x, text, look::type::small_bold, ui.theme.muted);
    };
    title(columns.day, ui.words.text("Day"));
    title(columns.time, ui.words.text_in("time of day", "Time"));
    title(columns.place, ui.words.text("Area"));
    title(columns.what, ui.words.text("What"));
    title(columns.rating, ui.words.text("Soreness"));
    title(columns.detail, ui.words.text("Tool, note, signs"));
    const std::string_view order = ui.words.text("newest first");
    const float width = kit::text_width(ui, order, look::type::small);
    const float needed = kit::text_width(ui, ui.words.text("Tool, note, signs"), look::type::small_bold);
    if (columns.detail + needed + ui.px(look::space::s) + width <= columns.end) {
        kit::draw_text_middle(ui, rect, columns.left + columns.end - width, order, look::type::small,
                              ui.theme.muted);
    }
}

/// What the pencil at each row's end is for, and what the outlined dash means where check-ins are shown.
void draw_hint(const kit::Ui& ui, const Facts& facts, const HistoryState& state, kit::Flow& flow) {
    float beside = 0;
    if (!facts.read_only) {
        const std::string_view hint =
            ui.words.text("Choose a row to change or delete it; flags are then worked out anew.");
        beside = kit::text_width(ui, hint, look::type::small);
        kit::paragraph(ui, flow, hint, look::type::small, ui.theme.muted);
    }
    if (state.list.checkins > 0) {
        draw_signs_legend(ui, flow, beside);
    }
    flow.gap(ui, look::space::xs);
}

/// A card that ends where the page ends; its rows scroll within it, its titles stay.
void draw_table(const kit::Ui& ui, const Facts& facts, HistoryState& state, const HistoryColumns& columns,
                const ImRect& card, Wishes& wishes) {
    const float radius = ui.px(look::radius::card);
    const float titles = ui.px(look::control::table_row);
    const ImRect shown(card.Min.x, card.Min.y, card.Max.x,
                       std::min(card.Max.y, card.Min.y + titles + state.list.height + radius / 2));
    kit::fill(shown, ui.theme.surface, radius);
    draw_titles(ui, columns, {shown.Min.x, shown.Min.y, shown.Max.x, shown.Min.y + titles});
    ImGui::SetCursorScreenPos({shown.Min.x, shown.Min.y + titles});
    ImGui::BeginChild("rows",
                      {shown.GetWidth() - ui.px(3), std::max(1.0F, shown.GetHeight() - titles - ui.px(3))},
                      ImGuiChildFlags_NavFlattened, ImGuiWindowFlags_NoBackground);
    draw_rows(ui, facts, state, columns, ImGui::GetCursorScreenPos().y, wishes);
    ImGui::EndChild();
    kit::outline(shown, ui.theme.line, 1, radius);
}

}  // namespace

void draw_history(const kit::Ui& ui, const Facts& facts, HistoryState& state, const ImRect& area,
                  Wishes& wishes) {
    kit::Page page(ui, area, "history");
    const HistoryColumns columns = columns_for(ui, page.left(), page.right() - page.left());
    update_list(ui, facts, state, columns);
    kit::ButtonOptions add;
    add.icon = look::IconName::plus;
    const ImRect controls = page.header(
        ui.words.text("History"), words::counts_text(ui.words, state.list.sessions, state.list.checkins),
        kit::button_width(ui, ui.words.text("Add a past entry"), add));
    draw_add(ui, facts, state, controls, wishes);
    kit::Flow flow = page.begin_content();
    draw_messages(ui, state, flow, wishes);
    if (!facts.snapshot.empty()) {
        draw_filters(ui, facts, state, flow);
        flow.gap(ui, look::space::m);
    }
    if (state.list.entries.empty()) {
        draw_empty(ui, facts, state, flow, wishes);
        page.end_content(flow.at.y);
    } else if (columns.as_table) {
        draw_hint(ui, facts, state, flow);
        const float bottom = area.Max.y - ui.px(look::space::l);
        draw_table(ui, facts, state, columns, {flow.at.x, flow.at.y, flow.right(), bottom}, wishes);
        page.end_content(flow.at.y);
    } else {
        draw_hint(ui, facts, state, flow);
        draw_rows(ui, facts, state, columns, flow.at.y, wishes);
        page.end_content(flow.at.y + state.list.height);
    }
    draw_range_dialog(ui, facts, state);
    draw_checkin_dialog(ui, facts, state, wishes);
}

void history_saved(HistoryState& state) {
    state.editing.reset();
    state.complaint.clear();
    state.told.clear();
}

}  // namespace unknot::views
