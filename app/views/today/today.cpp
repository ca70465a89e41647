#include "app/views/today/today.h"

#include "app/views/kit/button.h"
#include "app/views/kit/card.h"
#include "app/views/kit/page.h"
#include "app/views/kit/text.h"
#include "app/views/today/checkin_row.h"
#include "app/views/today/look_after.h"
#include "app/views/today/next_session.h"
#include "app/words/phrases.h"
#include "app/words/storage.h"

#include <algorithm>
#include <array>

namespace unknot::views {

namespace {

using guidance::Tier;
using kit::Flow;
using kit::Ui;

/// The buttons of the page, from the right: log, timer, repeat.
struct Actions {
    kit::ButtonOptions log;
    kit::ButtonOptions timer;
    kit::ButtonOptions repeat;
    std::string repeat_line;  ///< empty: there is nothing to repeat

    Actions(const Ui& ui, const Facts& facts) {
        log.kind = kit::ButtonKind::primary;
        log.icon = look::IconName::plus;
        log.height_units = look::control::large;
        timer.icon = look::IconName::timer;
        timer.icon_only = true;
        timer.height_units = look::control::large;
        repeat.icon = look::IconName::repeat;
        repeat.height_units = look::control::large;
        repeat.enabled = !facts.read_only;
        if (const auto last = repeat_of_last(facts)) {
            repeat_line = repeat_text(ui.words, facts, *last);
        }
        repeat.second_line = repeat_line;
    }
    // `repeat` points into `repeat_line`.
    Actions(const Actions&) = delete;
    Actions& operator=(const Actions&) = delete;

    /// The timer has its word where there is room: in the header's line, or in one of its own below it.
    void spell_timer(const Ui& ui, bool all, float beside_title, float below) {
        timer.icon_only = true;
        const bool fits_as_icon = width(ui, all) <= beside_title;
        timer.icon_only = false;
        const float spelled = width(ui, all);
        timer.icon_only = all && spelled > (fits_as_icon ? beside_title : below);
    }

    [[nodiscard]] float width(const Ui& ui, bool all) const {
        const float gap = ui.px(look::space::s);
        float sum = kit::button_width(ui, ui.words.text("Log a session"), log);
        if (all) {
            sum += gap + kit::button_width(ui, ui.words.text("Timer"), timer);
            sum +=
                repeat_line.empty() ? 0 : gap + kit::button_width(ui, ui.words.text("Repeat last"), repeat);
        }
        return sum;
    }
};

void start_timer(const Facts& facts, LogState& log, Wishes& wishes) {
    if (!log.timer.begun()) {
        start(log.timer, facts.now, 0);
    }
    wishes.emplace_back(OpenLog{});
}

void draw_timer_and_repeat(const Ui& ui, const Facts& facts, const Actions& actions, LogState& log,
                           float right, float y, Wishes& wishes) {
    if (kit::button_before(ui, right, y, ui.words.text("Timer"), actions.timer)) {
        start_timer(facts, log, wishes);
    }
    if (!actions.repeat_line.empty() &&
        kit::button_before(ui, right, y, ui.words.text("Repeat last"), actions.repeat)) {
        repeat_last(facts, log, wishes);
    }
}

void draw_header(const Ui& ui, const Facts& facts, Actions& actions, LogState& log, kit::Page& page,
                 Wishes& wishes) {
    const bool all = !ui.narrow();
    const std::string date = words::long_date(ui.words, facts.today, facts.today);
    actions.spell_timer(ui, all, page.header_room(ui.words.text("Today"), date), page.right() - page.left());
    const ImRect controls = page.header(ui.words.text("Today"), date, actions.width(ui, all));
    float right = controls.Max.x;
    if (kit::button_before(ui, right, controls.Min.y, ui.words.text("Log a session"), actions.log)) {
        wishes.emplace_back(OpenLog{});
    }
    if (all) {
        draw_timer_and_repeat(ui, facts, actions, log, right, controls.Min.y, wishes);
    }
}

/// Narrow windows have no room for all of the header's buttons: the others stand below the check-ins. What a
/// repeated session is stands on more than one line where it must.
void draw_actions_below(const Ui& ui, const Facts& facts, const Actions& actions, LogState& log, Flow& flow,
                        Wishes& wishes) {
    flow.gap(ui, look::space::m);
    const float needed = actions.width(ui, true) - actions.width(ui, false);
    if (needed <= flow.width) {
        const float right = flow.at.x + needed - ui.px(look::space::s);
        draw_timer_and_repeat(ui, facts, actions, log, right, flow.at.y, wishes);
        flow.at.y += ui.px(look::control::large);
        return;
    }
    kit::ButtonOptions repeat = actions.repeat;
    repeat.second_line = {};
    kit::ButtonOptions timer = actions.timer;
    const float gap = ui.px(look::space::s);
    const auto timer_width = [&] { return kit::button_width(ui, ui.words.text("Timer"), timer); };
    timer.icon_only =
        timer_width() + gap + kit::button_width(ui, ui.words.text("Repeat last"), repeat) > flow.width;
    if (kit::button_at(ui, flow.at, ui.words.text("Timer"), timer)) {
        start_timer(facts, log, wishes);
    }
    if (!actions.repeat_line.empty()) {
        const ImVec2 at{flow.at.x + timer_width() + gap, flow.at.y};
        if (kit::button_at(ui, at, ui.words.text("Repeat last"), repeat)) {
            repeat_last(facts, log, wishes);
        }
    }
    flow.at.y += ui.px(look::control::large + look::space::xxs);
    kit::paragraph(ui, flow, actions.repeat_line, look::type::small, ui.theme.muted);
}

/// What could not be saved, until it is solved. A repeated session belongs to Log, but was asked for here.
void draw_failures(const Ui& ui, const TodayState& state, const LogState& log, Flow& flow, Wishes& wishes) {
    const auto banner = [&](const std::optional<NotSaved>& failed, Form form, std::string_view id) {
        if (!failed) {
            return;
        }
        const kit::Scope scope(id);
        if (kit::error_banner(ui, flow, look::IconName::disk, ui.words.text("Not saved"),
                              words::sentence(ui.words, failed->failure), ui.words.text("Save again"))) {
            wishes.emplace_back(Save{failed->command, form});
        }
        flow.gap(ui, look::space::m);
    };
    banner(state.not_saved, Form::today, "today failed");
    banner(log.not_saved, Form::log, "log failed");
}

void draw_disclaimer(const Ui& ui, Flow& flow) {
    flow.gap(ui, look::space::s);
    kit::paragraph(ui, flow,
                   ui.words.say_in("two sentences", "{0} {1}", words::disclaimer(ui.words),
                                   ui.words.text("? shows the keys.")),
                   look::type::small, ui.theme.muted);
}

/// A log without any record: what this page will be for, and the one thing to do.
void draw_nothing_logged(const Ui& ui, Flow& flow, Wishes& wishes) {
    if (kit::empty_state(ui, flow, ui.words.text("Nothing logged yet"),
                         ui.words.text("From the day after a session on, this page asks how sore it is."),
                         ui.words.text("Log the first session"), look::IconName::plus)) {
        wishes.emplace_back(OpenLog{});
    }
}

/// The columns of the page from left to right; in one column all stand below one another.
struct PageColumns {
    Flow checkins;
    Flow attention;
    Flow next;
};

PageColumns three_columns(const Ui& ui, const Flow& flow) {
    const float gap = ui.px(look::control::column_gap);
    const float unit = (flow.width - 2 * gap) / 13;
    PageColumns all{flow, flow, flow};
    all.checkins.width = std::round(unit * 5);
    all.attention.at.x = all.checkins.right() + gap;
    all.attention.width = std::round(unit * 4);
    all.next.at.x = all.attention.right() + gap;
    all.next.width = flow.right() - all.next.at.x;
    return all;
}

/// Draws the parts of the page where the width puts them. Returns where the lowest ends.
float draw_parts(const Ui& ui, const Facts& facts, TodayState& state, LogState& log, const Actions& actions,
                 std::optional<Tier> jump_to, const Flow& flow, Wishes& wishes) {
    const kit::LayoutMode mode = ui.layout();
    if (mode == kit::LayoutMode::three_columns) {
        PageColumns all = three_columns(ui, flow);
        draw_checkins(ui, facts, state, all.checkins, wishes);
        draw_look_after(ui, facts, state, jump_to, all.attention, wishes);
        draw_next_sessions(ui, state, all.next);
        draw_disclaimer(ui, all.checkins);
        return std::max({all.checkins.at.y, all.attention.at.y, all.next.at.y});
    }
    kit::Columns both = kit::columns(ui, flow, 5, 4);
    draw_checkins(ui, facts, state, both.first, wishes);
    if (ui.narrow()) {
        draw_actions_below(ui, facts, actions, log, both.first, wishes);
    }
    both.first.gap(ui, look::space::l);
    if (both.side_by_side) {
        draw_next_sessions(ui, state, both.first);
        draw_disclaimer(ui, both.first);
        draw_look_after(ui, facts, state, jump_to, both.second, wishes);
        return std::max(both.first.at.y, both.second.at.y);
    }
    draw_look_after(ui, facts, state, jump_to, both.first, wishes);
    both.first.gap(ui, look::space::l);
    draw_next_sessions(ui, state, both.first);
    draw_disclaimer(ui, both.first);
    return both.first.at.y;
}

}  // namespace

void draw_today(const Ui& ui, const Facts& facts, TodayState& state, LogState& log, const ImRect& area,
                Wishes& wishes) {
    follow_log(facts, state);
    state.lists.follow(ui.words, facts);
    Actions actions(ui, facts);
    kit::Page page(ui, area, "today");
    draw_header(ui, facts, actions, log, page, wishes);
    Flow flow = page.begin_content();
    if (facts.read_only) {
        kit::info_strip(ui, flow, look::IconName::lock,
                        facts.newer
                            ? ui.words.text("A newer version of Unknot wrote this log: it can be read here, "
                                            "but only that version can save in it.")
                            : ui.words.text("This log can be read, but nothing can be saved in it."));
        flow.gap(ui, look::space::m);
    }
    draw_failures(ui, state, log, flow, wishes);
    if (facts.snapshot.empty() && facts.guidance.global.empty()) {
        draw_nothing_logged(ui, flow, wishes);
        draw_disclaimer(ui, flow);
        page.end_content(flow.at.y);
        return;
    }
    const std::optional<Tier> jump_to =
        ui.narrow() ? draw_tier_pills(ui, state, flow) : std::optional<Tier>();
    page.end_content(draw_parts(ui, facts, state, log, actions, jump_to, flow, wishes));
}

}  // namespace unknot::views
