#pragma once

#include "app/charts/picture.h"
#include "app/look/body_map.h"

#include <span>
#include <vector>

namespace unknot::charts {

/// A view of the body drawn into a picture: where its canvas lies, in the picture's units.
struct PlacedBody {
    look::BodyView view;
    Point origin;  ///< the canvas' upper left corner
    float scale;   ///< picture units of one unit of the canvas, above 0

    /// Points of the canvas, in the picture.
    [[nodiscard]] Point at(look::Point p) const { return {origin.x + p.x * scale, origin.y + p.y * scale}; }
    [[nodiscard]] std::vector<Point> at(std::span<const look::Point> points) const {
        std::vector<Point> moved;
        moved.reserve(points.size());
        for (const look::Point p : points) {
            moved.push_back(at(p));
        }
        return moved;
    }
    /// The canvas' middle from left to right, and its lower edge, in the picture.
    [[nodiscard]] float middle() const { return origin.x + look::body_width * scale / 2; }
    [[nodiscard]] float bottom() const { return origin.y + look::body_height * scale; }
};

}  // namespace unknot::charts
