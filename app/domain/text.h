#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace unknot {

/// Longest free text (a note), in bytes of UTF-8.
constexpr std::size_t longest_note = std::size_t{64} * 1024;

/// Longest name of a tool or an own area, in characters (code points).
constexpr std::size_t longest_name = 60;

/// True where `text` is well-formed UTF-8: no overlong forms, no surrogates, nothing above U+10FFFF.
[[nodiscard]] bool is_valid_utf8(std::string_view text);

/// The number of code points of well-formed UTF-8.
[[nodiscard]] std::size_t count_code_points(std::string_view text);

/// True where well-formed UTF-8 holds a control character other than tab and line feed. NUL counts.
[[nodiscard]] bool has_control_characters(std::string_view text);

/// True where well-formed UTF-8 holds Unicode white space, a control, or a character that changes the
/// direction or joining of its neighbours without being seen (bidi marks, zero-width ones).
[[nodiscard]] bool has_invisible_or_space(std::string_view text);

/// `text` without spaces, tabs and line feeds at both ends.
[[nodiscard]] std::string trimmed(std::string_view text);

/// Reads one code point of well-formed UTF-8 at `position` and moves `position` behind it.
[[nodiscard]] char32_t next_code_point(std::string_view text, std::size_t& position);

/// Appends a number that is not negative, with zeros before it up to `width` digits. Written by hand, as
/// records have several moments and a table of a million records spent most of its time in printf.
void append_padded(std::string& text, int number, std::size_t width);

}  // namespace unknot
