#pragma once

#include <string>
#include <string_view>

namespace unknot {

/// Foreign `text` (a file's name, a note) as one line to be shown: control characters and those that turn the
/// direction of text become visible, so that it can neither command a terminal nor look like something else;
/// of text that is no UTF-8 only the ASCII is left.
[[nodiscard]] std::string harmless(std::string_view text);

}  // namespace unknot
