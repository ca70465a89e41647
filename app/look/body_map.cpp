#include "app/look/body_map.h"

#include "generated/look_body.h"

#include <algorithm>
#include <cmath>

namespace unknot::look {

namespace {

/// Counts the edges that a ray to the right crosses: an odd number is inside.
bool contains(std::span<const Point> ring, Point at) {
    bool inside = false;
    Point from = ring.back();
    for (const Point to : ring) {
        if ((from.y > at.y) != (to.y > at.y) &&
            at.x < from.x + (to.x - from.x) * (at.y - from.y) / (to.y - from.y)) {
            inside = !inside;
        }
        from = to;
    }
    return inside;
}

float distance_to_segment(Point at, Point from, Point to) {
    const float along_x = to.x - from.x;
    const float along_y = to.y - from.y;
    const float length_squared = along_x * along_x + along_y * along_y;
    float share = 0;
    if (length_squared > 0) {
        share =
            std::clamp(((at.x - from.x) * along_x + (at.y - from.y) * along_y) / length_squared, 0.0F, 1.0F);
    }
    return std::hypot(at.x - from.x - share * along_x, at.y - from.y - share * along_y);
}

float distance_to_outline(Point at, std::span<const Point> ring) {
    float nearest = distance_to_segment(at, ring.back(), ring.front());
    for (std::size_t i = 1; i < ring.size(); ++i) {
        nearest = std::min(nearest, distance_to_segment(at, ring[i - 1], ring[i]));
    }
    return nearest;
}

}  // namespace

const Body& body(BodyView view) {
    return view == BodyView::front ? tables::front_body : tables::back_body;
}

const BodyArea* area_at(BodyView view, Point at, float tolerance) {
    const BodyArea* nearest = nullptr;
    float least = tolerance;
    for (const BodyArea& area : body(view).areas) {
        if (contains(area.outline, at)) {
            return &area;
        }
        const float distance = distance_to_outline(at, area.outline);
        if (distance <= least) {
            least = distance;
            nearest = &area;
        }
    }
    return nearest;
}

std::vector<const BodyArea*> shapes_of(std::string_view area, Side side, BodyView view) {
    std::vector<const BodyArea*> shapes;
    for (const BodyArea& shape : body(view).areas) {
        const bool wanted =
            side == Side::both ? shape.side == Side::left || shape.side == Side::right : shape.side == side;
        if (shape.area == area && wanted) {
            shapes.push_back(&shape);
        }
    }
    return shapes;
}

}  // namespace unknot::look
