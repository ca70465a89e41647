#include "app/views/today/checkin_row.h"

#include "app/views/kit/body.h"
#include "app/views/kit/button.h"
#include "app/views/kit/page.h"
#include "app/views/kit/soreness.h"
#include "app/views/kit/text.h"
#include "app/views/today/attention.h"
#include "app/views/today/rows.h"
#include "app/views/today/warning_signs.h"
#include "app/views/today/whole_person.h"
#include "app/words/flags.h"

#include <algorithm>

namespace unknot::views {

namespace {

using kit::Flow;
using kit::Ui;

constexpr float text_left = 64;       // of a row, from the card's content
constexpr float wide_enough = 440;    // units of a row from which the picker stands beside the body
constexpr float name_above_row = -3;  // so that capitals and body tile begin on one line

std::string name_of_track(const Ui& ui, const Facts& facts, const TrackKey& track) {
    return words::place(ui.words, *facts.snapshot.catalogue, track.area, track.side);
}

/// The keyboard's focus lies in this part of the window.
bool has_focus(const ImRect& rect) {
    const ImGuiContext& context = *ImGui::GetCurrentContext();
    const ImGuiWindow* window = ImGui::GetCurrentWindow();
    if (context.NavWindow != window || context.NavId == 0 || !context.NavCursorVisible) {
        return false;
    }
    const ImRect nav = window->NavRectRel[ImGuiNavLayer_Main];
    const ImVec2 middle = nav.GetCenter();
    return rect.Contains({middle.x + window->Pos.x, middle.y + window->Pos.y});
}

/// Day and, on the row that keys answer, a small keyboard, with the keys where a name of this width leaves
/// room for them; flush right. Returns how wide they are.
float draw_day(const Ui& ui, const Flow& text, const guidance::TrackGuidance* track, bool answers_keys,
               float name_width) {
    float right = text.right();
    if (track != nullptr && track->session_day) {
        const std::string day = ui.words.say("day {0}", track->follow_up_day);
        kit::draw_text_right(ui, right, text.at.y + ui.px(4), day, look::type::small_bold, ui.theme.muted);
        right -= kit::text_width(ui, day, look::type::small_bold) + ui.px(look::space::s);
    }
    if (answers_keys) {
        const std::string_view keys = ui.words.text("keys 0\u20139, x = 10");
        const float keys_width = kit::text_width(ui, keys, look::type::small);
        if (text.at.x + name_width + keys_width + ui.px(26 + look::space::m) <= right) {
            kit::draw_text_right(ui, right, text.at.y + ui.px(4), keys, look::type::small, ui.theme.accent);
            right -= keys_width + ui.px(6);
        }
        right -= ui.px(20);
        kit::draw_icon(look::IconName::keyboard, {right, text.at.y + ui.px(4)}, ui.px(20), ui.theme.accent);
        right -= ui.px(look::space::s);
    }
    return text.right() - right;
}

/// What is asked before the rating: the reason, the chips, and where the rest of it is asked.
void draw_question_first(const Ui& ui, const Facts& facts, TodayState& state, const TrackKey& track,
                         Flow& flow, Wishes& wishes) {
    const guidance::TrackGuidance* known = facts.guidance.find(track);
    const guidance::Flag* flag = known == nullptr ? nullptr : open_question(*known);
    if (flag == nullptr) {
        flag = whole_person_question(facts);
    }
    Symptoms reported;
    if (flag != nullptr) {
        reported = flag->symptoms;
        if (flag->screenings.contains(Screening::swelling_warmth)) {
            reported = reported.united({Symptom::swelling, Symptom::warmth});
        }
        kit::paragraph(ui, flow, words::sentence(ui.words, *flag, facts.today), look::type::small,
                       ui.theme.text);
        flow.gap(ui, look::space::xxs);
    }
    kit::paragraph(ui, flow, ui.words.text("First: is any of this there now?"), look::type::body_bold,
                   ui.theme.text);
    flow.gap(ui, look::space::xs);
    const SignsPressed pressed =
        warning_signs(ui, flow, "signs first", signs_chosen(state, track), reported, state.more_signs);
    if (std::holds_alternative<NoSigns>(pressed)) {
        answer_no_signs_first(facts, state, track, wishes);
    } else if (const auto* sign = std::get_if<Symptom>(&pressed)) {
        choose_sign_first(facts, state, track, *sign, wishes);
    } else if (std::holds_alternative<MoreSigns>(pressed)) {
        state.more_signs = true;
    }
    const Screenings on_skin{Screening::fresh_injury, Screening::open_skin};
    if (flag != nullptr && !flag->screenings.intersected(on_skin).empty()) {
        flow.gap(ui, look::space::xs);
        kit::paragraph(ui, flow,
                       ui.words.text("Injury and skin are asked about in Log, before the next session."),
                       look::type::small, ui.theme.muted);
    }
    flow.gap(ui, look::space::m);
}

/// A row that waits for its rating.
void draw_open_row(const Ui& ui, const Facts& facts, TodayState& state, const TrackKey& track, Flow& flow,
                   Wishes& wishes) {
    const kit::Scope scope(to_text(track));
    const guidance::TrackGuidance* known = facts.guidance.find(track);
    const ImVec2 top = flow.at;
    if (state.wanted == track) {
        kit::Page::scroll_to(top.y - ui.px(look::control::card_pad));
        state.wanted.reset();
    }
    kit::mini_body(ui, top, *facts.snapshot.catalogue, track);
    const float left = ui.px(text_left);
    Flow text{{top.x + left, top.y + ui.px(name_above_row)}, flow.width - left};
    const std::string place = name_of_track(ui, facts, track);
    const float day =
        draw_day(ui, text, known, row_for_keys(state) == track, kit::text_width(ui, place, look::type::head));
    Flow name{text.at, text.width - day};
    kit::paragraph(ui, name, place, look::type::head, ui.theme.text);
    text.at.y = name.at.y + ui.px(1);
    if (known != nullptr) {
        kit::paragraph(ui, text, follows_text(ui.words, facts.snapshot, track, *known, facts.today),
                       look::type::small, ui.theme.muted);
    }
    const float body_bottom = top.y + ui.px(look::control::mini_body_height);
    if (flow.width < ui.px(wide_enough)) {
        text = {{flow.at.x, std::max(text.at.y, body_bottom)}, flow.width};
    }
    text.gap(ui, 10);
    if (asks_signs_first(facts, state, track)) {
        draw_question_first(ui, facts, state, track, text, wishes);
    }
    const AnsweredRow* row = answer_of(state, track);
    const std::optional<Soreness> sent = row == nullptr ? std::nullopt : row->checkin.soreness;
    if (const auto pressed = kit::soreness_picker(ui, text, "rating", sent)) {
        rate(facts, state, track, *pressed, wishes);
    }
    flow.at.y = std::max(text.at.y, body_bottom);
    if (has_focus({top.x - ui.px(8), top.y, flow.right() + ui.px(8), flow.at.y})) {
        state.focused = track;
    }
}

/// What a row's warning signs were answered with; empty where they were not asked.
std::string signs_text(const Ui& ui, const std::optional<Symptoms>& signs) {
    if (!signs) {
        return {};
    }
    if (signs->empty()) {
        return std::string(ui.words.text("No warning signs"));
    }
    std::string text;
    for (std::size_t i = 0; i < symptom_names.size(); ++i) {
        if (signs->contains(static_cast<Symptom>(i))) {
            text += text.empty() ? "" : ", ";
            text += words::symptom_word(ui.words, static_cast<Symptom>(i));
        }
    }
    return text;
}

/// A row that was answered: number, name, Undo.
void draw_closed_row(const Ui& ui, const Facts& facts, const AnsweredRow& row, Flow& flow, Wishes& wishes) {
    const kit::Scope scope(row.checkin.id.text());
    kit::ButtonOptions undo;
    undo.kind = kit::ButtonKind::quiet;
    undo.height_units = look::control::compact;
    const std::string_view undo_word = ui.words.text("Undo");
    const float undo_width = kit::button_width(ui, undo_word, undo);
    const float top = flow.at.y;
    const float left = kit::rating_chip_width(ui) + ui.px(look::space::s);
    kit::rating_chip(ui, {flow.at.x, top + ui.px(4)}, row.checkin.soreness);
    Flow text{{flow.at.x + left, top + ui.px(6)}, flow.width - left - undo_width};
    kit::paragraph(
        ui, text,
        ui.words.say("{0}: {1}, {2}", name_of_track(ui, facts, row.track), row.checkin.soreness->value(),
                     words::soreness_word(ui.words, *row.checkin.soreness)),
        look::type::body, ui.theme.text);
    kit::paragraph(ui, text, signs_text(ui, row.checkin.symptoms), look::type::small, ui.theme.muted);
    const float right = flow.right() + ui.px(10);
    if (kit::button(ui, {right - undo_width, top, right, top + ui.px(undo.height_units)}, undo_word, undo)) {
        take_back(row, wishes);
    }
    flow.at.y = std::max(top + ui.px(undo.height_units), text.at.y);
}

/// The one question for all rows just rated.
void draw_signs_once(const Ui& ui, TodayState& state, Flow& flow, Wishes& wishes) {
    const std::size_t rows = rows_asked_for_signs(state).size();
    if (rows > 1) {
        flow.gap(ui, look::space::xs);
        const std::string question =
            rows == 2
                ? std::string(ui.words.text("Any of these in either area? The answer is saved for both."))
                : ui.words.plural("Any of these?",
                                  "Any of these in one of the {0} areas? The answer is saved for all.", rows);
        kit::paragraph(ui, flow, question, look::type::small, ui.theme.muted);
    }
    flow.gap(ui, look::space::xs);
    const SignsPressed pressed =
        warning_signs(ui, flow, "signs", signs_chosen(state), Symptoms{}, state.more_signs);
    if (std::holds_alternative<NoSigns>(pressed)) {
        answer_no_signs(state, wishes);
    } else if (const auto* sign = std::get_if<Symptom>(&pressed)) {
        choose_sign(state, *sign, wishes);
    } else if (std::holds_alternative<MoreSigns>(pressed)) {
        state.more_signs = true;
    }
}

/// Where the one question stands: below the last of the rows that it is for.
std::optional<TrackKey> signs_go_below(const TodayState& state) {
    const auto asked = rows_asked_for_signs(state);
    std::optional<TrackKey> last;
    for (const TrackKey& track : state.order) {
        const bool is_asked = std::any_of(asked.begin(), asked.end(),
                                          [&](const AnsweredRow* row) { return row->track == track; });
        last = is_asked ? std::optional(track) : last;
    }
    return last;
}

/// A row says "day 2" or the like.
bool says_day(const Facts& facts, const TodayState& state) {
    return std::any_of(state.order.begin(), state.order.end(), [&](const TrackKey& track) {
        const guidance::TrackGuidance* known = facts.guidance.find(track);
        return known != nullptr && known->session_day && is_open(state, track);
    });
}

/// What a day at a row means: beside the title, between `left` and `right`. False where it has no room there.
bool draw_day_meaning(const Ui& ui, float left, float right, float top) {
    const std::string_view text = ui.words.text("Day 1: the day after the session");
    if (left + kit::text_width(ui, text, look::type::small) > right) {
        return false;
    }
    kit::draw_text(ui, {left, top + ui.px(5)}, text, look::type::small, ui.theme.muted);
    return true;
}

/// What a press of a number does, above the first of them, and what a day means where the title has no room
/// for it.
void draw_how_it_goes(const Ui& ui, bool days_unsaid, Flow& flow) {
    flow.at.y -= ui.px(look::space::xs);
    if (days_unsaid) {
        kit::paragraph(ui, flow, ui.words.text("Day 1: the day after the session"), look::type::small,
                       ui.theme.muted);
    }
    kit::paragraph(
        ui, flow,
        ui.words.text("One click saves a number; Undo takes it back. Warning signs are asked next."),
        look::type::small, ui.theme.muted);
    flow.gap(ui, look::space::m);
}

/// Returns true where what a day means is still to be said.
bool draw_title(const Ui& ui, const Facts& facts, TodayState& state, Flow& flow, Wishes& wishes) {
    const float top = flow.at.y;
    kit::section_title(ui, flow, ui.words.text("How sore is it now?"));
    const float title = kit::text_width(ui, ui.words.text("How sore is it now?"), look::type::head);
    const float meaning_left = flow.at.x + title + ui.px(look::space::m);
    const bool days = says_day(facts, state);
    const std::size_t open = open_rows(state).size();
    if (open < 2) {  // for one row it would be the key 0 once more
        return days && !draw_day_meaning(ui, meaning_left, flow.right(), top);
    }
    kit::ButtonOptions quiet;
    quiet.kind = kit::ButtonKind::quiet;
    quiet.height_units = look::control::compact;
    const std::string label = open == 2
                                  ? std::string(ui.words.text("Nothing sore: 0 for both"))
                                  : ui.words.plural("Nothing sore: 0", "Nothing sore: 0 for all {0}", open);
    // The button's words end where the column ends; in narrow windows the scroll bar is near.
    float right = flow.right() + ui.px(ui.narrow() ? 4 : 10);
    if (kit::button_width(ui, label, quiet) > flow.width - title) {
        if (kit::button_at(ui, {flow.at.x - ui.px(10), flow.at.y - ui.px(4)}, label, quiet)) {
            rate_nothing_sore(facts, state, wishes);
        }
        flow.at.y += ui.px(look::control::compact);
        return days && !draw_day_meaning(ui, meaning_left, flow.right(), top);
    }
    if (kit::button_before(ui, right, top - ui.px(4), label, quiet)) {
        rate_nothing_sore(facts, state, wishes);
    }
    return days && !draw_day_meaning(ui, meaning_left, right - ui.px(look::space::xs), top);
}

/// Nothing due is not "all is well": it says what is not known.
void draw_nothing_due(const Ui& ui, const Facts& facts, Flow& flow) {
    const std::size_t unknown = unknown_count(facts);
    const std::string line =
        unknown == 0
            ? std::string(ui.words.text("From the day after the next session, this page asks again."))
            : ui.words.plural("How {0} area settled is not known yet.",
                              "How {0} areas settled is not known yet.", unknown);
    kit::empty_state(ui, flow, ui.words.text("Nothing is due"), line, {});
}

}  // namespace

void draw_checkins(const Ui& ui, const Facts& facts, TodayState& state, Flow& flow, Wishes& wishes) {
    if (const auto person = asked_of_whole_person(facts, state)) {
        draw_whole_person(ui, facts, state, *person, flow, wishes);
        flow.gap(ui, look::space::l);
    }
    const bool days_unsaid = draw_title(ui, facts, state, flow, wishes);
    if (state.order.empty()) {
        draw_nothing_due(ui, facts, flow);
        return;
    }
    const std::optional<TrackKey> signs_below = signs_go_below(state);
    const std::vector<TrackKey> order = state.order;
    kit::Card card(ui, flow);
    if (!open_rows(state).empty()) {
        draw_how_it_goes(ui, days_unsaid, card.inner);
    }
    for (std::size_t i = 0; i < order.size(); ++i) {
        const TrackKey& track = order[i];
        const bool open = is_open(state, track);
        if (i > 0) {
            card.divide(open || is_open(state, order[i - 1]) ? look::control::card_pad : look::space::s);
        }
        if (open) {
            draw_open_row(ui, facts, state, track, card.inner, wishes);
        } else {
            draw_closed_row(ui, facts, *answer_of(state, track), card.inner, wishes);
        }
        if (signs_below == track) {
            draw_signs_once(ui, state, card.inner, wishes);
        }
    }
}

}  // namespace unknot::views
