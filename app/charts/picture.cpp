#include "app/charts/picture.h"

#include <algorithm>
#include <cmath>

namespace unknot::charts {

std::optional<std::size_t> target_at(const Picture& picture, Point p) {
    std::optional<std::size_t> best;
    float best_distance = 0;
    for (std::size_t i = 0; i < picture.targets.size(); ++i) {
        const HitTarget& target = picture.targets[i];
        if (!target.box.holds(p)) {
            continue;
        }
        const float distance = std::hypot(target.at.x - p.x, target.at.y - p.y);
        if (!best || distance < best_distance) {
            best = i;
            best_distance = distance;
        }
    }
    return best;
}

std::vector<std::string> wrapped(std::string_view text, TextRole role, float width, const Measure& measure) {
    std::vector<std::string> lines{""};
    std::size_t begin = 0;
    while (begin < text.size()) {
        const std::size_t end = std::min(text.find(' ', begin), text.size());
        const std::string_view word = text.substr(begin, end - begin);
        const std::string longer =
            lines.back().empty() ? std::string(word) : lines.back() + " " + std::string(word);
        if (lines.back().empty() || measure(longer, role) <= width) {
            lines.back() = longer;
        } else {
            lines.emplace_back(word);
        }
        begin = end + 1;
    }
    return lines;
}

std::vector<std::string> wrapped_sentence(std::string_view text, TextRole role, float width,
                                          const Measure& measure) {
    constexpr int tries = 7;
    constexpr float narrower = 0.96F;
    std::vector<std::string> first = wrapped(text, role, width, measure);
    std::vector<std::string> lines = first;
    for (int i = 0; i < tries && lines.size() > 1 && lines.back().find(' ') == std::string::npos; ++i) {
        width *= narrower;
        lines = wrapped(text, role, width, measure);
        if (lines.size() > first.size()) {
            return first;
        }
    }
    return lines;
}

float line_height(TextRole role) {
    switch (role) {
        case TextRole::small:
        case TextRole::small_bold: return 20;
        case TextRole::body:
        case TextRole::body_bold: return 23;
        case TextRole::head: return 26;
    }
    return 20;
}

namespace {

Point moved(Point p, Point by) {
    return {p.x + by.x, p.y + by.y};
}

Box moved(Box box, Point by) {
    return {box.x + by.x, box.y + by.y, box.width, box.height};
}

void move_points(std::vector<Point>& points, Point by) {
    for (Point& p : points) {
        p = moved(p, by);
    }
}

struct Mover {
    Point by;

    void operator()(Polyline& line) const { move_points(line.points, by); }
    void operator()(Polygon& polygon) const { move_points(polygon.points, by); }
    void operator()(Rect& rect) const { rect.box = moved(rect.box, by); }
    void operator()(Circle& circle) const { circle.centre = moved(circle.centre, by); }
    void operator()(Text& text) const { text.at = moved(text.at, by); }
};

}  // namespace

void place(Picture& whole, const Picture& part, Point at) {
    for (Shape shape : part.shapes) {
        std::visit(Mover{at}, shape);
        whole.shapes.push_back(std::move(shape));
    }
    for (HitTarget target : part.targets) {
        target.box = moved(target.box, at);
        target.at = moved(target.at, at);
        whole.targets.push_back(target);
    }
}

}  // namespace unknot::charts
