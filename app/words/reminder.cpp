#include "app/words/reminder.h"

namespace unknot::words {

std::string_view reminder_title(const Catalogue& words) {
    return words.text("A check-in is due.");
}

std::string_view reminder_without_log(const Catalogue& words) {
    return words.text("Unknot could not look into your log.");
}

std::string reminder_not_shown(const Catalogue& words, std::string_view problem) {
    return words.say("No reminder can be shown here: {0}.", problem);
}

std::string reminder_is_on(const Catalogue& words, std::string_view clock, bool systemd) {
    return systemd
               ? words.say("The reminder is on: at {0} on days with a check-in due, by a timer of systemd.",
                           clock)
               : words.say(
                     "The reminder is on: at {0} on days with a check-in due, by a small program that starts "
                     "with your session and waits.",
                     clock);
}

std::string_view reminder_is_off(const Catalogue& words) {
    return words.text("The reminder is off.");
}

std::string_view reminder_not_waiting(const Catalogue& words) {
    return words.text("It does not wait in this session; it will from the next one on.");
}

}  // namespace unknot::words
