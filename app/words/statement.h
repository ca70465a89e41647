#pragma once

#include "app/words/catalogue.h"

#include <string_view>

namespace unknot::words {

/// What the article says, in our words: the statement of an id ("G21", as RULES names them). Empty for an id
/// that the article's table does not have.
[[nodiscard]] std::string_view statement(const Catalogue& words, std::string_view id);

}  // namespace unknot::words
