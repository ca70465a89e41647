#pragma once

#include "app/views/kit/ui.h"

#include <string_view>
#include <vector>

namespace unknot::kit {

/// True where the embedded fonts have every character (assets/fonts.py); other texts are shaped by the
/// window's TextShaper, where there is one.
[[nodiscard]] bool is_plain(std::string_view text);

/// Width of one line in pixels.
[[nodiscard]] float text_width(const Ui& ui, std::string_view text, const look::TextStyle& style);

/// Height of a line box in pixels.
[[nodiscard]] float line_height(const Ui& ui, const look::TextStyle& style);

/// One line, its line box starting at `at`.
void draw_text(const Ui& ui, const ImVec2& at, std::string_view text, const look::TextStyle& style,
               look::Colour colour);

/// One line that ends at `right`.
void draw_text_right(const Ui& ui, float right, float y, std::string_view text, const look::TextStyle& style,
                     look::Colour colour);

/// One line in the middle of a rectangle, centred on its capitals.
void draw_text_centred(const Ui& ui, const ImRect& rect, std::string_view text, const look::TextStyle& style,
                       look::Colour colour);

/// One line from `left` on, in the middle of a rectangle's height, centred on its capitals.
void draw_text_middle(const Ui& ui, const ImRect& rect, float left, std::string_view text,
                      const look::TextStyle& style, look::Colour colour);

/// The lines of a text wrapped at a width, no single word alone on the last one where that costs no line
/// (LOOK). Line breaks in the text are kept. A word wider than the width is broken.
[[nodiscard]] std::vector<std::string_view> wrapped(const Ui& ui, std::string_view text,
                                                    const look::TextStyle& style, float width);

/// How high `paragraph` would be.
[[nodiscard]] float paragraph_height(const Ui& ui, std::string_view text, const look::TextStyle& style,
                                     float width);

/// Running text at the flow's place, at most 640 units wide.
void paragraph(const Ui& ui, Flow& flow, std::string_view text, const look::TextStyle& style,
               look::Colour colour);

/// Running text in which **stars** make words bold; bold and plain styles of the same size.
void rich_paragraph(const Ui& ui, Flow& flow, std::string_view text, const look::TextStyle& plain,
                    const look::TextStyle& bold, look::Colour colour);

}  // namespace unknot::kit
