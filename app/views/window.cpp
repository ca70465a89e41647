#include "app/views/window.h"

#include "app/views/keys.h"
#include "app/views/kit/button.h"
#include "app/views/kit/overlay.h"
#include "app/views/kit/page.h"
#include "app/views/kit/text.h"
#include "app/views/problem.h"
#include "app/words/applied.h"

#include <array>

namespace unknot::views {

namespace {

std::vector<kit::Place> places(const kit::Ui& ui, const Facts& facts) {
    std::size_t due = 0;
    for (const auto& [key, track] : facts.guidance.tracks) {
        due += track->due ? 1U : 0U;
    }
    const auto word = [&](std::string_view text) { return std::string(text); };
    return {{look::IconName::today, word(ui.words.text("Today")), due},
            {look::IconName::log, word(ui.words.text("Log")), 0},
            {look::IconName::trends, word(ui.words.text("Trends")), 0},
            {look::IconName::history, word(ui.words.text("History")), 0},
            {look::IconName::report, word(ui.words.text("Report")), 0},
            {look::IconName::guide, word(ui.words.text("Guide")), 0}};
}

void draw_screen(const kit::Ui& ui, const Facts& facts, UiState& state, const ImRect& area, Wishes& wishes) {
    switch (state.screen) {
        case Screen::today: draw_today(ui, facts, state.today, state.log, area, wishes); break;
        case Screen::log: draw_log(ui, facts, state.log, area, wishes); break;
        case Screen::trends: draw_trends(ui, facts, state.trends, area, wishes); break;
        case Screen::history: draw_history(ui, facts, state.history, area, wishes); break;
        case Screen::report: draw_report(ui, facts, state.report, area, wishes); break;
        case Screen::guide: draw_guide(ui, facts, state.guide, area, wishes); break;
    }
}

/// Says on every screen that nothing here is one's own, and the way back.
void draw_sample_strip(const kit::Ui& ui, ImRect& area, Wishes& wishes) {
    const float height = ui.px(52);
    const ImRect strip(area.Min.x + 1, area.Min.y, area.Max.x, area.Min.y + height);
    kit::fill(strip, ui.theme.accent_soft);
    kit::ButtonOptions back;
    back.height_units = look::control::compact;
    float right = strip.Max.x - ui.px(look::space::m);
    if (kit::button_before(ui, right, strip.Min.y + ui.px(8), ui.words.text("Back to my log"), back)) {
        wishes.emplace_back(UseSample{false});
    }
    const std::string_view text =
        ui.narrow() ? ui.words.text("A sample log.")
                    : ui.words.text("A sample log to look around in. Nothing here is yours.");
    kit::draw_text_middle(ui, strip, strip.Min.x + ui.px(look::control::page_pad), text,
                          look::type::body_bold, ui.theme.accent_soft_on);
    area.Min.y += height;
}

float opacity_of(const kit::Ui& ui, const Notice& notice, double seconds) {
    if (ui.reduced_motion) {
        return 1;
    }
    const auto age_ms = static_cast<float>((seconds - notice.shown_at) * 1000);
    return std::clamp(age_ms / look::motion::toast_ms, 0.0F, 1.0F);
}

void draw_notice(const kit::Ui& ui, UiState& state, double seconds, Wishes& wishes) {
    if (!state.notice) {
        return;
    }
    Notice& notice = *state.notice;
    if (!notice.held && seconds - notice.shown_at >= static_cast<double>(look::motion::toast_stays_s)) {
        state.notice.reset();
        return;
    }
    const std::string_view action = notice.can_undo ? ui.words.text("Undo") : std::string_view();
    if (kit::toast(ui, notice.text, action, opacity_of(ui, notice, seconds), notice.held)) {
        wishes.emplace_back(TakeBack{});
        state.notice.reset();
    }
}

std::optional<NotSaved>& not_saved_of(UiState& state, Form form) {
    switch (form) {
        case Form::today: return state.today.not_saved;
        case Form::log: return state.log.not_saved;
        case Form::history: return state.history.not_saved;
        case Form::guide: return state.guide.not_saved;
        case Form::first_start: return state.first_start.not_saved;
    }
    return state.today.not_saved;
}

}  // namespace

void draw_window(const kit::Ui& ui, const Facts& facts, const std::optional<Failure>& problem, UiState& state,
                 double seconds, Wishes& wishes) {
    kit::begin_root(ui);
    if (problem) {
        draw_problem(ui, *problem, wishes);
    } else if (!facts.snapshot.profile_asked && facts.snapshot.empty() && !facts.sample) {
        draw_first_start(ui, facts, state.first_start, wishes);
    } else {
        handle_keys(facts, state, wishes);
        const std::vector<kit::Place> all = places(ui, facts);
        kit::PageArea page = kit::navigation(ui, all, static_cast<std::size_t>(state.screen));
        if (facts.sample) {
            draw_sample_strip(ui, page.rect, wishes);
        }
        draw_screen(ui, facts, state, page.rect, wishes);
        if (page.pressed) {
            go_to(state, static_cast<Screen>(*page.pressed));
        }
    }
    kit::end_root();
    draw_notice(ui, state, seconds, wishes);
    draw_keys(ui, state);
}

void command_applied(const kit::Ui& ui, const Snapshot& snapshot, UiState& state, Form form,
                     const Applied& applied, double seconds) {
    not_saved_of(state, form).reset();
    switch (form) {
        case Form::today: break;
        case Form::log:
            if (const std::optional<Screen> next = log_saved(state.log, applied)) {
                go_to(state, *next);
            }
            break;
        case Form::history: history_saved(state.history); break;
        case Form::guide:
        case Form::first_start: break;
    }
    if (form != Form::first_start && applied.changed) {
        state.notice =
            Notice{words::sentence(ui.words, *snapshot.catalogue, applied), !applied.undone, seconds, false};
    }
}

void command_failed(UiState& state, Form form, NotSaved not_saved) {
    not_saved_of(state, form) = std::move(not_saved);
    if (form == Form::log) {
        go_to(state, Screen::log);  // "Repeat last" is pressed on other screens too
    }
}

void go_to(UiState& state, Screen screen) {
    if (screen != Screen::today) {
        today_left(state.today);
    }
    state.screen = screen;
}

void open_log(const Facts& facts, UiState& state, const OpenLog& wish) {
    begin_log(facts, state.log, wish);
    go_to(state, Screen::log);
}

void open_history(UiState& state, const OpenHistory& wish) {
    state.history.filter = HistoryFilter{};
    state.history.filter.area = wish.area;
    state.history.filter.from = wish.day;
    state.history.filter.to = wish.day;
    state.history.told.clear();
    state.history.wanted = wish.record;
    go_to(state, Screen::history);
}

}  // namespace unknot::views
