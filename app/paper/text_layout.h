#pragma once

#include "app/look/geometry.h"
#include "app/look/theme.h"
#include "app/look/type.h"

#include <memory>
#include <string_view>
#include <vector>

namespace unknot::paper {

/// Where a text goes that is painted into pixels.
struct Pixels {
    unsigned char* data = nullptr;  ///< red, green, blue, alpha of each pixel, not multiplied; rows touch
    int width = 0;
    int height = 0;
};

/// A text laid out by Pango in any script, for a screen. Of the thread that made it.
class TextLayout {
public:
    virtual ~TextLayout() = default;

    /// Pixels, whole, from where it is placed to its right and lower edge.
    [[nodiscard]] virtual float width() const = 0;
    [[nodiscard]] virtual float height() const = 0;
    /// Of the first line, from the top.
    [[nodiscard]] virtual float baseline() const = 0;
    /// Where its ink or its lines begin, right of 0 for scripts that are set to the right.
    [[nodiscard]] virtual float left() const = 0;

    /// Its lines as parts of `text`, which is the one laid out, without the blanks at their ends.
    [[nodiscard]] virtual std::vector<std::string_view> lines(std::string_view text) const = 0;

    /// Paints the part that begins `top` pixels below its own top and is as large as `pixels`.
    virtual void paint(int top, look::Colour colour, const Pixels& pixels) const = 0;
};

/// Lays out texts with the look's faces, and for what they lack whatever the machine has.
class TextLayouts {
public:
    virtual ~TextLayouts() = default;

    /// `px`: of the em. `wrap`: pixels at which lines break, where the script allows it; 0: one line.
    [[nodiscard]] virtual std::unique_ptr<TextLayout> lay_out(std::string_view text, look::Face face,
                                                              float px, float wrap) = 0;
};

[[nodiscard]] std::unique_ptr<TextLayouts> text_layouts();

}  // namespace unknot::paper
