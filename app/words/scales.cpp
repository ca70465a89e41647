#include "app/words/phrases.h"

#include <cstdlib>

namespace unknot::words {

std::string_view pressure_word(const Catalogue& words, PressureLevel level) {
    switch (level) {
        case PressureLevel::very_light: return words.text_in("pressure", "very light");
        case PressureLevel::light: return words.text_in("pressure", "light");
        case PressureLevel::moderate: return words.text_in("pressure", "moderate");
        case PressureLevel::strong_but_manageable: return words.text_in("pressure", "strong but manageable");
        case PressureLevel::too_much: return words.text_in("pressure", "too much");
    }
    return {};
}

std::string_view band_word(const Catalogue& words, SorenessBand band) {
    switch (band) {
        case SorenessBand::none: return words.text_in("soreness", "none");
        case SorenessBand::mild: return words.text_in("soreness", "mild");
        case SorenessBand::moderate: return words.text_in("soreness", "moderate");
        case SorenessBand::severe: return words.text_in("soreness", "severe");
    }
    return {};
}

std::string_view soreness_word(const Catalogue& words, Soreness soreness) {
    return band_word(words, band_of(soreness));
}

std::string_view sensation_word(const Catalogue& words, Sensation sensation) {
    switch (sensation) {
        case Sensation::held_breath: return words.text("Breath held");
        case Sensation::tensed: return words.text("Tensed up");
        case Sensation::too_sharp: return words.text("Too sharp");
        case Sensation::pain_spike: return words.text("Pain jumped");
        case Sensation::numbness: return words.text("Numbness");
        case Sensation::new_weakness: return words.text("New weakness");
        case Sensation::radiating_pain: return words.text("Pain shooting down the limb");
    }
    return {};
}

std::string_view screening_word(const Catalogue& words, Screening screening) {
    switch (screening) {
        case Screening::fresh_injury: return words.text("Fresh injury");
        case Screening::open_skin: return words.text("Broken skin");
        case Screening::swelling_warmth: return words.text("Swelling or warmth");
    }
    return {};
}

std::string_view symptom_word(const Catalogue& words, Symptom symptom) {
    switch (symptom) {
        case Symptom::numbness: return words.text("Numbness");
        case Symptom::new_weakness: return words.text("New weakness");
        case Symptom::radiating_pain: return words.text("Pain shooting down the limb");
        case Symptom::swelling: return words.text("Swelling");
        case Symptom::warmth: return words.text("Warmth");
        case Symptom::rapidly_worse: return words.text("Quickly getting worse");
        case Symptom::fever: return words.text("Fever");
        case Symptom::unwell: return words.text("Feeling unwell");
    }
    return {};
}

std::string_view condition_word(const Catalogue& words, Condition condition) {
    switch (condition) {
        case Condition::blood_clot_history: return words.text("A blood clot in the past");
        case Condition::fracture_history: return words.text("A fracture in the past");
        case Condition::blood_thinners: return words.text("Medicine that thins the blood");
        case Condition::clotting_condition: return words.text("A condition that makes clots more likely");
    }
    return {};
}

std::string duration_text(const Catalogue& words, std::int32_t seconds) {
    const std::int32_t hours = seconds / 3600;
    const std::int32_t minutes = seconds / 60 % 60;
    const std::int32_t rest = seconds % 60;
    if (hours > 0) {
        // Seconds say nothing about a session of an hour, but nothing recorded is dropped from what is shown.
        if (rest > 0) {
            return words.say("{0} h {1} min {2} s", hours, minutes, rest);
        }
        return minutes > 0 ? words.say("{0} h {1} min", hours, minutes) : words.say("{0} h", hours);
    }
    if (minutes > 0) {
        return rest > 0 ? words.say("{0} min {1} s", minutes, rest) : words.say("{0} min", minutes);
    }
    return words.say("{0} s", rest);
}

std::string clock_text(std::int32_t seconds) {
    const std::int32_t hours = seconds / 3600;
    if (hours > 0) {
        return fmt::format("{}:{:02}:{:02}", hours, seconds / 60 % 60, seconds % 60);
    }
    return fmt::format("{}:{:02}", seconds / 60, seconds % 60);
}

std::string_view disclaimer(const Catalogue& words) {
    return words.text("General information, not medical advice.");
}

}  // namespace unknot::words
