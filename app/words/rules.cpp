#include "app/words/rules.h"

#include "app/guidance/rules.h"
#include "app/words/phrases.h"

namespace unknot::words {

namespace {

namespace rules = guidance::rules;
using guidance::Tier;

std::string as_text(std::string_view text) {
    return std::string(text);
}

RuleGroup scales(const Catalogue& words) {
    return {
        as_text(words.text("The scales")),
        {{Tier::none, words.say("Soreness goes from 0 to 10 in whole numbers: 0 none, 1 to 3 mild, 4 to 6 "
                                "moderate, {0} to 10 severe.",
                                rules::severe)},
         {Tier::none,
          as_text(words.text("Pressure has five levels of its own: 1 very light, 2 light, 3 moderate, 4 "
                             "strong but manageable, 5 too much. The two scales are never mixed."))},
         {Tier::none, words.say("A day runs from {0}:00 to {0}:00: what is logged after midnight belongs "
                                "to the evening before.",
                                day_start_hour)},
         {Tier::none,
          as_text(words.text("What was not recorded is never counted as 0, and silence is never taken "
                             "for \u201cfine\u201d."))}}};
}

RuleGroup settling(const Catalogue& words) {
    return {
        as_text(words.text("When an area has settled")),
        {{Tier::none,
          words.say("A rating of at most {0} above where you started settles it. That line is "
                    "{1} at least and {2} at most.",
                    rules::settled_tolerance, rules::lowest_settled_line, rules::highest_settled_line)},
         {Tier::none,
          words.say("Where you started is the rating before the session; else the last one up to "
                    "it, that day or the day before; else your usual level, from at least {0} "
                    "quiet ratings of the last {1} days. Where nothing is known it counts as {2}.",
                    rules::usual_level_needs, rules::usual_level_days, rules::unknown_starting_level)},
         {Tier::none,
          words.say("The first rating after a session counts up to day {0}. After more than {1} days without "
                    "a rating the program says that it does not know.",
                    rules::first_follow_up_within, rules::stale_after)}}};
}

RuleGroup one_session(const Catalogue& words) {
    return {
        as_text(words.text("After one session")),
        {{Tier::ease_off, words.say("Still above the line on day {0}.", rules::lingering_age)},
         {Tier::pause, words.say("Still above the line on day {0} or later.", rules::not_settled_age)},
         {Tier::seek_care,
          words.say("Still above it on day {0} or later, with at least {1} ratings above it "
                    "from day {2} on.",
                    rules::seek_care_age, rules::late_days_for_care, rules::not_settled_age)},
         {Tier::pause,
          words.say("The last {0} ratings, on as many days within {1} days, never fell and rose by {2} or "
                    "more, the latest {3} or more above the start and {4} at least.",
                    rules::building_values, rules::building_span_days, rules::building_rise,
                    rules::building_above_start, rules::building_least)},
         {Tier::ease_off, words.say("A rating that jumps by {0} or more, to {1} or more, within two days.",
                                    rules::spike_rise, rules::spike_least)},
         {Tier::pause, words.say("A rating of {0} or more.", rules::severe)},
         {Tier::seek_care, words.say("A rating of {0} or more on two days, or one that rose by {1} or more "
                                     "within {2} hours.",
                                     rules::severe, rules::rapid_rise, rules::rapid_hours)},
         {Tier::ease_off,
          as_text(words.text("Another session before the area had settled; pause, where it was at pause."))},
         {Tier::ease_off,
          as_text(words.text("Pressure 5, breath held, tensing, or too sharp in the last session."))}}};
}

RuleGroup several_sessions(const Catalogue& words) {
    return {
        as_text(words.text("Over several sessions")),
        {{Tier::ease_off,
          words.say("The worst rating of the two days after a session was {0} or more above your usual "
                    "one, twice in a row; usual is the middle of up to {1} sessions before, {2} at least.",
                    rules::usual_excess, rules::usual_back, rules::usual_needs_sessions)},
         {Tier::ease_off,
          words.say("Or it rose {0} times in a row; or by {1} or more over the first "
                    "sessions. All of it within {2} days, and {3} at least.",
                    rules::rises_in_a_row, rules::early_rise, rules::session_span_days, rules::least_peak)},
         {Tier::info, words.say("Ratings of {0} or more on {1} or more days over {2} days or longer.",
                                rules::ongoing_least, rules::ongoing_days, rules::ongoing_span_days)}}};
}

RuleGroup signs(const Catalogue& words) {
    return {as_text(words.text("Warning signs")),
            {{Tier::seek_care,
              as_text(words.text("Numbness, new weakness, pain shooting down the limb, swelling, quickly "
                                 "getting worse, fever, feeling unwell. It stands until the question was "
                                 "answered without them on a later day; never does it go by itself."))},
             {Tier::info, words.say("For {0} days after that answer it is still mentioned.",
                                    rules::red_flag_memory_days)},
             {Tier::pause,
              as_text(words.text("A fresh injury, broken skin, swelling or warmth, until that question was "
                                 "answered without it; and a health question answered with yes, until a "
                                 "clinician said it is fine."))}}};
}

RuleGroup next_session(const Catalogue& words) {
    return {
        as_text(words.text("The next session")),
        {{Tier::none, as_text(words.text("Lighter: one pressure level lower, two thirds of the time."))},
         {Tier::none, as_text(words.text("After a pause: one pressure level lower, moderate at most, half "
                                         "the time."))},
         {Tier::none, as_text(words.text("Not before the next day; after strong pressure not before the "
                                         "day after that."))}}};
}

RuleGroup grounds(const Catalogue& words) {
    return {
        as_text(words.text("What the numbers rest on")),
        {{Tier::none, as_text(words.text("A change of 2 is real, one of 1 is noise: the smallest change "
                                         "that matters is about 2 (Farrar 2001, Salaffi 2004)."))},
         {Tier::none, as_text(words.text("Severe from 7: the usual bands are 0 to 3, 4 to 6, 7 to 10 "
                                         "(Serlin 1995, Woo 2015)."))},
         {Tier::none, as_text(words.text("Day 3 is \u201cdoes not settle\u201d: the article says one to two "
                                         "days; after massage most soreness lasts at most 36 hours "
                                         "(Cambron 2007)."))},
         {Tier::none, words.say("Entries made {0} or more days late are marked: diaries filled in "
                                "afterwards are often not what was felt then (Stone 2002).",
                                late_after_days)}}};
}

}  // namespace

std::vector<RuleGroup> rules_in_words(const Catalogue& words) {
    return {scales(words), settling(words),     one_session(words), several_sessions(words),
            signs(words),  next_session(words), grounds(words)};
}

std::string whose_numbers(const Catalogue& words) {
    return words.say(
        "**The numbers are ours.** The article gives none. Settled here is at most {0} above the start, but "
        "{1} at least and {2} at most; not settled on day {3} is a pause.",
        rules::settled_tolerance, rules::lowest_settled_line, rules::highest_settled_line,
        rules::not_settled_age);
}

}  // namespace unknot::words
