#pragma once

#include "app/words/catalogue.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace unknot::words {

/// The moments that the article's statements are for.
enum class Moment : std::uint8_t { before, pressure, during, after, stop, seek_care, habits };

/// One of the article's statements, in our words.
struct Statement {
    std::string_view id;  ///< "G21", as RULES names it
    std::string_view says;
    std::string_view section;  ///< the article's section that it comes from, as the article names it
};

/// The statements of a moment, in the article's order. What is called "time course" there belongs to
/// `after`; its closing note is the disclaimer and belongs to none.
[[nodiscard]] std::vector<Statement> statements(const Catalogue& words, Moment moment);

/// The title of the article that the statements come from.
[[nodiscard]] std::string_view article_title();

/// What the article draws on.
[[nodiscard]] std::vector<std::string_view> article_sources();

/// "General information, not medical advice. It does not replace …": the long form, for Guide and About.
[[nodiscard]] std::string_view long_disclaimer(const Catalogue& words);

}  // namespace unknot::words
