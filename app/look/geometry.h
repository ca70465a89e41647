#pragma once

namespace unknot::look {

/// A place in a drawing: x to the right, y down, in the drawing's own units.
struct Point {
    float x = 0;
    float y = 0;

    friend bool operator==(const Point&, const Point&) = default;
};

}  // namespace unknot::look
