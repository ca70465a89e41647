#pragma once

#include <array>
#include <cstdint>

namespace unknot::look {

/// sRGB, each part 0 to 255; `a` 255 is opaque, less lets through what lies below.
struct Colour {
    std::uint8_t r = 0;
    std::uint8_t g = 0;
    std::uint8_t b = 0;
    std::uint8_t a = 255;

    friend bool operator==(const Colour&, const Colour&) = default;
};

/// One tier's colours. They say what to heed and nothing else: an error never wears them.
struct TierColours {
    Colour fill;  ///< the band over a flag; solid for `seek_care` alone
    Colour edge;  ///< the badge's shape, outlines
    Colour text;  ///< words on `fill`
    Colour on;    ///< the glyph on `edge`
    Colour ink;   ///< the tier's word on a plain surface
};

/// One step of the scale from 0 to 10. Never shown without its number.
struct SorenessColours {
    Colour fill;
    Colour text;           ///< the number on `fill`
    bool outline = false;  ///< `fill` alone is too near to the surface: needs an outline in `line_strong`
};

/// Colours of charts and of the body map.
struct ChartColours {
    Colour soreness_line, session, settled, grid, axis;
    Colour body;       ///< the large drawing's skin
    Colour body_mini;  ///< the small one's
    Colour body_line, area, area_line;
    float span_alpha = 1;  ///< how strongly a tier's `fill` tints the days of its flag, 0 to 1
};

/// All colours of one theme (assets/look/tokens.json). Every pair that can meet keeps WCAG 2.2's
/// contrast: 4.5 for text, 3 for what marks a control.
struct Theme {
    bool dark = false;
    Colour ground, surface, raised, sunken;  ///< page, card, dialog and menu, wells
    Colour text, muted, disabled;
    Colour line, line_strong;  ///< between parts; round what can be pressed
    Colour accent, accent_hover, accent_pressed, accent_on;
    Colour accent_soft, accent_soft_on;  ///< what is chosen
    Colour focus;
    Colour hover, pressed;  ///< translucent, laid over what is pointed at
    Colour scrim, shadow;   ///< translucent: under a dialog; once for each of `shadow_rects`
    TierColours info, ease_off, pause, seek_care;
    ChartColours chart;
    std::array<SorenessColours, 11> soreness;  ///< by the rating
};

[[nodiscard]] const Theme& light_theme();
[[nodiscard]] const Theme& dark_theme();

}  // namespace unknot::look
