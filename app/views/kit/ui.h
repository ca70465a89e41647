#pragma once

#include "app/look/icon.h"
#include "app/look/measures.h"
#include "app/look/theme.h"
#include "app/look/type.h"
#include "app/words/catalogue.h"

#include <imgui.h>
#include <imgui_internal.h>

#include <cmath>
#include <optional>
#include <string_view>
#include <vector>

namespace unknot::kit {

/// The three faces of the look, loaded by the shell.
struct Fonts {
    ImFont* text = nullptr;
    ImFont* bold = nullptr;
    ImFont* title = nullptr;
};

/// How much room a shaped text takes, in pixels.
struct ShapedSize {
    ImVec2 size;
    float baseline = 0;  ///< of the first line, from the top
};

/// Shapes, orders and draws texts that the embedded fonts cannot show: other scripts, emoji. The window's is
/// made by the shell. `px` is the em size, `wrap` the width to wrap at (0: one line).
class TextShaper {
public:
    virtual ~TextShaper() = default;
    [[nodiscard]] virtual ShapedSize measure(std::string_view text, look::Face face, float px,
                                             float wrap) = 0;
    /// Draws what can be seen of it, its top left corner at `at`.
    virtual void draw(ImDrawList& list, const ImVec2& at, std::string_view text, look::Face face, float px,
                      float wrap, look::Colour colour) = 0;
    /// The lines that it is wrapped into.
    [[nodiscard]] virtual std::vector<std::string_view> lines(std::string_view text, look::Face face,
                                                              float px, float wrap) = 0;
    /// An edit field shows this text glyph by glyph: fonts that have them are wanted from the next frame on.
    virtual void wanted_in_field(std::string_view text) = 0;
};

class TextCache;

/// Is told of every text that is drawn; tests look for texts that are cut off.
class TextProbe {
public:
    virtual ~TextProbe() = default;
    virtual void text_drawn(std::string_view text, const ImRect& rect, const ImRect& clip) = 0;
};

/// How a screen is laid out; it depends on the unit width alone (LOOK, "Type, measures, grid").
enum class LayoutMode : std::uint8_t {
    top_bar,        ///< below 760 units, or below 480 high: a bar of words on top, one column
    one_column,     ///< rail, one column
    two_columns,    ///< rail, from 1000
    three_columns,  ///< rail, from 1720
};

/// What every panel draws with in one frame. Lengths in arguments named `units` are design pixels; everything
/// else is screen pixels.
struct Ui {
    const look::Theme& theme;
    const words::Catalogue& words;
    Fonts fonts;
    float scale = 1;          ///< text size x content scale
    float unit_width = 1280;  ///< window width / scale
    float unit_height = 800;  ///< window height / scale
    bool reduced_motion = false;
    TextShaper* shaper = nullptr;  ///< may be null: then unknown characters show as a box
    TextProbe* probe = nullptr;    ///< null outside tests
    TextCache* texts = nullptr;    ///< may be null: then every text is measured anew

    /// Whole pixels.
    [[nodiscard]] float px(float units) const { return std::round(units * scale); }
    [[nodiscard]] LayoutMode layout() const;
    [[nodiscard]] bool narrow() const { return layout() == LayoutMode::top_bar; }
};

[[nodiscard]] inline ImU32 to_u32(look::Colour colour) {
    return IM_COL32(colour.r, colour.g, colour.b, colour.a);
}

/// A column of things: where the next one goes, and how wide it may be.
struct Flow {
    ImVec2 at;
    float width = 0;

    [[nodiscard]] float right() const { return at.x + width; }
    void gap(const Ui& ui, float units) { at.y += ui.px(units); }
    /// The next `height` pixels, taken.
    ImRect take(float height) {
        const ImRect rect(at.x, at.y, at.x + width, at.y + height);
        at.y += height;
        return rect;
    }
};

/// Lets the window's scrolling know how far its content reaches.
void extend_content(const ImVec2& to);

// ---- plain drawing in the current window

void fill(const ImRect& rect, look::Colour colour, float radius = 0);
/// A line just inside the rectangle.
void outline(const ImRect& rect, look::Colour colour, float width = 1, float radius = 0);
void horizontal_line(float x0, float x1, float y, look::Colour colour);
/// The icon in a square of `size` pixels whose top left is `at`.
void draw_icon(look::IconName name, const ImVec2& at, float size, look::Colour colour);
/// An icon in the middle of a rectangle.
void draw_icon_centred(look::IconName name, const ImRect& rect, float size, look::Colour colour);
/// Stacked rectangles: the shadow under raised things.
void draw_shadow(const Ui& ui, const ImRect& rect, float radius);

}  // namespace unknot::kit
