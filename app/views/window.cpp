#include "app/views/window.h"

#include "app/views/keys.h"
#include "app/views/kit/button.h"
#include "app/views/kit/overlay.h"
#include "app/views/kit/page.h"
#include "app/views/kit/text.h"
#include "app/views/problem.h"
#include "app/words/applied.h"

#include <algorithm>
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
            {look::IconName::guide, word(ui.words.text("Guide")), 0},
            {look::IconName::settings, word(ui.words.text("Settings")), 0}};
}

void draw_screen(const kit::Ui& ui, const Facts& facts, const Upkeep& upkeep, UiState& state,
                 const ImRect& area, Wishes& wishes) {
    switch (state.screen) {
        case Screen::today: draw_today(ui, facts, state.today, state.log, area, wishes); break;
        case Screen::log: draw_log(ui, facts, state.log, area, wishes); break;
        case Screen::trends: draw_trends(ui, facts, state.trends, area, wishes); break;
        case Screen::history: draw_history(ui, facts, state.history, area, wishes); break;
        case Screen::report: draw_report(ui, facts, state.report, area, wishes); break;
        case Screen::guide: draw_guide(ui, facts, state.guide, area, wishes); break;
        case Screen::settings: draw_settings(ui, facts, upkeep, state.settings, area, wishes); break;
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

/// A backup that failed or is old is said where everybody looks, with the way to it.
void draw_backup_strip(const kit::Ui& ui, const BackupFacts& backups, UiState& state, ImRect& area) {
    const std::string_view text =
        backups.failure.empty() ? (backups.last_good ? ui.words.text("The last good backup is old.")
                                                     : ui.words.text("There is no good backup of this log."))
        : ui.narrow()
            ? ui.words.text("The last backup failed.")
            : ui.words.text("The last backup could not be made; the log itself is as it should be.");
    const ImRect strip(area.Min.x + 1, area.Min.y, area.Max.x, area.Min.y + ui.px(52));
    kit::fill(strip, ui.theme.sunken);
    kit::ButtonOptions see;
    see.height_units = look::control::compact;
    float right = strip.Max.x - ui.px(look::space::m);
    if (kit::button_before(ui, right, strip.Min.y + ui.px(8), ui.words.text("See the backups"), see)) {
        state.settings.part = SettingsPart::backups;
        go_to(state, Screen::settings);
    }
    kit::draw_text_middle(ui, strip, strip.Min.x + ui.px(look::control::page_pad), text,
                          look::type::body_bold, ui.theme.text);
    area.Min.y = strip.Max.y;
}

bool wants_backup_strip(const Facts& facts, const Upkeep& upkeep, Screen screen) {
    return screen == Screen::today && !facts.sample && upkeep.backups &&
           (upkeep.backups->old || !upkeep.backups->failure.empty());
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
    const kit::ToastState toast =
        kit::toast(ui, notice.text, action, opacity_of(ui, notice, seconds), notice.held);
    if (toast == kit::ToastState::waits) {
        // Its time begins when it is seen; faded in by then, or frames would be drawn for it meanwhile.
        notice.shown_at = seconds - 2.0 * static_cast<double>(look::motion::toast_ms) / 1000;
    } else if (toast == kit::ToastState::pressed) {
        if (notice.undo_by) {
            wishes.emplace_back(Begin{*notice.undo_by});
        } else {
            wishes.emplace_back(TakeBack{});
        }
        state.notice.reset();
    }
}

std::optional<NotSaved>& not_saved_of(UiState& state, Form form) {
    switch (form) {
        case Form::today: return state.today.not_saved;
        case Form::log: return state.log.not_saved;
        case Form::history: return state.history.not_saved;
        case Form::guide: return state.guide.not_saved;
        case Form::settings: return state.settings.not_saved;
        case Form::first_start: return state.first_start.not_saved;
    }
    return state.today.not_saved;
}

}  // namespace

void draw_window(const kit::Ui& ui, const Facts& facts, const Upkeep& upkeep,
                 const std::optional<Failure>& problem, UiState& state, double seconds, Wishes& wishes) {
    kit::begin_root();
    if (upkeep.working && closes_log(*upkeep.working)) {
        draw_working(ui, upkeep, *upkeep.working);
    } else if (problem) {
        draw_problem(ui, facts, upkeep, *problem, state.settings, wishes);
    } else if (!facts.snapshot.profile_asked && facts.snapshot.empty() && !facts.sample) {
        draw_first_start(ui, facts, state.first_start, wishes);
    } else {
        handle_keys(facts, state, wishes);
        const std::vector<kit::Place> all = places(ui, facts);
        kit::PageArea page = kit::navigation(ui, all, static_cast<std::size_t>(state.screen));
        if (facts.sample) {
            draw_sample_strip(ui, page.rect, wishes);
        }
        if (wants_backup_strip(facts, upkeep, state.screen)) {
            draw_backup_strip(ui, *upkeep.backups, state, page.rect);
        }
        draw_screen(ui, facts, upkeep, state, page.rect, wishes);
        if (page.pressed) {
            go_to(state, static_cast<Screen>(*page.pressed));
        }
    }
    kit::end_root();
    draw_notice(ui, state, seconds, wishes);
    draw_keys(ui, state);
    draw_opening(ui, *facts.snapshot.catalogue, upkeep, state.opening, wishes);
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
        case Form::settings: settings_saved(state.settings); break;
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

void work_done(const kit::Ui& ui, UiState& state, const WorkDone& done, double seconds) {
    const auto notice = [&](std::string text, std::optional<WorkOrder> undo_by) {
        const bool can_undo = undo_by.has_value();
        state.notice = Notice{std::move(text), can_undo, seconds, false, std::move(undo_by)};
    };
    if (!done.failure) {
        switch (done.order.work) {
            case Work::back_up:
            case Work::back_up_to:
                notice(ui.words.say("Backed up and verified: {0}", done.file.filename().string()), {});
                break;
            case Work::restore:
                notice(std::string(ui.words.text("Restored. The log from before is kept aside.")),
                       done.aside.empty() ? std::nullopt
                                          : std::optional(WorkOrder{Work::restore, done.aside, false}));
                break;
            case Work::move:
                notice(ui.words.say("The log now lives in {0}", done.file.parent_path().string()), {});
                break;
            case Work::merge:
                notice(done.merging && done.merging->changes() > 0
                           ? ui.words.plural("Another log joined, {0} change",
                                             "Another log joined, {0} changes", done.merging->changes())
                           : std::string(ui.words.text("Both logs said the same already.")),
                       {});
                state.notice->can_undo = done.merging && done.merging->changes() > 0;
                break;
            case Work::import:
                notice(ui.words.plural("{0} record imported", "{0} records imported", done.imported), {});
                state.notice->can_undo = done.imported > 0;
                break;
            case Work::erase: notice(std::string(ui.words.text("Everything was erased.")), {}); break;
            default: break;
        }
    } else if (done.failure->problem == Problem::stopped) {
        notice(words::sentence(ui.words, *done.failure), {});
    }
    const bool told_by_settings =
        !is_of_opening(done.order) || (done.order.work == Work::merge && !done.failure);
    if (is_of_opening(done.order)) {
        opening_ended(state.opening, done);
    }
    if (told_by_settings) {
        work_ended(state.settings, done);
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

void open_guide(UiState& state, const OpenGuide& wish) {
    state.guide.part = part_with(wish.statement);
    state.guide.scroll_to_part = true;
    go_to(state, Screen::guide);
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
