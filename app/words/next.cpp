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

std::string rest_text(const Catalogue& words, const TrackGuidance& track, LocalDay today) {
    if (leaves_out(track)) {
        return std::string(words.text("Leave this area out"));
    }
    const std::string then = limits_text(words, track.next.limits, today);
    const std::string until = track.settled_line
                                  ? words.say("Rest until it is at {0} or below", track.settled_line->value())
                                  : std::string(words.text("Rest until it has settled"));
    return then.empty() ? until : words.say("{0}, then {1}", until, then);
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

std::string next_text(const Catalogue& words, const TrackGuidance& track, GlobalNext whole, LocalDay today) {
    if (whole == GlobalNext::stop_seek_care || track.next.action == Action::stop_seek_care) {
        return std::string(words.text("Stop and seek care"));
    }
    if (whole == GlobalNext::ask_clinician_first) {
        return std::string(words.text("Ask a clinician first"));
    }
    const std::string limits = limits_text(words, track.next.limits, today);
    switch (track.next.action) {
        case Action::start_light: return words.say("Start light: {0}", limits);
        case Action::rest_until_settled: return rest_text(words, track, today);
        case Action::check_in_first: return words.say("Check in first; if you go ahead, {0}", limits);
        case Action::lighter: return words.say("Lighter: {0}", limits);
        case Action::wait_for_check_in: return std::string(words.text("Wait for the check-in"));
        case Action::resume_gradually: return words.say("Come back step by step: {0}", limits);
        case Action::keep: return words.say("As before: {0}", limits);
        case Action::stop_seek_care: break;
    }
    return {};
}

}  // namespace unknot::words
