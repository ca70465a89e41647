#include "app/views/kit/button.h"
#include "app/views/kit/text.h"
#include "app/views/log/form.h"

#include <algorithm>

namespace unknot::views {

namespace {

bool concerns(const LogDraft& draft, const Applied& applied) {
    return draft.id &&
           std::find(applied.records.begin(), applied.records.end(), *draft.id) != applied.records.end();
}

/// A form as nobody has touched it; what is typed for a new session comes back after an edit.
void start_anew(LogState& state, LogDraft draft) {
    state.draft = std::move(draft);
    state.original.reset();
    state.search.clear();
    state.list_at.reset();
    state.complained = false;
    state.show_complaint = false;
    state.save_another = false;
    state.typing.reset();
    state.tool_typed = false;
    state.note_open = false;
    state.held_back.reset();
}

void end_edit(LogState& state) {
    LogDraft back = state.aside.value_or(LogDraft{});
    state.aside.reset();
    start_anew(state, std::move(back));
    state.not_saved.reset();
}

void begin_edit(const Facts& facts, LogState& state, const RecordId& id) {
    std::shared_ptr<const Session> session = facts.snapshot.find_session(id);
    if (session == nullptr || (state.draft.editing && state.draft.id == id)) {
        return;
    }
    if (state.draft.editing) {
        shelve_edit(state);
    }
    const bool goes_on = state.shelved && state.shelved->id == id;
    LogDraft draft = goes_on ? *state.shelved : draft_of(*session);
    state.shelved.reset();
    LogDraft aside = std::move(state.draft);
    start_anew(state, std::move(draft));
    state.aside = std::move(aside);
    state.original = std::move(session);
    state.when_first = false;
    state.not_saved.reset();
}

void draw_edit_buttons(LogForm& form, float right, float y) {
    const kit::Ui& ui = form.ui;
    kit::ButtonOptions primary;
    primary.kind = kit::ButtonKind::primary;
    primary.enabled = !form.facts.read_only;
    if (kit::button_before(ui, right, y, ui.words.text("Save the change"), primary)) {
        save_form(form.facts, form.state, false, form.wishes);
    }
    if (kit::button_before(ui, right, y, ui.words.text("Leave it as it was"))) {
        end_edit(form.state);
        form.wishes.emplace_back(Show{Screen::history});
    }
}

/// Draws the two buttons; returns where they begin.
float draw_buttons(LogForm& form, float right, float y) {
    const kit::Ui& ui = form.ui;
    kit::ButtonOptions plain;
    plain.enabled = !form.facts.read_only;
    if (!plain.enabled) {
        plain.tooltip = ui.words.text("This log can only be read.");
    }
    kit::ButtonOptions primary = plain;
    primary.kind = kit::ButtonKind::primary;
    const float width = std::max(ui.px(98), kit::button_width(ui, ui.words.text("Save"), primary));
    const float height = ui.px(look::control::height);
    const bool save = kit::button(ui, {right - width, y, right, y + height}, ui.words.text("Save"), primary);
    float left = right - width - ui.px(look::space::s);
    const bool another = kit::button_before(ui, left, y, ui.words.text("Save and add another"), plain);
    if (save || another) {
        save_form(form.facts, form.state, another, form.wishes);
    }
    return left;
}

}  // namespace

void shelve_edit(LogState& state) {
    if (state.draft.editing) {
        LogDraft left = state.draft;
        const bool changed = state.original != nullptr && left != draft_of(*state.original);
        end_edit(state);
        state.shelved = changed ? std::optional(std::move(left)) : std::nullopt;
    }
}

void save_form(const Facts& facts, LogState& state, bool another, Wishes& wishes) {
    if (facts.read_only) {
        return;
    }
    if (state.timer.begun() && !state.draft.editing) {
        finish_timer(state, facts.now);
    }
    DraftedSession drafted = session_of(state.draft, facts, state.original.get());
    state.complained = !drafted.refusals.empty();
    state.show_complaint = state.complained;
    if (state.complained) {
        return;
    }
    if (!state.draft.id) {
        state.draft.id = facts.new_id();  // kept while it is not saved: saving again makes no second record
        drafted.session.id = *state.draft.id;
    }
    state.save_another = another;
    if (state.draft.editing) {
        wishes.emplace_back(Save{EditSession{std::move(drafted.session)}, Form::log});
    } else {
        wishes.emplace_back(Save{LogSession{std::move(drafted.session)}, Form::log});
    }
}

void begin_log(const Facts& facts, LogState& state, const OpenLog& wish) {
    if (wish.edit) {
        begin_edit(facts, state, *wish.edit);
        return;
    }
    shelve_edit(state);
    if (wish.track) {
        choose_place(state.draft, {wish.track->area, wish.both ? Side::both : wish.track->side});
    }
    state.when_first = wish.past;
    if (wish.past && state.draft.at_now) {
        state.draft.at_now = false;
    }
    state.focus_day = wish.past && state.draft.day_text.empty();
    state.focus_search = !wish.track && !state.focus_day;
}

std::optional<Screen> log_saved(LogState& state, const Applied& applied) {
    if (applied.undone || !concerns(state.draft, applied)) {
        return std::nullopt;
    }
    if (state.draft.editing) {
        end_edit(state);
        return Screen::history;
    }
    const bool another = state.save_another;
    start_anew(state, another ? next_of(state.draft) : LogDraft{});
    if (another) {
        state.focus_search = true;
        return std::nullopt;
    }
    state.when_first = false;
    return Screen::today;
}

void draw_save_bar(LogForm& form, const ImRect& rect) {
    const kit::Ui& ui = form.ui;
    const float y = std::round(rect.GetCenter().y - ui.px(look::control::height) / 2);
    if (form.draft().editing) {
        draw_edit_buttons(form, rect.Max.x, y);
        return;
    }
    const float right = draw_buttons(form, rect.Max.x, y);
    const bool says_missing = form.state.complained && !form.drafted.refusals.empty();
    const std::string text =
        says_missing
            ? form_sentence(ui.words, form.drafted.refusals.front())
            : std::string(ui.words.text("Needed: area and pressure. What you skip stays unanswered."));
    const look::TextStyle& style = says_missing ? look::type::small_bold : look::type::small;
    kit::Flow flow{{rect.Min.x, 0}, right - rect.Min.x};
    const float height = kit::paragraph_height(ui, text, style, flow.width);
    if (flow.width < ui.px(160) || height > rect.GetHeight()) {
        return;  // no room beside the buttons; what is missing is said at its control too
    }
    flow.at.y = std::round(rect.GetCenter().y - height / 2);
    kit::paragraph(ui, flow, text, style, says_missing ? ui.theme.text : ui.theme.muted);
}

}  // namespace unknot::views
