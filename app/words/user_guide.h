#pragma once

#include "app/words/catalogue.h"

#include <string_view>
#include <vector>

namespace unknot::words {

/// A part of the user's guide: how one thing is done.
struct UserGuidePart {
    std::string_view title;
    std::vector<std::string_view> says;  ///< paragraphs; keys stand between `**`
    std::string_view terminal;           ///< the command line that does it; empty: there is none
};

/// The user's guide, of assets/guide.json; the manual page unknot-guide(7) is made of the same.
[[nodiscard]] std::vector<UserGuidePart> user_guide(const Catalogue& words);

}  // namespace unknot::words
