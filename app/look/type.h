#pragma once

#include <cstdint>
#include <span>

namespace unknot::look {

/// The three fonts: Lato Medium, Lato Bold, Vollkorn SemiBold. No number is ever set in `title`, whose
/// figures are old-style.
enum class Face : std::uint8_t { text, bold, title };

/// One way to set text; pixels at 100 % text on a screen of scale 1.
struct TextStyle {
    Face face = Face::text;
    float size = 0;        ///< of the em, as print counts
    float line = 0;        ///< from one line to the next
    float imgui_size = 0;  ///< what to ask Dear ImGui for, which counts from ascent to descent
};

/// The font's file, cut down to the letters of the languages of western and central Europe and Turkish; lives
/// as long as the program.
[[nodiscard]] std::span<const unsigned char> font_data(Face face);

}  // namespace unknot::look

// The styles themselves: type::display, title, head, lead, body, body_bold, small, small_bold, chip,
// chip_bold, hero, number_large, number, clock.
#include "generated/look_type.h"
