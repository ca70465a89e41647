#include "app/words/records.h"

#include <fmt/ranges.h>

#include <vector>

namespace unknot::words {

namespace {

/// The words of the answers that a set holds, with commas.
template <typename E, typename WordOf>
std::string listed(const AnswerSet<E>& set, std::size_t count, WordOf word_of) {
    std::vector<std::string_view> names;
    for (std::size_t i = 0; i < count; ++i) {
        if (set.contains(static_cast<E>(i))) {
            names.push_back(word_of(static_cast<E>(i)));
        }
    }
    return fmt::format("{}", fmt::join(names, ", "));
}

/// One part after another, each a sentence of its own.
std::string joined(const Catalogue& words, const std::vector<std::string>& parts) {
    std::string text;
    for (const std::string& part : parts) {
        if (part.empty()) {
            continue;
        }
        if (text.empty()) {
            text = part;
            continue;
        }
        // A tool that somebody named "Ball." must not end in two full stops.
        text = text.back() == '.'
                   ? words.say_in("one part after another, the first ends in a stop", "{0} {1}", text, part)
                   : words.say_in("one part after another", "{0}. {1}", text, part);
    }
    return text;
}

}  // namespace

std::string_view pressure_short(const Catalogue& words, PressureLevel level) {
    return level == PressureLevel::strong_but_manageable ? words.text_in("pressure, short", "strong")
                                                         : pressure_word(words, level);
}

std::string session_text(const Catalogue& words, const Session& session) {
    const std::string_view pressure = pressure_short(words, session.pressure);
    if (!session.duration) {
        return std::string(pressure);
    }
    return words.say_in("pressure and duration", "{0}, {1}", pressure,
                        duration_text(words, session.duration->seconds()));
}

std::string checkin_text(const Catalogue& words, std::optional<int> day) {
    if (!day) {
        return std::string(words.text("check-in"));
    }
    return *day == 0 ? std::string(words.text("check-in, same day")) : words.say("check-in, day {0}", *day);
}

std::string signs_text(const Catalogue& words, const std::optional<Symptoms>& signs) {
    if (!signs) {
        return std::string(words.text("Warning signs not asked"));
    }
    if (signs->empty()) {
        return std::string(words.text("No warning signs"));
    }
    return words.say("Warning signs: {0}", listed(*signs, symptom_names.size(), [&](Symptom symptom) {
                         return symptom_word(words, symptom);
                     }));
}

std::string detail_text(const Catalogue& words, const Session& session) {
    std::string felt;
    if (session.sensations && !session.sensations->empty()) {
        felt = words.say("Felt: {0}",
                         listed(*session.sensations, sensation_names.size(),
                                [&](Sensation sensation) { return sensation_word(words, sensation); }));
    }
    std::string reasons;
    if (session.screening && !session.screening->empty()) {
        reasons = words.say("Before pressing: {0}",
                            listed(*session.screening, screening_names.size(),
                                   [&](Screening reason) { return screening_word(words, reason); }));
    }
    return joined(words, {session.tool, reasons, felt, session.note});
}

std::string detail_text(const Catalogue& words, const CheckIn& checkin) {
    return joined(words, {signs_text(words, checkin.symptoms), checkin.note});
}

std::string late_text(const Catalogue& words, const Instant& about, const std::optional<Instant>& entered_at,
                      LocalDay today) {
    if (!entered_late(about, entered_at)) {
        return {};
    }
    return words.say("entered {0}", short_date(words, local_day(*entered_at), today));
}

std::string counts_text(const Catalogue& words, std::size_t sessions, std::size_t checkins) {
    return words.say_in("how many sessions and check-ins", "{0}, {1}",
                        words.plural("{0} session", "{0} sessions", sessions),
                        words.plural("{0} check-in", "{0} check-ins", checkins));
}

}  // namespace unknot::words
