#include "app/charts/picture.h"

#include <array>

#include <fmt/format.h>

namespace unknot::charts {

namespace {

constexpr std::array<std::string_view, 22> role_names{
    "none",    "surface",   "text",      "muted",         "line",          "line_strong",
    "accent",  "accent_on", "soreness",  "soreness_text", "soreness_line", "session",
    "settled", "grid",      "tier_fill", "tier_edge",     "tier_on",       "tier_tint",
    "body",    "body_line", "area",      "area_line"};
constexpr std::array<std::string_view, 5> type_names{"small", "small_bold", "body", "body_bold", "head"};
constexpr std::array<std::string_view, 3> anchor_names{"start", "middle", "end"};
constexpr std::array<std::string_view, 6> kind_names{"rating", "session", "flag",
                                                     "day",    "track",   "session_day"};

std::string text_of(float value) {
    // A position that rounds to nothing may come from either side of it.
    const std::string text = fmt::format("{:.2f}", value);
    return text == "-0.00" ? "0.00" : text;
}

std::string text_of(Point p) {
    return text_of(p.x) + "," + text_of(p.y);
}

std::string text_of(const Box& box) {
    return fmt::format("{} {}x{}", text_of(Point{box.x, box.y}), text_of(box.width), text_of(box.height));
}

std::string text_of(const Paint& paint) {
    const std::string_view name = role_names[static_cast<std::size_t>(paint.role)];
    return paint.level > 0 || paint.role == ColourRole::soreness ? fmt::format("{}:{}", name, paint.level)
                                                                 : std::string(name);
}

std::string fill_text(const Paint& paint) {
    return paint.role == ColourRole::none ? "" : " fill " + text_of(paint);
}

std::string stroke_text(const Stroke& stroke) {
    if (stroke.paint.role == ColourRole::none) {
        return "";
    }
    const std::string text = fmt::format(" stroke {} {}", text_of(stroke.paint), text_of(stroke.width));
    return stroke.dash > 0 ? text + fmt::format(" dash {}+{}", text_of(stroke.dash), text_of(stroke.gap))
                           : text;
}

struct Dumper {
    std::string operator()(const Polyline& line) const {
        return "line" + stroke_text(line.stroke) + points_text(line.points);
    }
    std::string operator()(const Polygon& polygon) const {
        return "polygon" + fill_text(polygon.fill) + stroke_text(polygon.stroke) +
               points_text(polygon.points);
    }
    std::string operator()(const Rect& rect) const {
        return "rect " + text_of(rect.box) + " radius " + text_of(rect.radius) + fill_text(rect.fill) +
               stroke_text(rect.stroke);
    }
    std::string operator()(const Circle& circle) const {
        return "circle " + text_of(circle.centre) + " radius " + text_of(circle.radius) +
               fill_text(circle.fill) + stroke_text(circle.stroke);
    }
    std::string operator()(const Text& text) const {
        return fmt::format(
            "text {} {} {} {} \"{}\"", text_of(text.at), type_names[static_cast<std::size_t>(text.role)],
            anchor_names[static_cast<std::size_t>(text.anchor)], text_of(text.paint), text.text);
    }

private:
    static std::string points_text(const std::vector<Point>& points) {
        std::string text;
        for (const Point& p : points) {
            text += " " + text_of(p);
        }
        return text;
    }
};

}  // namespace

std::string dump(const Picture& picture) {
    std::string text = fmt::format("picture {}x{}\n", text_of(picture.width), text_of(picture.height));
    for (const Shape& shape : picture.shapes) {
        text += std::visit(Dumper{}, shape) + "\n";
    }
    for (const HitTarget& target : picture.targets) {
        text += fmt::format("target {} {} {} at {}\n", kind_names[static_cast<std::size_t>(target.kind)],
                            target.index, text_of(target.box), text_of(target.at));
    }
    return text;
}

}  // namespace unknot::charts
