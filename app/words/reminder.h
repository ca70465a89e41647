#pragma once

#include "app/words/catalogue.h"

#include <string>
#include <string_view>

namespace unknot::words {

/// What a reminder says: others may see the screen, so never of which place, or how sore.
[[nodiscard]] std::string_view reminder_title(const Catalogue& words);

/// What it says where the log could not be looked at: silence would look as if nothing were due.
[[nodiscard]] std::string_view reminder_without_log(const Catalogue& words);

/// Why there was none; `problem` in the system's words.
[[nodiscard]] std::string reminder_not_shown(const Catalogue& words, std::string_view problem);

/// `clock`: "09:00". `systemd`: by its timer, else by a waiting program.
[[nodiscard]] std::string reminder_is_on(const Catalogue& words, std::string_view clock, bool systemd);
[[nodiscard]] std::string_view reminder_is_off(const Catalogue& words);
/// It is on, and nobody waits in this session.
[[nodiscard]] std::string_view reminder_not_waiting(const Catalogue& words);

}  // namespace unknot::words
