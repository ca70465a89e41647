#include "app/words/phrases.h"

#include <fmt/format.h>

namespace unknot::words {

namespace {

/// The field as people say it, at the beginning of a sentence.
std::string_view field_word(const Catalogue& words, Field field) {
    switch (field) {
        case Field::id: return words.text("The record's id");
        case Field::area: return words.text("The area");
        case Field::side: return words.text("The side");
        case Field::started_at:
        case Field::at: return words.text("The time");
        case Field::pressure: return words.text("The pressure level");
        case Field::duration: return words.text("The duration");
        case Field::soreness_before: return words.text("The soreness before");
        case Field::soreness: return words.text("The soreness");
        case Field::sensations: return words.text("What was felt");
        case Field::screening: return words.text("The question before pressing");
        case Field::symptoms: return words.text("The warning signs");
        case Field::conditions: return words.text("The health questions");
        case Field::tool: return words.text("The tool");
        case Field::note: return words.text("The note");
        case Field::entered_at: return words.text("The time of entry");
        case Field::area_name: return words.text("The name");
        case Field::map_place: return words.text("The place on the map");
    }
    return {};
}

std::string listed(const std::vector<std::string>& names) {
    return fmt::format("{}", fmt::join(names, ", "));
}

/// Sentences of values outside a scale or a form; {0} is the field, {1} the value.
std::string form_sentence(const Catalogue& words, const Refusal& r, std::string_view field) {
    switch (r.reason) {
        case Reason::not_a_date_time:
            return words.say(
                "{0} \"{1}\" is not a date and time that exists; write it like 2026-03-07T18:30.", field,
                r.value);
        case Reason::not_a_date:
            return words.say("{0} \"{1}\" is not a date that exists; write it like 2026-03-07.", field,
                             r.value);
        case Reason::skipped_by_clock:
            return words.say(
                "{0} \"{1}\" does not exist: the clock jumps over it for daylight saving; take a time before "
                "or "
                "after the jump.",
                field, r.value);
        case Reason::before_1900:
            return words.say("{0} {1} is outside the years 1900 to 9999.", field, r.value);
        case Reason::in_the_future:
            return words.say("{0} {1} is in the future; times up to now are accepted.", field, r.value);
        case Reason::not_a_whole_number:
            return words.say("{0} \"{1}\" is not a whole number.", field, r.value);
        case Reason::pressure_range:
            return words.say(
                "{0} \"{1}\" is not on the scale; whole numbers from 1 (very light) to 5 (too much) are "
                "accepted.",
                field, r.value);
        case Reason::soreness_range:
            return words.say(
                "{0} \"{1}\" is not on the scale; whole numbers from 0 (none) to 10 are accepted.", field,
                r.value);
        case Reason::not_a_duration:
            return words.say("{0} \"{1}\" is not a duration; write it like 2:30, 90 s or 2 min.", field,
                             r.value);
        case Reason::map_place_range:
            return words.say("{0} \"{1}\" is outside the drawing; 0 to 1000 is accepted.", field, r.value);
        case Reason::duration_range:
            return words.say("{0} \"{1}\" is outside what is accepted: 1 s to 4 h.", field, r.value);
        default: return {};
    }
}

std::string text_sentence(const Catalogue& words, const Refusal& r, std::string_view field) {
    switch (r.reason) {
        case Reason::not_utf8: return words.say("{0} is not valid UTF-8 text.", field);
        case Reason::control_character:
            return words.say("{0} holds a control character; only line breaks and tabs are accepted.", field);
        case Reason::too_long:
            return r.field == Field::note
                       ? words.say("{0} is too long; up to 64 KiB are accepted.", field)
                       : words.say("{0} is too long; up to 60 characters are accepted.", field);
        case Reason::empty_name: return words.say("{0} is empty; give it at least one letter.", field);
        case Reason::there_already:
            return words.say("{0} \u201c{1}\u201d is in the list already.", field, r.value);
        case Reason::missing: return words.say("{0} is missing.", field);
        case Reason::not_a_record_id:
            return words.say(
                "{0} \"{1}\" is not acceptable; up to 64 printable characters without spaces are.", field,
                r.value);
        default: return {};
    }
}

std::string choice_sentence(const Catalogue& words, const Refusal& r, std::string_view field) {
    switch (r.reason) {
        case Reason::unknown_area:
            if (r.suggestions.empty()) {
                return words.say("{0} \"{1}\" is not known; \"unknot areas\" lists them all.", field,
                                 r.value);
            }
            return words.say("{0} \"{1}\" is not known; did you mean {2}? \"unknot areas\" lists them all.",
                             field, r.value, listed(r.suggestions));
        case Reason::retired_area:
            return words.say("{0} \"{1}\" is retired and takes no new entries.", field, r.value);
        case Reason::side_not_of_area:
            return words.say("{0} \"{1}\" is not one that this area has; it has: {2}.", field, r.value,
                             listed(r.suggestions));
        case Reason::unknown_side:
            return words.say("{0} \"{1}\" is not known; left, right, center and both are accepted.", field,
                             r.value);
        case Reason::unknown_answer:
            return words.say("{0}: \"{1}\" is not known; accepted are: {2}.", field, r.value,
                             listed(r.suggestions));
        case Reason::none_and_others:
            return words.say("{0}: \"none\" cannot stand beside other answers.", field);
        default: return {};
    }
}

}  // namespace

std::string sentence(const Catalogue& words, const Refusal& refusal) {
    const std::string_view field = field_word(words, refusal.field);
    std::string text = form_sentence(words, refusal, field);
    if (text.empty()) {
        text = text_sentence(words, refusal, field);
    }
    return text.empty() ? choice_sentence(words, refusal, field) : text;
}

}  // namespace unknot::words
