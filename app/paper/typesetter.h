#pragma once

#include "app/charts/picture.h"
#include "app/look/theme.h"

#include <cairo.h>
#include <pango/pango.h>

#include <memory>

namespace unknot::paper {

/// Sets text in any script: the look's fonts through fontconfig, and for what they lack whatever the machine
/// has. Glyphs are neither hinted nor rounded to pixels, so that a text is as wide on every surface. One
/// thread at a time.
class Typesetter {
public:
    /// With the fonts of the machine.
    Typesetter();
    /// With `fonts`, which the caller may have cut down (a report has no colour fonts).
    explicit Typesetter(PangoFontMap* fonts);

    [[nodiscard]] float width(std::string_view text, charts::TextRole role) const;

    /// One line in the source colour of `canvas`, in the canvas's own units.
    void draw(cairo_t* canvas, const charts::Text& text) const;

    /// `width` as charts ask for it; must not outlive this.
    [[nodiscard]] charts::Measure measure() const;

private:
    struct Unref {
        void operator()(void* object) const;
    };
    template <typename T>
    using Owned = std::unique_ptr<T, Unref>;

    /// The only line of the layout, set in that role.
    PangoLayoutLine* set(std::string_view text, charts::TextRole role) const;

    Owned<PangoFontMap> own_fonts_;  ///< empty where they are the caller's
    Owned<PangoContext> context_;
    Owned<PangoLayout> layout_;
};

}  // namespace unknot::paper
