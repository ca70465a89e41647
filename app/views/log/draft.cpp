#include "app/views/log/draft.h"

#include "app/domain/text.h"
#include "app/words/phrases.h"

#include <algorithm>

namespace unknot::views {

namespace {

void refuse(DraftedSession& drafted, Field field, Reason reason, std::string_view value = {}) {
    drafted.refusals.push_back({field, reason, shown_value(value), {}});
}

/// "9:05" as "09:05": a time is typed without the leading zero as often as with it.
std::string two_digit_hour(const std::string& time) {
    return time.find(':') == 1 ? "0" + time : time;
}

/// What the fields say, or what is wrong with it.
Result<Instant, Reason> typed_moment(const LogDraft& draft, const Facts& facts) {
    const std::string text = trimmed(draft.day_text) + "T" + two_digit_hour(trimmed(draft.time_text));
    const std::optional<WallClock> clock = parse_iso_wall_clock(text);
    if (!clock) {
        return Failed{Reason::not_a_date_time};
    }
    return facts.resolve(*clock);
}

/// True where the form shows the moment of the record that it edits as it was.
bool moment_untouched(const LogDraft& draft, const Session& original) {
    const LogDraft shown = draft_of(original);
    return draft.at_now == shown.at_now && draft.day_text == shown.day_text &&
           draft.time_text == shown.time_text;
}

void set_started_at(DraftedSession& drafted, const LogDraft& draft, const Facts& facts,
                    const Session* original) {
    Session& session = drafted.session;
    if (original != nullptr && moment_untouched(draft, *original)) {
        session.started_at = original->started_at;
        return;
    }
    if (draft.at_now) {
        session.started_at = plus_seconds(facts.now, session.duration ? -session.duration->seconds() : 0);
        return;
    }
    const Result<Instant, Reason> moment = typed_moment(draft, facts);
    if (moment) {
        session.started_at = *moment;
    } else {
        refuse(drafted, Field::started_at, moment.error(),
               trimmed(draft.day_text) + " " + trimmed(draft.time_text));
    }
}

void set_duration(DraftedSession& drafted, const LogDraft& draft) {
    if (trimmed(draft.duration_text).empty()) {
        return;
    }
    const ParsedDuration parsed = parse_duration(draft.duration_text);
    drafted.session.duration = parsed.duration;
    if (!parsed.duration) {
        refuse(drafted, Field::duration, parsed.reason, draft.duration_text);
    }
}

bool names(const std::vector<Refusal>& refusals, Field field) {
    return std::any_of(refusals.begin(), refusals.end(),
                       [&](const Refusal& refusal) { return refusal.field == field; });
}

/// What the domain refuses beyond what the form found itself. A record of an area that was retired since may
/// still be corrected.
void add_domain_refusals(DraftedSession& drafted, const Facts& facts, const Session* original) {
    const bool same_area = original != nullptr && original->area == drafted.session.area;
    for (Refusal& refusal : validate(drafted.session, *facts.snapshot.catalogue, facts.now)) {
        // The id is given when it is saved.
        if (refusal.field == Field::id) {
            continue;
        }
        const bool retired = refusal.reason == Reason::retired_area && same_area;
        if (!retired && !names(drafted.refusals, refusal.field)) {
            drafted.refusals.push_back(std::move(refusal));
        }
    }
}

}  // namespace

DraftedSession session_of(const LogDraft& draft, const Facts& facts, const Session* original) {
    DraftedSession drafted;
    Session& session = drafted.session;
    session.id = draft.id.value_or(RecordId{});
    session.entered_at = original != nullptr ? original->entered_at : std::optional(facts.now);
    if (draft.place) {
        session.area = draft.place->area;
        session.side = draft.place->side;
    } else {
        refuse(drafted, Field::area, Reason::missing);
    }
    if (draft.pressure) {
        session.pressure = *draft.pressure;
    } else {
        refuse(drafted, Field::pressure, Reason::missing);
    }
    set_duration(drafted, draft);
    session.soreness_before = draft.before;
    session.sensations = draft.sensations;
    session.screening = draft.screening;
    // A text that nobody touched stays as it came in, blanks at its ends included.
    const bool same_tool = original != nullptr && draft.tool == original->tool;
    const bool same_note = original != nullptr && draft.note == original->note;
    session.tool = same_tool ? draft.tool : trimmed(draft.tool);
    session.note = same_note ? draft.note : trimmed(draft.note);
    set_started_at(drafted, draft, facts, original);
    add_domain_refusals(drafted, facts, original);
    return drafted;
}

void set_moment(LogDraft& draft, const WallClock& clock) {
    draft.at_now = false;
    draft.day_text = fmt::format("{:04}-{:02}-{:02}", clock.date.year, clock.date.month, clock.date.day);
    draft.time_text = fmt::format("{:02}:{:02}", clock.hour, clock.minute);
}

LogDraft draft_of(const Session& session) {
    LogDraft draft;
    draft.id = session.id;
    draft.editing = true;
    draft.place = TrackKey{session.area, session.side};
    draft.screening = session.screening;
    draft.pressure = session.pressure;
    draft.duration_text = session.duration ? words::clock_text(session.duration->seconds()) : std::string();
    draft.before = session.soreness_before;
    draft.sensations = session.sensations;
    draft.tool = session.tool;
    draft.note = session.note;
    set_moment(draft, wall_clock(session.started_at));
    return draft;
}

void choose_place(LogDraft& draft, const TrackKey& place) {
    if (draft.place != place) {
        draft.screening.reset();
    }
    draft.place = place;
}

LogDraft next_of(const LogDraft& draft) {
    LogDraft next;
    next.tool = draft.tool;
    next.at_now = draft.at_now;
    next.day_text = draft.day_text;
    next.time_text = draft.time_text;
    return next;
}

}  // namespace unknot::views
