#pragma once

#include "app/words/catalogue.h"

#include <optional>
#include <span>
#include <string_view>

namespace unknot::words {

/// The languages that there is a catalogue for ("en", …), English first.
[[nodiscard]] std::span<const std::string_view> languages();

/// The catalogue of a language; nothing where there is none.
[[nodiscard]] std::optional<Catalogue> catalogue_of(std::string_view language);

}  // namespace unknot::words
