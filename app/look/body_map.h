#pragma once

#include "app/domain/area.h"
#include "app/look/geometry.h"

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace unknot::look {

/// The person seen from the front, whose left lies on the picture's right, or from the back, where it lies on
/// the picture's left.
using unknot::BodyView;

/// Both views are drawn on a canvas of this size.
inline constexpr float body_width = 400.0F;
inline constexpr float body_height = 900.0F;

/// One shape on the map. `side` is the person's own, never `both`.
struct BodyArea {
    std::string_view area;
    Side side = Side::left;
    std::span<const Point> outline;            ///< closed, may be concave, does not cross itself
    std::span<const std::uint16_t> triangles;  ///< that fill it: corners of the outline, three by three
    Point label;                               ///< inside, with room for a mark around it
};

/// One view. A few areas lie beside the silhouette: the soles, which no view of a standing person shows.
struct Body {
    std::span<const Point> silhouette;                ///< closed
    std::span<const std::uint16_t> triangles;         ///< that fill the silhouette, as an area's do
    std::span<const std::span<const Point>> details;  ///< open lines, drawn over the areas
    std::span<const BodyArea> areas;                  ///< no two overlap
};

[[nodiscard]] const Body& body(BodyView view);

/// The area at a point of the canvas, or the nearest one that is not farther than `tolerance` canvas units;
/// null where there is none. A finger's or pointer's slack is six pixels: give 6 ÷ the scale drawn with.
[[nodiscard]] const BodyArea* area_at(BodyView view, Point at, float tolerance);

/// The shapes of a place in a view: `both` is left and right. Empty where the view does not show it, and for
/// own areas, which have no shape.
[[nodiscard]] std::vector<const BodyArea*> shapes_of(std::string_view area, Side side, BodyView view);

}  // namespace unknot::look
