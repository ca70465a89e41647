#include "app/words/flags.h"

namespace unknot::words {

namespace {

using guidance::Clears;
using guidance::Flag;
using guidance::FlagCode;
using guidance::Tier;

/// The words of all members of an answer, "Numbness, Swelling".
template <typename E, std::size_t count, typename Word>
std::string listed(const AnswerSet<E>& answers, const std::array<std::string_view, count>& names, Word word) {
    std::string text;
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (answers.contains(static_cast<E>(i))) {
            text += text.empty() ? "" : ", ";
            text += word(static_cast<E>(i));
        }
    }
    return text;
}

std::string symptoms_of(const Catalogue& words, const Flag& flag) {
    return listed(flag.symptoms, symptom_names, [&](Symptom s) { return symptom_word(words, s); });
}

std::string values_of(const Flag& flag) {
    std::string text;
    for (const Soreness value : flag.values) {
        text += (text.empty() ? "" : ", ") + std::to_string(value.value());
    }
    return text;
}

std::string contraindication_text(const Catalogue& words, const Flag& flag) {
    if (!flag.conditions.empty()) {
        return words.say(
            "Ask a clinician before you start: {0}.",
            listed(flag.conditions, condition_names, [&](Condition c) { return condition_word(words, c); }));
    }
    return words.say(
        "Leave this area out while it has: {0}.",
        listed(flag.screenings, screening_names, [&](Screening s) { return screening_word(words, s); }));
}

std::string no_check_in_text(const Catalogue& words, const Flag& flag, LocalDay today) {
    if (!flag.rating || !flag.rating_day) {
        return std::string(words.text("We do not know how this settled: nobody rated it after the session."));
    }
    const std::string date = plain_date(words, *flag.rating_day, today);
    if (!flag.last_advice || *flag.last_advice == Tier::none) {
        return words.say("We do not know how this settled: the last rating was {0} on {1}.",
                         flag.rating->value(), date);
    }
    return words.say(
        "We do not know how this settled: the last rating was {0} on {1}, the advice then was \"{2}\", and "
        "nothing since "
        "says it changed.",
        flag.rating->value(), date, tier_word(words, *flag.last_advice));
}

std::string since_text(const Catalogue& words, const Flag& flag, LocalDay today) {
    return flag.since ? plain_date(words, *flag.since, today) : std::string();
}

std::string time_course_sentence(const Catalogue& words, const Flag& flag, LocalDay today) {
    switch (flag.code) {
        case FlagCode::lingering:
            return std::string(
                words.text("Still above where you started two days on; next time lighter and shorter."));
        case FlagCode::not_settled:
            return words.say("Has not come back to where it started since {0}; rest it until it does.",
                             since_text(words, flag, today));
        case FlagCode::building_across_days:
            return words.say(
                "Your last three ratings never went down and rose by {0}; the session may have been too "
                "much.",
                flag.rise.value_or(0));
        case FlagCode::building_across_sessions:
            return words.say("Your sessions have been leaving this area more and more sore ({0}).",
                             values_of(flag));
        case FlagCode::spike:
            return flag.rise ? words.say("Soreness jumped by {0}.", *flag.rise)
                             : std::string(words.text("You felt the pain jump in the session."));
        case FlagCode::severe:
            return words.say("Severe soreness is a reason to stop and let it settle; rated {0}.",
                             flag.rating ? flag.rating->value() : 0);
        default: return {};
    }
}

}  // namespace

std::string sentence(const Catalogue& words, const Flag& flag, LocalDay today) {
    switch (flag.code) {
        case FlagCode::rapid_worsening: return std::string(words.text("It got much worse quickly."));
        case FlagCode::red_flag:
            return words.say("You reported: {0}. See a professional before more massage.",
                             symptoms_of(words, flag));
        case FlagCode::red_flag_recent:
            return words.say(
                "You reported: {0}; a later answer no longer names it. If it comes back, see a professional.",
                symptoms_of(words, flag));
        case FlagCode::contraindication: return contraindication_text(words, flag);
        case FlagCode::pressure_too_high:
            return std::string(
                words.text("Breath held, tensing or sharpness suggest the pressure is probably too high; go "
                           "one level down."));
        case FlagCode::session_on_unsettled:
            return std::string(words.text("You worked this area before it had settled."));
        case FlagCode::returned: return std::string(words.text("Soreness came back after settling."));
        case FlagCode::no_check_in: return no_check_in_text(words, flag, today);
        case FlagCode::ongoing:
            return std::string(words.text("Rated 4 or more for two weeks; ongoing pain may need a plan."));
        default: return time_course_sentence(words, flag, today);
    }
}

std::string clears_marked(const Catalogue& words, const Flag& flag, LocalDay today) {
    const int level = flag.clears.level ? flag.clears.level->value() : 0;
    const std::string until =
        flag.clears.until ? plain_date(words, *flag.clears.until, today) : std::string();
    switch (flag.clears.how) {
        case Clears::How::rating_at_or_below:
            return words.say("Clears with a rating of **{0} or below**.", level);
        case Clears::How::peak_at_or_below:
            return words.say("Clears at **{0} or below** in the two days after a session; ends on {1}.",
                             level, until);
        case Clears::How::later_rating_below:
            return until.empty()
                       ? words.say("Clears with a rating **below {0}**.", level)
                       : words.say("Clears with a rating **below {0}**; ends on {1}.", level, until);
        case Clears::How::answer_on_later_day:
            return std::string(words.text(
                "Turns into a note after the warning signs are answered without it on a **later day**."));
        case Clears::How::screening_without:
            return std::string(
                words.text("Clears when the **question before pressing** is answered without it."));
        case Clears::How::screening_or_symptoms_without:
            return std::string(
                words.text("Clears when the **warning signs** or the **question before pressing** are "
                           "answered without it."));
        case Clears::How::clinician_said_fine:
            return std::string(words.text("Clears when you mark that a **clinician said it is fine**."));
        case Clears::How::next_session_lighter:
            return std::string(
                words.text("Clears with a **later session** without these signs and below level 5."));
        case Clears::How::any_rating: return words.say("Clears with a **check-in**; ends on {0}.", until);
        case Clears::How::time_only: return words.say("Ends on **{0}**.", until);
    }
    return {};
}

std::string clears_text(const Catalogue& words, const Flag& flag, LocalDay today) {
    std::string text = clears_marked(words, flag, today);
    for (std::size_t at = text.find("**"); at != std::string::npos; at = text.find("**", at)) {
        text.erase(at, 2);
    }
    return text;
}

std::string settled_text(const Catalogue& words, const guidance::TrackGuidance& track, const Flag& flag) {
    if (flag.clears.how != Clears::How::rating_at_or_below || !flag.clears.level ||
        flag.clears.level != track.settled_line) {
        return {};
    }
    const int line = flag.clears.level->value();
    if (!track.starting_level) {
        return words.say("Where it started is not on record; {0} or below counts as settled.", line);
    }
    const int start = track.starting_level->value();
    if (track.starting_level_evidence.size() > 1) {  // more than one rating: the usual level is in it
        return words.say("With its usual level it counts from {0}; {1} or below counts as settled.", start,
                         line);
    }
    return line == start + 1 ? words.say("It started at {0}; 1 above that still counts as settled.", start)
                             : words.say("It started at {0}; {1} or below counts as settled.", start, line);
}

std::string_view tier_word(const Catalogue& words, Tier tier) {
    switch (tier) {
        case Tier::none: return words.text("Nothing flagged");
        case Tier::info: return words.text("For information");
        case Tier::ease_off: return words.text("Ease off");
        case Tier::pause: return words.text("Pause");
        case Tier::seek_care: return words.text("Seek care");
    }
    return {};
}

}  // namespace unknot::words
