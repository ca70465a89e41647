#pragma once

#include "app/look/geometry.h"

#include <cstddef>
#include <cstdint>
#include <span>

// IconName: an enumerator for each icon of assets/look/icons.json, by its name there (`delete_` for
// "delete").
#include "generated/look_icon_names.h"

namespace unknot::look {

/// Icons are drawn on a grid of 24 × 24, with lines of this width and round ends; lines scale with the icon.
inline constexpr float icon_grid = 24.0F;
inline constexpr float icon_stroke = 1.75F;
inline constexpr float badge_stroke = 2.2F;  ///< for the paths of a tier's badge

/// A line through points.
struct IconPath {
    std::span<const Point> points;
    bool closed = false;  ///< the last point is joined to the first
    bool fill = false;    ///< filled without a line; may be concave
};

struct Icon {
    std::span<const IconPath> paths;
    std::span<const Point>
        shape;  ///< a tier's badge: filled in its `edge`, the paths on it in `on`; else empty
};

[[nodiscard]] const Icon& icon(IconName name);

}  // namespace unknot::look
