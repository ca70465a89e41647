#include "app/words/next.h"

#include "app/words/flags.h"

#include <algorithm>

namespace unknot::words {

namespace {

using guidance::Action;
using guidance::GlobalNext;
using guidance::State;
using guidance::TrackGuidance;

/// "up to moderate, 2 min", with the first day where that is after today. A duration that nobody recorded is
/// not named.
std::string limits_text(const Catalogue& words, const guidance::Limits& limits, LocalDay today) {
    if (!limits.max_pressure) {
        return {};
    }
    const std::string_view pressure = pressure_word(words, *limits.max_pressure);
    std::string text =
        limits.max_duration_s && limits.duration_recorded
            ? words.say("up to {0}, {1}", pressure, duration_text(words, *limits.max_duration_s))
            : words.say("up to {0}", pressure);
    if (limits.not_before && *limits.not_before > today) {
        return words.say("{0}, not before {1}", text, plain_date(words, *limits.not_before, today));
    }
    return text;
}

bool leaves_out(const TrackGuidance& track) {
    return std::any_of(track.flags.begin(), track.flags.end(),
                       [](const auto& flag) { return flag.code == guidance::FlagCode::contraindication; });
}

NextParts parts(NextKind kind, std::string_view word, std::string limit, std::string then = {}) {
    return {kind, std::string(word), std::move(limit), std::move(then)};
}

NextParts rest_parts(const Catalogue& words, const TrackGuidance& track, LocalDay today) {
    if (leaves_out(track)) {
        return parts(NextKind::leave_out, words.text_in("next session", "Leave out"),
                     std::string(words.text("until the reason for it is gone")));
    }
    return parts(NextKind::rest, words.text_in("next session", "Rest"),
                 track.settled_line ? words.say("until it is at {0} or below", track.settled_line->value())
                                    : std::string(words.text("until it has settled")),
                 limits_text(words, track.next.limits, today));
}

/// The next check-in decides: it is due, or it will be.
NextParts wait_parts(const Catalogue& words, const TrackGuidance& track) {
    return parts(NextKind::check_in_first, words.text_in("next session", "Check in first"),
                 track.due ? words.say("day {0} is due", track.follow_up_day)
                           : std::string(words.text("the next is not due yet")));
}

NextParts check_in_parts(const Catalogue& words, const TrackGuidance& track) {
    return parts(NextKind::check_in_first, words.text_in("next session", "Check in first"),
                 track.next.limits.max_pressure
                     ? words.say("if not, {0} at most", pressure_word(words, *track.next.limits.max_pressure))
                     : std::string(words.text("nobody knows how it settled")));
}

}  // namespace

std::string_view state_word(const Catalogue& words, State state) {
    switch (state) {
        case State::no_sessions: return words.text("no sessions");
        case State::awaiting: return words.text("not rated yet");
        case State::sore: return words.text("still sore");
        case State::lingering: return words.text("lingering");
        case State::not_settled: return words.text("not settled");
        case State::settled: return words.text("settled");
        case State::unknown: return words.text("not known");
    }
    return {};
}

NextParts next_parts(const Catalogue& words, const TrackGuidance& track, GlobalNext whole, LocalDay today) {
    if (whole == GlobalNext::stop_seek_care || track.next.action == Action::stop_seek_care) {
        return parts(NextKind::seek_care, words.text_in("next session", "Seek care"),
                     std::string(words.text("no massage before")));
    }
    if (whole == GlobalNext::ask_clinician_first) {
        return parts(NextKind::ask_first, words.text_in("next session", "Ask first"),
                     std::string(words.text("a clinician, before you start")));
    }
    std::string limits = limits_text(words, track.next.limits, today);
    switch (track.next.action) {
        case Action::start_light:
            return parts(NextKind::start_light, words.text_in("next session", "Start light"),
                         std::move(limits));
        case Action::rest_until_settled: return rest_parts(words, track, today);
        case Action::check_in_first: return check_in_parts(words, track);
        case Action::lighter:
            return parts(NextKind::lighter, words.text_in("next session", "Lighter"), std::move(limits));
        case Action::wait_for_check_in: return wait_parts(words, track);
        case Action::resume_gradually:
            return parts(NextKind::step_by_step, words.text_in("next session", "Step by step"),
                         std::move(limits));
        case Action::keep:
        case Action::stop_seek_care: break;
    }
    return parts(NextKind::as_before, words.text_in("next session", "As before"), std::move(limits));
}

std::string next_text(const Catalogue& words, const TrackGuidance& track, GlobalNext whole, LocalDay today) {
    const NextParts next = next_parts(words, track, whole, today);
    return next.then.empty() ? words.say_in("next session: word, limit", "{0}: {1}", next.word, next.limit)
                             : words.say_in("next session: word, limit, then", "{0}: {1}, then {2}",
                                            next.word, next.limit, next.then);
}

}  // namespace unknot::words
