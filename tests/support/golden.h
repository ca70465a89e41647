#pragma once

#include <string>

namespace unknot::tests {

/// Compares `text` with tests/golden/NAME whole. Empty where they are equal; else which line differs first
/// and where the text that came out was put. With UNKNOT_APPROVE=1 in the environment it becomes the golden
/// file instead.
[[nodiscard]] std::string golden_difference(const std::string& name, const std::string& text);

/// Compares the PNG in `png` with tests/golden/NAME, with room for other versions of fonts and of the
/// rasteriser: at most one pixel in a hundred may differ clearly. Empty where they agree; else what differs,
/// and where actual, expected and difference were put. UNKNOT_APPROVE as above.
[[nodiscard]] std::string picture_difference(const std::string& name, const std::string& png);

}  // namespace unknot::tests
