#pragma once

#include <array>

namespace unknot::look {

/// One of the rounded rectangles that make a shadow: how far it grows on each side, and how far down it lies.
struct ShadowRect {
    float grow = 0;
    float down = 0;
};

}  // namespace unknot::look

// The measures themselves, from assets/look/tokens.json, in pixels at 100 % text on a screen of scale 1. All
// but line widths are multiplied by both scales, then rounded to whole pixels:
//   space::      xxs xs s m l xl xxl
//   radius::     bar control tile card round
//   line_width:: hair control icon chart focus focus_gap
//   control::    height compact large min_hit rail top_bar … ; a pair is …_width and …_height
//   breakpoint:: side_rail two_columns three_columns: the window's width, divided by both scales, from which
//   on they hold motion::     hover_ms press_ms toast_ms toast_stays_s shadow_rects for raised things, each
//   in Theme::shadow
#include "generated/look_measures.h"
