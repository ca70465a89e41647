#pragma once

#include "app/words/catalogue.h"

#include <deque>
#include <string>
#include <string_view>
#include <vector>

namespace unknot::tests {

/// `text` as a language that nobody speaks: in brackets, every vowel accented, and 40 % longer, as
/// translations are. Fields, stars and line breaks stay.
[[nodiscard]] std::string pseudo(std::string_view text);

/// Every text of the program in that language: what is shown without it never was in the catalogue.
class PseudoLocale {
public:
    PseudoLocale();
    /// Holds as long as this object.
    [[nodiscard]] words::Catalogue words() const { return {"xx", rows_}; }

private:
    std::deque<std::string> texts_;
    std::vector<words::Translation> rows_;
};

/// True where `shown` holds a vowel without an accent: it, or a part of it, did not come out of
/// `PseudoLocale`.
[[nodiscard]] bool goes_around_the_catalogue(std::string_view shown);

}  // namespace unknot::tests
