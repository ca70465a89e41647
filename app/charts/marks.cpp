#include "app/charts/marks.h"

#include "app/look/icon.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace unknot::charts {

namespace {

std::vector<Point> scaled(std::span<const look::Point> points, Point centre, float size) {
    std::vector<Point> moved;
    moved.reserve(points.size());
    const float scale = size / look::icon_grid;
    for (const look::Point p : points) {
        moved.push_back(
            {centre.x + (p.x - look::icon_grid / 2) * scale, centre.y + (p.y - look::icon_grid / 2) * scale});
    }
    return moved;
}

void add_paths(Picture& picture, const look::Icon& icon, Point centre, float size, const Stroke& stroke) {
    for (const look::IconPath& path : icon.paths) {
        std::vector<Point> points = scaled(path.points, centre, size);
        if (path.fill) {
            picture.shapes.emplace_back(Polygon{std::move(points), stroke.paint, {}});
        } else if (path.closed) {
            picture.shapes.emplace_back(Polygon{std::move(points), {}, stroke});
        } else {
            picture.shapes.emplace_back(Polyline{std::move(points), stroke});
        }
    }
}

look::IconName badge_icon(guidance::Tier tier) {
    switch (tier) {
        case guidance::Tier::ease_off: return look::IconName::tier_ease_off;
        case guidance::Tier::pause: return look::IconName::tier_pause;
        case guidance::Tier::seek_care: return look::IconName::tier_seek_care;
        default: return look::IconName::tier_info;
    }
}

float stroke_width(float at_full_size, float size) {
    return std::max(1.25F, at_full_size * size / look::icon_grid);
}

}  // namespace

void add_badge(Picture& picture, Point centre, float size, guidance::Tier tier, BadgeGround ground) {
    const look::Icon& icon = look::icon(badge_icon(tier));
    // On seek care's solid band it is the other way round: a shape of its own fill would not be seen.
    const bool solid = tier == guidance::Tier::seek_care && ground == BadgeGround::band;
    const Paint shape = tier_paint(solid ? ColourRole::tier_on : ColourRole::tier_edge, tier);
    const Paint glyph = tier_paint(solid ? ColourRole::tier_edge : ColourRole::tier_on, tier);
    picture.shapes.emplace_back(Polygon{scaled(icon.shape, centre, size), shape, {}});
    add_paths(picture, icon, centre, size, {glyph, stroke_width(look::badge_stroke, size)});
}

void add_late_mark(Picture& picture, Point centre, float size) {
    add_paths(picture, look::icon(look::IconName::late), centre, size,
              {{ColourRole::muted, 0}, stroke_width(look::icon_stroke, size)});
}

void add_session_icon(Picture& picture, Point centre, float size) {
    add_paths(picture, look::icon(look::IconName::log), centre, size,
              {{ColourRole::muted, 0}, stroke_width(look::icon_stroke, size)});
}

void add_settled_mark(Picture& picture, Point centre, float radius) {
    picture.shapes.emplace_back(Circle{centre, radius, {ColourRole::accent, 0}, {}});
    add_paths(picture, look::icon(look::IconName::check), centre, radius * 1.3F,
              {{ColourRole::accent_on, 0}, radius * 0.2F});
}

void add_longer_mark(Picture& picture, Point centre, float radius) {
    const Stroke stroke{{ColourRole::soreness_line, 0}, 1.5F};
    picture.shapes.emplace_back(Circle{centre, radius - 0.75F, {ColourRole::surface, 0}, stroke});
    const float arm = radius * 0.31F;
    picture.shapes.emplace_back(
        Polyline{{{centre.x - arm, centre.y - arm}, {centre.x + arm, centre.y + arm}}, stroke});
    picture.shapes.emplace_back(
        Polyline{{{centre.x + arm, centre.y - arm}, {centre.x - arm, centre.y + arm}}, stroke});
}

void add_unknown_mark(Picture& picture, Point centre, float radius) {
    add_paths(picture, look::icon(look::IconName::ask), centre, radius * 2.2F,
              {{ColourRole::muted, 0}, 1.4F});
}

void add_centred_text(Picture& picture, std::string_view text, Point centre, float width, TextRole role,
                      const Measure& measure) {
    const std::vector<std::string> lines = wrapped(text, role, width, measure);
    const float step = line_height(role);
    float y = centre.y - step * static_cast<float>(lines.size() - 1) / 2 + small_text_drop;
    for (const std::string& line : lines) {
        picture.shapes.emplace_back(Text{{centre.x, y}, line, role, {ColourRole::muted, 0}, Anchor::middle});
        y += step;
    }
}

std::vector<std::vector<Point>> clipped(const std::vector<Point>& line, float left, float right) {
    std::vector<std::vector<Point>> parts;
    const auto at = [](Point a, Point b, float x) {
        return Point{x, a.y + (b.y - a.y) * (x - a.x) / (b.x - a.x)};
    };
    const auto inside = [&](Point p) { return p.x >= left && p.x <= right; };
    bool open = false;
    for (std::size_t i = 0; i + 1 < line.size(); ++i) {
        Point a = line[i];
        Point b = line[i + 1];
        if ((a.x < left && b.x < left) || (a.x > right && b.x > right)) {
            open = false;
            continue;
        }
        const bool goes_on = open && inside(a);
        const bool ends = !inside(b);
        const Point from = a;
        const Point to = b;
        if (!inside(a)) {
            a = at(from, to, from.x < left ? left : right);
        }
        if (!inside(b)) {
            b = at(from, to, to.x < left ? left : right);
        }
        if (!goes_on) {
            parts.push_back({a});
        }
        parts.back().push_back(b);
        open = !ends;
    }
    return parts;
}

}  // namespace unknot::charts
