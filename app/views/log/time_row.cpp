#include "app/views/kit/button.h"
#include "app/views/kit/field.h"
#include "app/views/kit/text.h"
#include "app/views/log/form.h"
#include "app/views/log/timer_panel.h"
#include "app/words/phrases.h"

#include <algorithm>
#include <array>

namespace unknot::views {

namespace {

constexpr std::array<std::int32_t, 5> presets_min{1, 2, 3, 5, 10};
constexpr std::int32_t get_ready_s = 5;

std::optional<std::int32_t> seconds_of(const LogDraft& draft) {
    const std::optional<Duration> duration = parse_duration(draft.duration_text).duration;
    return duration ? std::optional(duration->seconds()) : std::nullopt;
}

/// A key of minutes; chosen where the field says the same.
bool preset(const kit::Ui& ui, const ImRect& rect, std::int32_t minutes, bool chosen) {
    const float radius = ui.px(look::radius::control);
    const kit::Scope scope(std::to_string(minutes));
    const kit::Press state = kit::press(ui, rect, words::duration_text(ui.words, minutes * 60), radius);
    kit::fill(rect, chosen ? ui.theme.accent_soft : ui.theme.surface, radius);
    kit::draw_press_state(ui, state, radius);
    kit::outline(rect, chosen ? ui.theme.accent : ui.theme.line_strong, chosen ? 1.5F : 1, radius);
    kit::draw_text_centred(ui, rect, std::to_string(minutes),
                           chosen ? look::type::body_bold : look::type::body,
                           chosen ? ui.theme.accent_soft_on : ui.theme.text);
    return state.clicked;
}

void draw_presets(LogForm& form, ImVec2& at) {
    const kit::Ui& ui = form.ui;
    LogDraft& draft = form.draft();
    const float size = ui.px(look::control::height);
    for (const std::int32_t minutes : presets_min) {
        const bool chosen = seconds_of(draft) == minutes * 60;
        if (preset(ui, {at.x, at.y, at.x + size, at.y + size}, minutes, chosen)) {
            draft.duration_text = chosen ? std::string() : words::clock_text(minutes * 60);
        }
        at.x += size + ui.px(look::space::xxs);
    }
    at.x -= ui.px(look::space::xxs);
}

/// The unit of what stands at its left.
void draw_minutes(const kit::Ui& ui, float left, float top) {
    kit::draw_text_middle(ui, {left, top, left, top + ui.px(look::control::height)}, left,
                          ui.words.text("min"), look::type::body, ui.theme.muted);
}

void draw_field(LogForm& form, const ImRect& rect) {
    LogDraft& draft = form.draft();
    kit::FieldOptions options;
    options.hint = form.ui.words.text("like 2:30");
    options.accepted = form.complaint(Field::duration).empty();
    options.most_bytes = 64;
    const kit::FieldEdit edit =
        kit::text_field(form.ui, rect, form.ui.words.text("Time"), draft.duration_text, options);
    if (edit.active) {
        form.state.typing = Field::duration;
    } else if (form.state.typing == Field::duration) {
        form.state.typing.reset();
    }
    if (const auto seconds = edit.left || edit.entered ? seconds_of(draft) : std::nullopt) {
        draft.duration_text = words::clock_text(*seconds);  // "90 s" is shown as the presets would: 1:30
    }
}

void start_timer(LogForm& form) {
    form.state.timer.goal_s = seconds_of(form.draft());
    start(form.state.timer, form.facts.now, get_ready_s);
}

/// Room for "1:02:30" and for the hint.
float least_field(const kit::Ui& ui) {
    const float hint = kit::text_width(ui, ui.words.text("like 2:30"), look::type::body);
    return std::max(ui.px(84), hint + ui.px(30));
}

}  // namespace

void finish_timer(LogState& state, const Instant& now) {
    const std::int32_t seconds = elapsed_seconds(state.timer, now);
    if (seconds > 0) {
        state.draft.duration_text = words::clock_text(seconds);
    }
    if (!state.timer.marked.empty()) {
        state.draft.sensations = state.draft.sensations.value_or(Sensations{}).united(state.timer.marked);
    }
    state.timer = Timer{};
}

void draw_time_row(LogForm& form, kit::Flow& flow) {
    const kit::Ui& ui = form.ui;
    LogState& state = form.state;
    kit::Flow row = begin_row(form, flow, ui.words.text("Time"));
    if (state.timer.begun() && !state.draft.editing) {  // the timer is the new session's
        const std::string about = state.draft.place
                                      ? words::place(ui.words, *form.facts.snapshot.catalogue,
                                                     state.draft.place->area, state.draft.place->side)
                                      : std::string();
        if (draw_timer_panel(ui, row, state.timer, form.facts.now, about)) {
            finish_timer(state, form.facts.now);
        }
        end_row(form, flow, row, Field::duration);
        return;
    }
    kit::ButtonOptions options;
    options.icon = look::IconName::timer;
    const std::string_view label = ui.words.text("Start timer");
    if (kit::button_at(ui, row.at, label, options)) {
        start_timer(form);
    }
    const float height = ui.px(look::control::height);
    const float button = kit::button_width(ui, label, options);
    const float unit = ui.px(look::space::xs) + kit::text_width(ui, ui.words.text("min"), look::type::body);
    float field = std::max(ui.px(140), least_field(ui));
    const float presets = 5 * (height + ui.px(look::space::xxs)) + ui.px(look::space::s);
    // Where a long word leaves little room, the parts stand closer, so that all are in one line.
    const bool close = button + ui.px(look::space::l - 4) + presets + least_field(ui) + unit > row.width;
    ImVec2 at(row.at.x + button + ui.px(close ? look::space::s : look::space::l - 4), row.at.y);
    if (at.x + presets + unit > row.right()) {
        at = {row.at.x, at.y + height + ui.px(look::space::xs)};
    }
    draw_presets(form, at);
    // One unit for the keys and the field beside them; each has its own where the field has a line of its
    // own.
    float left = at.x + ui.px(look::space::s);
    const float room = row.right() - unit - left;
    if (room >= least_field(ui)) {
        field = std::min(field, room);
    } else {
        draw_minutes(ui, at.x + ui.px(look::space::xs), at.y);
        at.y += height + ui.px(look::space::xs);
        left = row.at.x;
    }
    draw_field(form, {left, at.y, left + field, at.y + height});
    draw_minutes(ui, left + field + ui.px(look::space::xs), at.y);
    row.at.y = at.y + height;
    end_row(form, flow, row, Field::duration);
}

}  // namespace unknot::views
