#include "app/views/history/checkin_draft.h"

#include "app/domain/text.h"
#include "app/words/phrases.h"

#include <algorithm>

namespace unknot::views {

namespace {

std::string day_text_of(const Instant& at) {
    return to_iso(*local_day(wall_clock(at).date));
}

/// "7:40" is how people write 07:40.
std::string with_two_digits(const std::string& time) {
    return time.find(':') == 1 ? "0" + time : time;
}

Result<Instant, Refusal> moment_of(const CheckInDraft& draft, const Facts& facts) {
    const std::string day = trimmed(draft.day_text);
    const std::string time = trimmed(draft.time_text);
    if (draft.original && day == day_text_of(draft.original->at) &&
        time == words::clock_time(draft.original->at)) {
        return draft.original->at;
    }
    if (day.empty() || time.empty()) {
        return Failed{Refusal{Field::at, Reason::missing, {}, {}}};
    }
    const std::string typed = day + "T" + with_two_digits(time);
    const auto clock = parse_iso_wall_clock(typed);
    if (!clock) {
        return Failed{Refusal{Field::at, Reason::not_a_date_time, shown_value(typed), {}}};
    }
    const auto moment = facts.resolve(*clock);
    if (!moment) {
        return Failed{Refusal{Field::at, moment.error(), shown_value(typed), {}}};
    }
    return *moment;
}

/// A record may stay in an area that was retired after it.
bool is_in_the_way(const CheckInDraft& draft, const CheckIn& checkin, const Refusal& refusal) {
    return refusal.reason != Reason::retired_area || !draft.original || draft.original->area != checkin.area;
}

}  // namespace

CheckInDraft draft_of(const CheckIn& checkin) {
    CheckInDraft draft;
    draft.id = checkin.id;
    draft.original = checkin;
    draft.place = TrackKey{checkin.area, checkin.side};
    draft.soreness = checkin.soreness;
    draft.symptoms = checkin.symptoms;
    draft.day_text = day_text_of(checkin.at);
    draft.time_text = words::clock_time(checkin.at);
    draft.note = checkin.note;
    return draft;
}

bool is_changed(const CheckInDraft& draft) {
    const CheckInDraft begun = draft.original ? draft_of(*draft.original) : CheckInDraft{};
    return draft.place != begun.place || draft.soreness != begun.soreness ||
           draft.symptoms != begun.symptoms || draft.day_text != begun.day_text ||
           draft.time_text != begun.time_text || draft.note != begun.note;
}

Result<CheckIn, Refusal> checkin_of(const CheckInDraft& draft, const Facts& facts) {
    if (!draft.place) {
        return Failed{Refusal{Field::area, Reason::missing, {}, {}}};
    }
    if (!draft.original && !draft.soreness && !draft.symptoms) {
        return Failed{Refusal{Field::soreness, Reason::missing, {}, {}}};
    }
    const auto at = moment_of(draft, facts);
    if (!at) {
        return Failed{at.error()};
    }
    CheckIn checkin;
    checkin.id = draft.id;
    checkin.at = *at;
    checkin.area = draft.place->area;
    checkin.side = draft.place->side;
    checkin.soreness = draft.soreness;
    checkin.symptoms = draft.symptoms;
    checkin.note = draft.note;
    checkin.entered_at = draft.original ? draft.original->entered_at : std::optional(facts.now);
    for (const Refusal& refusal : validate(checkin, *facts.snapshot.catalogue, facts.now)) {
        if (is_in_the_way(draft, checkin, refusal)) {
            return Failed{refusal};
        }
    }
    return checkin;
}

Command command_of(const CheckInDraft& draft, CheckIn checkin) {
    if (draft.original) {
        return EditCheckIns{{std::move(checkin)}};
    }
    return RecordCheckIns{{std::move(checkin)}};
}

void look_again(CheckInDraft& draft, const Snapshot& snapshot) {
    if (!draft.original || draft.looked_at == snapshot.generation) {
        return;
    }
    draft.looked_at = snapshot.generation;
    const auto there = snapshot.find_checkin(draft.id);
    if (!there) {
        draft.meanwhile = Meanwhile::gone;
    } else {
        draft.meanwhile = *there == *draft.original ? Meanwhile::nothing : Meanwhile::changed;
    }
}

std::optional<Symptoms> with_pressed(std::optional<Symptoms> answered, Symptom symptom) {
    Symptoms chosen = answered.value_or(Symptoms{});
    if (chosen.contains(symptom)) {
        chosen.erase(symptom);
    } else {
        chosen.insert(symptom);
    }
    return chosen.empty() ? std::nullopt : std::optional(chosen);
}

std::optional<Symptoms> with_none_pressed(const std::optional<Symptoms>& answered) {
    const bool was_none = answered && answered->empty();
    return was_none ? std::nullopt : std::optional(Symptoms{});
}

}  // namespace unknot::views
