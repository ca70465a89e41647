#include "app/views/today/checkins.h"

#include "app/views/today/rows.h"

#include <algorithm>

namespace unknot::views {

namespace {

template <typename List, typename Value>
bool holds(const List& list, const Value& value) {
    return std::find(list.begin(), list.end(), value) != list.end();
}

AnsweredRow* find_answer(TodayState& state, const TrackKey& track) {
    const auto found = std::find_if(state.answered.begin(), state.answered.end(),
                                    [&](const AnsweredRow& row) { return row.track == track; });
    return found == state.answered.end() ? nullptr : &*found;
}

bool is_closed(const AnsweredRow& row) {
    return row.kept && row.checkin.soreness.has_value();
}

/// The check-ins of a command that adds or changes some; null for any other command.
const std::vector<CheckIn>* checkins_of(const Command& command) {
    if (const auto* added = std::get_if<RecordCheckIns>(&command)) {
        return &added->checkins;
    }
    const auto* changed = std::get_if<EditCheckIns>(&command);
    return changed != nullptr ? &changed->checkins : nullptr;
}

/// The check-in as it was last asked to be: what a failed save still holds goes before what the log has.
const CheckIn& wanted(const TodayState& state, const AnsweredRow& row) {
    const auto* unsaved = state.not_saved ? checkins_of(state.not_saved->command) : nullptr;
    if (unsaved != nullptr) {
        const auto found = std::find_if(unsaved->begin(), unsaved->end(),
                                        [&](const CheckIn& c) { return c.id == row.checkin.id; });
        if (found != unsaved->end()) {
            return *found;
        }
    }
    return row.checkin;
}

/// Sends check-ins, and with them what an earlier failure of the log left unsaved: its outcome replaces the
/// one shown, and must not hide it. A refusal of the input is not sent again: it would take the new one down.
template <typename Kind>
void send(const TodayState& state, std::vector<CheckIn> checkins, Wishes& wishes) {
    if (state.not_saved && !is_about_input(state.not_saved->failure.problem)) {
        const Command& command = state.not_saved->command;
        if (const auto* same = std::get_if<Kind>(&command)) {
            for (const CheckIn& unsaved : same->checkins) {
                const bool newer = std::any_of(checkins.begin(), checkins.end(),
                                               [&](const CheckIn& c) { return c.id == unsaved.id; });
                if (!newer) {
                    checkins.push_back(unsaved);
                }
            }
        } else {
            wishes.emplace_back(Save{command, Form::today});
        }
    }
    wishes.emplace_back(Save{Kind{std::move(checkins)}, Form::today});
}

/// The row's check-in, made now where it has none: its id stays, so that saving again makes no second one.
AnsweredRow& begin_answer(const Facts& facts, TodayState& state, const TrackKey& track) {
    if (AnsweredRow* row = find_answer(state, track)) {
        return *row;
    }
    CheckIn checkin;
    checkin.id = facts.new_id();
    checkin.at = facts.now;
    checkin.entered_at = facts.now;
    checkin.area = track.area;
    checkin.side = track.side;
    state.answered.push_back({track, std::move(checkin), false});
    return state.answered.back();
}

void send_answer(const TodayState& state, const AnsweredRow& row, CheckIn checkin, Wishes& wishes) {
    if (row.kept) {
        send<EditCheckIns>(state, {std::move(checkin)}, wishes);
    } else {
        send<RecordCheckIns>(state, {std::move(checkin)}, wishes);
    }
}

/// One sign more or less. Nothing chosen is "not asked": only "none of these" says that there are none.
std::optional<Symptoms> toggled(const std::optional<Symptoms>& chosen, Symptom sign) {
    Symptoms signs = chosen.value_or(Symptoms{});
    if (signs.contains(sign)) {
        signs.erase(sign);
        return signs.empty() ? std::nullopt : std::optional(signs);
    }
    signs.insert(sign);
    return signs;
}

void put_signs(TodayState& state, const std::optional<Symptoms>& signs, Wishes& wishes) {
    std::vector<CheckIn> changed;
    std::vector<RecordId> ids;
    for (const AnsweredRow* row : rows_asked_for_signs(state)) {
        changed.push_back(wanted(state, *row));
        changed.back().symptoms = signs;
        ids.push_back(row->checkin.id);
    }
    if (changed.empty()) {
        return;
    }
    state.signs_of = std::move(ids);
    send<EditCheckIns>(state, std::move(changed), wishes);
}

void put_signs_first(const Facts& facts, TodayState& state, const TrackKey& track,
                     const std::optional<Symptoms>& signs, Wishes& wishes) {
    AnsweredRow& row = begin_answer(facts, state, track);
    CheckIn checkin = wanted(state, row);
    checkin.symptoms = signs;
    if (row.kept && !signs && !checkin.soreness) {
        take_back(row, wishes);  // nothing is left of it
        return;
    }
    if (!row.kept) {
        row.checkin = checkin;
    }
    send_answer(state, row, std::move(checkin), wishes);
}

/// The area of the check-in that reported what stands for the whole person.
std::optional<TrackKey> reported_on(const Facts& facts) {
    const guidance::Flag* flag = whole_person_question(facts);
    if (flag == nullptr || flag->evidence.empty()) {
        return std::nullopt;
    }
    const auto checkin = facts.snapshot.find_checkin(flag->evidence.back());
    return checkin == nullptr ? std::nullopt : std::optional(TrackKey{checkin->area, checkin->side});
}

/// Looks through the whole log, so once a change of it.
void follow_whole_person(const Facts& facts, TodayState& state) {
    if (whole_person_question(facts) == nullptr) {
        state.person_asked_of.reset();
    } else if (!state.person_asked_of || state.person_generation != facts.snapshot.generation) {
        state.person_asked_of = reported_on(facts);
        state.person_generation = facts.snapshot.generation;
    }
}

}  // namespace

void follow_log(const Facts& facts, TodayState& state) {
    for (AnsweredRow& row : state.answered) {
        const auto found = find_recent_checkin(facts, row.track.area, row.checkin.id);
        if (found != nullptr) {
            row.checkin = *found;
            row.kept = true;
        } else if (row.kept) {
            row.checkin.id = {};  // taken back: see below
        }
    }
    const auto over = [&](const AnsweredRow& row) {
        return row.checkin.id.text().empty() || (row.kept && local_day(row.checkin.at) != facts.today);
    };
    state.answered.erase(std::remove_if(state.answered.begin(), state.answered.end(), over),
                         state.answered.end());
    const auto is_due = [&](const TrackKey& key) {
        const guidance::TrackGuidance* track = facts.guidance.find(key);
        return track != nullptr && track->due;
    };
    std::erase_if(state.asked_for, [&](const AskedFor& asked) { return asked.on != facts.today; });
    const auto is_asked_for = [&](const TrackKey& key) {
        return std::any_of(state.asked_for.begin(), state.asked_for.end(),
                           [&](const AskedFor& asked) { return asked.track == key; });
    };
    const auto gone = [&](const TrackKey& key) {
        return !is_due(key) && !is_asked_for(key) && answer_of(state, key) == nullptr;
    };
    state.order.erase(std::remove_if(state.order.begin(), state.order.end(), gone), state.order.end());
    for (const TrackKey& key : due_in_order(facts)) {
        if (!holds(state.order, key)) {
            state.order.push_back(key);
        }
    }
    follow_whole_person(facts, state);
}

void ask_for(TodayState& state, const TrackKey& track, LocalDay today) {
    if (!holds(state.order, track)) {
        state.asked_for.push_back({track, today});
        state.order.push_back(track);
    }
    state.focused = track;
    state.wanted = track;
}

bool has_row(const TodayState& state, const TrackKey& track) {
    return holds(state.order, track);
}

const AnsweredRow* answer_of(const TodayState& state, const TrackKey& track) {
    const auto found = std::find_if(state.answered.begin(), state.answered.end(),
                                    [&](const AnsweredRow& row) { return row.track == track; });
    return found == state.answered.end() ? nullptr : &*found;
}

bool is_open(const TodayState& state, const TrackKey& track) {
    const AnsweredRow* row = answer_of(state, track);
    return row == nullptr || !is_closed(*row);
}

std::vector<TrackKey> open_rows(const TodayState& state) {
    std::vector<TrackKey> rows;
    std::copy_if(state.order.begin(), state.order.end(), std::back_inserter(rows),
                 [&](const TrackKey& track) { return is_open(state, track); });
    return rows;
}

std::optional<TrackKey> row_for_keys(const TodayState& state) {
    const std::vector<TrackKey> rows = open_rows(state);
    if (state.focused && holds(rows, *state.focused)) {
        return state.focused;
    }
    return rows.empty() ? std::nullopt : std::optional(rows.front());
}

bool asks_signs_first(const Facts& facts, const TodayState& state, const TrackKey& track) {
    const AnsweredRow* row = answer_of(state, track);
    if (row != nullptr && wanted(state, *row).symptoms) {
        return true;  // answered here: it stays in sight until the rating closes the row
    }
    if (signs_answered_today(facts, track)) {
        return false;
    }
    const guidance::TrackGuidance* known = facts.guidance.find(track);
    if (known != nullptr && open_question(*known) != nullptr) {
        return true;
    }
    // Of the whole person: any area's answer counts, so the first row asks it.
    return whole_person_question(facts) != nullptr && !state.order.empty() && state.order.front() == track;
}

std::optional<TrackKey> asked_of_whole_person(const Facts& facts, const TodayState& state) {
    if (!state.order.empty() || !state.person_asked_of) {
        return std::nullopt;
    }
    const bool here = answer_of(state, *state.person_asked_of) != nullptr;
    return here || !signs_answered_today(facts, *state.person_asked_of) ? state.person_asked_of
                                                                        : std::nullopt;
}

std::vector<const AnsweredRow*> rows_asked_for_signs(const TodayState& state) {
    std::vector<const AnsweredRow*> unasked;
    std::vector<const AnsweredRow*> last;
    for (const AnsweredRow& row : state.answered) {
        if (!is_closed(row)) {
            continue;
        }
        const std::optional<Symptoms> signs = row.checkin.symptoms;
        if (!signs) {
            unasked.push_back(&row);
        } else if (!signs->empty() && holds(state.signs_of, row.checkin.id)) {
            last.push_back(&row);
        }
    }
    return unasked.empty() ? last : unasked;
}

std::optional<Symptoms> signs_chosen(const TodayState& state) {
    const auto rows = rows_asked_for_signs(state);
    return rows.empty() ? std::nullopt : wanted(state, *rows.front()).symptoms;
}

std::optional<Symptoms> signs_chosen(const TodayState& state, const TrackKey& track) {
    const AnsweredRow* row = answer_of(state, track);
    return row == nullptr ? std::nullopt : wanted(state, *row).symptoms;
}

void rate(const Facts& facts, TodayState& state, const TrackKey& track, Soreness soreness, Wishes& wishes) {
    if (!is_open(state, track)) {
        return;
    }
    AnsweredRow& row = begin_answer(facts, state, track);
    CheckIn checkin = wanted(state, row);
    checkin.soreness = soreness;
    if (!row.kept) {
        row.checkin = checkin;
    }
    send_answer(state, row, std::move(checkin), wishes);
}

void rate_nothing_sore(const Facts& facts, TodayState& state, Wishes& wishes) {
    std::vector<CheckIn> added;
    std::vector<CheckIn> changed;  // rows whose question came first have a check-in already
    for (const TrackKey& track : open_rows(state)) {
        AnsweredRow& row = begin_answer(facts, state, track);
        CheckIn checkin = wanted(state, row);
        checkin.soreness = Soreness::of(0);
        if (!row.kept) {
            row.checkin = checkin;
        }
        (row.kept ? changed : added).push_back(std::move(checkin));
    }
    if (!added.empty()) {
        send<RecordCheckIns>(state, std::move(added), wishes);
    }
    if (!changed.empty()) {
        send<EditCheckIns>(state, std::move(changed), wishes);
    }
}

void answer_no_signs(TodayState& state, Wishes& wishes) {
    put_signs(state, Symptoms{}, wishes);
}

void choose_sign(TodayState& state, Symptom sign, Wishes& wishes) {
    put_signs(state, toggled(signs_chosen(state), sign), wishes);
}

void answer_no_signs_first(const Facts& facts, TodayState& state, const TrackKey& track, Wishes& wishes) {
    put_signs_first(facts, state, track, Symptoms{}, wishes);
}

void choose_sign_first(const Facts& facts, TodayState& state, const TrackKey& track, Symptom sign,
                       Wishes& wishes) {
    put_signs_first(facts, state, track, toggled(signs_chosen(state, track), sign), wishes);
}

void take_back(const AnsweredRow& row, Wishes& wishes) {
    wishes.emplace_back(Save{DeleteRecord{row.checkin.id}, Form::today});
}

void answer_by_key(const Facts& facts, TodayState& state, Soreness soreness, Wishes& wishes) {
    if (const auto track = row_for_keys(state)) {
        rate(facts, state, *track, soreness, wishes);
    }
}

void no_signs_by_key(const Facts& facts, TodayState& state, Wishes& wishes) {
    if (!rows_asked_for_signs(state).empty()) {
        answer_no_signs(state, wishes);
        return;
    }
    const auto track = row_for_keys(state);
    if (track && asks_signs_first(facts, state, *track)) {
        answer_no_signs_first(facts, state, *track, wishes);
    } else if (const auto person = asked_of_whole_person(facts, state)) {
        answer_no_signs_first(facts, state, *person, wishes);
    }
}

void today_left(TodayState& state) {
    TodayState left;
    left.not_saved = std::move(state.not_saved);
    if (left.not_saved) {
        std::copy_if(state.answered.begin(), state.answered.end(), std::back_inserter(left.answered),
                     [](const AnsweredRow& row) { return !row.kept; });
    }
    state = std::move(left);
}

}  // namespace unknot::views
