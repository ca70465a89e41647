#pragma once

#include "app/words/catalogue.h"

#include <optional>
#include <span>
#include <string_view>

namespace unknot::words {

/// The languages that there is a catalogue for ("en", …), English first.
[[nodiscard]] std::span<const std::string_view> languages();

/// What a language calls itself ("Deutsch"), so that whoever reads it finds it; the id of an unknown one.
[[nodiscard]] std::string_view own_name(std::string_view language);

/// The catalogue of a language; nothing where there is none.
[[nodiscard]] std::optional<Catalogue> catalogue_of(std::string_view language);

}  // namespace unknot::words
