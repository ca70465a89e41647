#pragma once

#include <string>
#include <string_view>

namespace unknot::words {

/// `text` with its first letter as a capital: a word as the beginning of a line. Letters of ASCII and Latin-1
/// (U+00E0 to U+00FE) are raised, which is every letter that a text of the catalogues begins with.
[[nodiscard]] std::string capitalised(std::string_view text);

/// `text` for searching: small letters without accents ("Épaule" and "epaule" are the same), "ß" as "ss",
/// "œ" as "oe". Letters outside Latin-1 and "Œ", "œ" stay as they are.
[[nodiscard]] std::string folded(std::string_view text);

}  // namespace unknot::words
