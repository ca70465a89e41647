#pragma once

#include "app/guidance/guidance.h"
#include "app/words/phrases.h"

namespace unknot::words {

/// The flag in one sentence, in the article's terms. Every number and date in it comes from the flag.
[[nodiscard]] std::string sentence(const Catalogue& words, const guidance::Flag& flag, LocalDay today);

/// What would clear the flag, in one sentence.
[[nodiscard]] std::string clears_text(const Catalogue& words, const guidance::Flag& flag, LocalDay today);

/// The same with **stars** round the words that matter most, for those who set them in bold.
[[nodiscard]] std::string clears_marked(const Catalogue& words, const guidance::Flag& flag, LocalDay today);

/// Why a rating that is above the start clears the flag, in one sentence with the track's own numbers: "It
/// started at 3; 1 above that still counts as settled." Empty where it is no rating at the track's settled
/// line that clears it.
[[nodiscard]] std::string settled_text(const Catalogue& words, const guidance::TrackGuidance& track,
                                       const guidance::Flag& flag);

/// "For information", "Ease off", "Pause", "Seek care"; "Nothing flagged" for none.
[[nodiscard]] std::string_view tier_word(const Catalogue& words, guidance::Tier tier);

/// A flag in a few words, for charts and tables: "Not settled", "Soreness jumped".
[[nodiscard]] std::string_view flag_word(const Catalogue& words, guidance::FlagCode code);

/// "settled", "still sore", "not known", … for tables.
[[nodiscard]] std::string_view state_word(const Catalogue& words, guidance::State state);

/// What the next session may be, in one line: "Lighter: up to moderate, 2 min". `whole` is the advice for the
/// whole person, which is the stricter one. next.h has it in parts.
[[nodiscard]] std::string next_text(const Catalogue& words, const guidance::TrackGuidance& track,
                                    guidance::GlobalNext whole, LocalDay today);

}  // namespace unknot::words
