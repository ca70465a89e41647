#include "app/views/kit/picture.h"

#include "app/charts/paint.h"
#include "app/views/kit/shape.h"
#include "app/views/kit/text.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <vector>

namespace unknot::kit {

namespace {

/// How far a baseline lies below the middle of the capitals, in units: half a capital.
float capital_half(charts::TextRole role) {
    constexpr float of_size = 0.357F;
    return charts::style_of(role).size * of_size;
}

/// Paints one shape after the other.
class Painter {
public:
    Painter(const Ui& ui, const ImVec2& at) : ui_(ui), at_(at), list_(*ImGui::GetWindowDrawList()) {}

    void operator()(const charts::Polyline& line) const {
        if (line.stroke.dash > 0) {
            dashes(line);
            return;
        }
        trace(line.points);
        const float width = stroke_width(line.stroke);
        list_.PathStroke(colour(line.stroke.paint), ImDrawFlags_None, width);
        if (width > 2) {  // Dear ImGui's lines end flat
            list_.AddCircleFilled(screen(line.points.front()), width / 2, colour(line.stroke.paint));
            list_.AddCircleFilled(screen(line.points.back()), width / 2, colour(line.stroke.paint));
        }
    }

    void operator()(const charts::Polygon& polygon) const {
        if (seen(polygon.fill) && !polygon.triangles.empty()) {
            std::vector<ImVec2> ring;
            ring.reserve(polygon.points.size());
            std::transform(polygon.points.begin(), polygon.points.end(), std::back_inserter(ring),
                           [this](charts::Point point) { return screen(point); });
            fill_triangles(ring, polygon.triangles, charts::colour_of(ui_.theme, polygon.fill));
        } else if (seen(polygon.fill)) {
            trace(polygon.points);
            list_.PathFillConcave(colour(polygon.fill));
        }
        if (seen(polygon.stroke.paint)) {
            trace(polygon.points);
            list_.PathStroke(colour(polygon.stroke.paint), ImDrawFlags_Closed, stroke_width(polygon.stroke));
        }
    }

    void operator()(const charts::Rect& rect) const {
        const ImVec2 from = screen({rect.box.x, rect.box.y});
        const ImVec2 to = screen({rect.box.right(), rect.box.bottom()});
        const float radius = rect.radius * ui_.scale;
        if (seen(rect.fill)) {
            list_.AddRectFilled(from, to, colour(rect.fill), radius);
        }
        if (seen(rect.stroke.paint)) {
            list_.AddRect(from, to, colour(rect.stroke.paint), radius, ImDrawFlags_None,
                          stroke_width(rect.stroke));
        }
    }

    void operator()(const charts::Circle& circle) const {
        const ImVec2 centre = screen(circle.centre);
        const float radius = circle.radius * ui_.scale;
        if (seen(circle.fill)) {
            list_.AddCircleFilled(centre, radius, colour(circle.fill));
        }
        if (seen(circle.stroke.paint)) {
            stroke_circle(circle, centre, radius);
        }
    }

    void operator()(const charts::Text& text) const {
        const look::TextStyle style = charts::style_of(text.role);
        const ImVec2 on_baseline = screen(text.at);
        float left = on_baseline.x;
        if (text.anchor != charts::Anchor::start) {
            const float width = text_width(ui_, text.text, style);
            left -= text.anchor == charts::Anchor::end ? width : width / 2;
        }
        const float middle = on_baseline.y - capital_half(text.role) * ui_.scale;
        draw_text_middle(ui_, {left, middle - 1, left, middle + 1}, left, text.text, style,
                         charts::colour_of(ui_.theme, text.paint));
    }

private:
    [[nodiscard]] static bool seen(const charts::Paint& paint) {
        return paint.role != charts::ColourRole::none;
    }
    [[nodiscard]] ImU32 colour(const charts::Paint& paint) const {
        return to_u32(charts::colour_of(ui_.theme, paint));
    }
    [[nodiscard]] ImVec2 screen(charts::Point point) const { return to_screen(ui_, at_, point); }
    /// Never thinner than a pixel, which would fade.
    [[nodiscard]] float stroke_width(const charts::Stroke& stroke) const {
        return std::max(1.0F, stroke.width * ui_.scale);
    }

    void trace(const std::vector<charts::Point>& points) const {
        for (const charts::Point point : points) {
            list_.PathLineTo(screen(point));
        }
    }

    void stroke_circle(const charts::Circle& circle, const ImVec2& centre, float radius) const {
        if (circle.stroke.dash <= 0) {
            list_.AddCircle(centre, radius, colour(circle.stroke.paint), 0, stroke_width(circle.stroke));
            return;
        }
        charts::Polyline ring{{}, circle.stroke};
        constexpr int steps = 48;
        for (int i = 0; i <= steps; ++i) {
            const float angle = 2 * IM_PI * static_cast<float>(i) / steps;
            ring.points.push_back({circle.centre.x + circle.radius * std::cos(angle),
                                   circle.centre.y + circle.radius * std::sin(angle)});
        }
        dashes(ring);
    }

    /// Dash after dash along the line; a dash goes round corners.
    void dashes(const charts::Polyline& line) const {
        const float period = line.stroke.dash + std::max(line.stroke.gap, 0.5F);
        float walked = 0;
        for (std::size_t i = 1; i < line.points.size(); ++i) {
            const charts::Point a = line.points[i - 1];
            const charts::Point b = line.points[i];
            const float length = std::hypot(b.x - a.x, b.y - a.y);
            const float first = -std::fmod(walked, period);
            const int count = static_cast<int>((length - first) / period) + 1;
            for (int k = 0; k < count && length > 0; ++k) {
                const float begin = first + period * static_cast<float>(k);
                const float from = std::max(0.0F, begin) / length;
                const float to = std::min(length, begin + line.stroke.dash) / length;
                if (to > from) {
                    list_.AddLine(screen({a.x + (b.x - a.x) * from, a.y + (b.y - a.y) * from}),
                                  screen({a.x + (b.x - a.x) * to, a.y + (b.y - a.y) * to}),
                                  colour(line.stroke.paint), stroke_width(line.stroke));
                }
            }
            walked += length;
        }
    }

    const Ui& ui_;
    ImVec2 at_;
    ImDrawList& list_;
};

constexpr float hidden_spare = 24;  ///< units: no stroke or line of text reaches farther beyond its place

/// Tells whether a shape may be seen between two heights, in units.
struct Reach {
    float top;
    float bottom;

    [[nodiscard]] bool holds(float from, float to) const { return to >= top && from <= bottom; }
    [[nodiscard]] bool holds(const std::vector<charts::Point>& points) const {
        const auto [low, high] = std::minmax_element(
            points.begin(), points.end(), [](charts::Point a, charts::Point b) { return a.y < b.y; });
        return holds(low->y, high->y);
    }
    bool operator()(const charts::Polyline& line) const { return holds(line.points); }
    bool operator()(const charts::Polygon& polygon) const { return holds(polygon.points); }
    bool operator()(const charts::Rect& rect) const { return holds(rect.box.y, rect.box.bottom()); }
    bool operator()(const charts::Circle& circle) const {
        return holds(circle.centre.y - circle.radius, circle.centre.y + circle.radius);
    }
    bool operator()(const charts::Text& text) const { return holds(text.at.y, text.at.y); }
};

}  // namespace

charts::Measure chart_measure(const Ui& ui) {
    return [&ui](std::string_view text, charts::TextRole role) {
        return text_width(ui, text, charts::style_of(role)) / ui.scale;
    };
}

ImVec2 picture_size(const Ui& ui, const charts::Picture& picture) {
    return {std::ceil(picture.width * ui.scale), std::ceil(picture.height * ui.scale)};
}

void draw_picture(const Ui& ui, const ImVec2& at, const charts::Picture& picture) {
    const ImVec2 size = picture_size(ui, picture);
    const float spare = ui.px(2);  // half a line or a dot may stand over the edge
    ImGui::PushClipRect({at.x - spare, at.y - spare}, {at.x + size.x + spare, at.y + size.y + spare}, true);
    // Of a calendar of ten years only the months in view are painted.
    const ImDrawList& list = *ImGui::GetWindowDrawList();
    const Reach reach{(list.GetClipRectMin().y - at.y) / ui.scale - hidden_spare,
                      (list.GetClipRectMax().y - at.y) / ui.scale + hidden_spare};
    const Painter painter(ui, at);
    for (const charts::Shape& shape : picture.shapes) {
        if (std::visit(reach, shape)) {
            std::visit(painter, shape);
        }
    }
    ImGui::PopClipRect();
}

ImVec2 to_screen(const Ui& ui, const ImVec2& at, charts::Point point) {
    return {at.x + point.x * ui.scale, at.y + point.y * ui.scale};
}

charts::Point to_picture(const Ui& ui, const ImVec2& at, const ImVec2& screen) {
    return {(screen.x - at.x) / ui.scale, (screen.y - at.y) / ui.scale};
}

}  // namespace unknot::kit
