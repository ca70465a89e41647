#pragma once

#include "app/guidance/guidance.h"
#include "app/words/catalogue.h"

#include <string>
#include <vector>

namespace unknot::words {

/// One rule in plain words, with its numbers; `tier` is what it leads to, `none` where it leads to nothing by
/// itself.
struct RuleText {
    guidance::Tier tier = guidance::Tier::none;
    std::string text;
};

/// Some rules under a heading.
struct RuleGroup {
    std::string heading;
    std::vector<RuleText> rules;
};

/// The rules and their numbers in plain words, for the Guide: the scales, what counts as settled, what raises
/// which advice, what the next session may be, what the numbers rest on. Every number is that of the rules.
[[nodiscard]] std::vector<RuleGroup> rules_in_words(const Catalogue& words);

/// Whose numbers these are, with the most important ones; the first sentence between ** to be set in bold.
[[nodiscard]] std::string whose_numbers(const Catalogue& words);

}  // namespace unknot::words
