#include "app/shell/language.h"

#include <catch2/catch_test_macros.hpp>

#include <array>

using namespace unknot;

namespace {

constexpr std::array<words::Translation, 1> other_words{{{"Today", "Heute", ""}}};
const words::Catalogue other("xx", other_words);

}  // namespace

TEST_CASE("the window speaks the desktop's language until one is chosen, and that at once",
          "[shell][words]") {
    const shell::Language language(other, false, "");
    CHECK(language.words("").language() == "xx");
    CHECK(language.words("en").language() == "en");
    CHECK(language.words("no such language").language() == "xx");
}

TEST_CASE("a language asked for by name goes before the kept one, until another is chosen",
          "[shell][words]") {
    const shell::Language language(other, true, "en");
    CHECK(language.words("en").language() == "xx");
    CHECK(language.words("").language() == "xx");
    const shell::Language of_none(other, true, "");
    CHECK(of_none.words("en").language() == "en");
}
