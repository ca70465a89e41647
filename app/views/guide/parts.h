#pragma once

#include "app/views/guide/guide.h"

#include <array>

namespace unknot::views {

/// Where each part begins, in pixels from the top of what scrolls.
using PartTops = std::array<float, guide_part_count>;

/// "Before you start" … "About".
[[nodiscard]] std::string_view part_title(const words::Catalogue& words, GuidePart part);

/// The list of parts at the left; the one in view is marked. Returns the one pressed.
std::optional<GuidePart> draw_part_list(const kit::Ui& ui, GuidePart current, kit::Flow& flow);

/// The same as a field that opens a list, for narrow windows.
std::optional<GuidePart> draw_part_choice(const kit::Ui& ui, GuidePart current, const ImRect& rect);

/// All parts, one below the other. `top` is where what scrolls begins on the screen.
PartTops draw_parts(const kit::Ui& ui, kit::Flow& flow, float top);

/// How to use the program, as the manual page unknot-guide(7) says it.
void draw_user_guide(const kit::Ui& ui, kit::Flow& flow);

/// The part that is in view: the last one that begins above `y`, counted like `tops`.
[[nodiscard]] GuidePart part_at(const PartTops& tops, float y);

}  // namespace unknot::views
