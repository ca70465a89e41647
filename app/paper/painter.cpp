#include "app/paper/painter.h"

#include "app/charts/paint.h"

#include <algorithm>
#include <array>
#include <numbers>

namespace unknot::paper {

namespace {

/// Paints one shape after the other.
class Painter {
public:
    Painter(cairo_t* canvas, const look::Theme& theme, const Typesetter& typesetter)
        : canvas_(canvas), theme_(theme), typesetter_(typesetter) {}

    void operator()(const charts::Polyline& line) const {
        trace(line.points);
        cairo_set_line_cap(canvas_, line.stroke.dash > 0 ? CAIRO_LINE_CAP_BUTT : CAIRO_LINE_CAP_ROUND);
        fill_and_stroke({}, line.stroke);
    }

    void operator()(const charts::Polygon& polygon) const {
        trace(polygon.points);
        cairo_close_path(canvas_);
        fill_and_stroke(polygon.fill, polygon.stroke);
    }

    void operator()(const charts::Rect& rect) const {
        trace_box(rect.box, static_cast<double>(rect.radius));
        fill_and_stroke(rect.fill, rect.stroke);
    }

    void operator()(const charts::Circle& circle) const {
        cairo_new_sub_path(canvas_);
        cairo_arc(canvas_, static_cast<double>(circle.centre.x), static_cast<double>(circle.centre.y),
                  static_cast<double>(circle.radius), 0, 2 * std::numbers::pi);
        cairo_close_path(canvas_);
        fill_and_stroke(circle.fill, circle.stroke);
    }

    void operator()(const charts::Text& text) const {
        use(text.paint);
        typesetter_.draw(canvas_, text);
        cairo_new_path(canvas_);
    }

private:
    void use(const charts::Paint& paint) const {
        const look::Colour colour = charts::colour_of(theme_, paint);
        cairo_set_source_rgb(canvas_, colour.r / 255.0, colour.g / 255.0, colour.b / 255.0);
    }

    void trace(const std::vector<charts::Point>& points) const {
        for (const charts::Point p : points) {
            cairo_line_to(canvas_, static_cast<double>(p.x), static_cast<double>(p.y));
        }
    }

    void trace_box(const charts::Box& box, double radius) const {
        const auto left = static_cast<double>(box.x);
        const auto top = static_cast<double>(box.y);
        const auto right = static_cast<double>(box.right());
        const auto bottom = static_cast<double>(box.bottom());
        const double r = std::min({radius, (right - left) / 2, (bottom - top) / 2});
        if (r <= 0) {
            cairo_rectangle(canvas_, left, top, right - left, bottom - top);
            return;
        }
        constexpr double quarter = std::numbers::pi / 2;
        cairo_new_sub_path(canvas_);
        cairo_arc(canvas_, right - r, top + r, r, -quarter, 0);
        cairo_arc(canvas_, right - r, bottom - r, r, 0, quarter);
        cairo_arc(canvas_, left + r, bottom - r, r, quarter, 2 * quarter);
        cairo_arc(canvas_, left + r, top + r, r, 2 * quarter, 3 * quarter);
        cairo_close_path(canvas_);
    }

    /// Leaves no path behind.
    void fill_and_stroke(const charts::Paint& fill, const charts::Stroke& stroke) const {
        if (fill.role != charts::ColourRole::none) {
            use(fill);
            cairo_fill_preserve(canvas_);
        }
        if (stroke.paint.role != charts::ColourRole::none) {
            use(stroke.paint);
            const std::array<double, 2> dashes{static_cast<double>(stroke.dash),
                                               static_cast<double>(stroke.gap)};
            cairo_set_dash(canvas_, dashes.data(), stroke.dash > 0 ? 2 : 0, 0);
            cairo_set_line_width(canvas_, static_cast<double>(stroke.width));
            cairo_stroke_preserve(canvas_);
        }
        cairo_new_path(canvas_);
    }

    cairo_t* canvas_;
    const look::Theme& theme_;
    const Typesetter& typesetter_;
};

}  // namespace

look::Theme paper_theme() {
    look::Theme theme = look::light_theme();
    theme.surface = theme.raised;
    return theme;
}

void paint(cairo_t* canvas, const charts::Picture& picture, const look::Theme& theme,
           const Typesetter& typesetter, const Tags& tags) {
    if (tags.begin) {
        tags.begin("Figure");
    }
    cairo_save(canvas);
    cairo_new_path(canvas);
    cairo_set_line_join(canvas, CAIRO_LINE_JOIN_ROUND);
    const Painter painter(canvas, theme, typesetter);
    for (const charts::Shape& shape : picture.shapes) {
        std::visit(painter, shape);
    }
    cairo_restore(canvas);
    if (tags.end) {
        tags.end("Figure");
    }
}

}  // namespace unknot::paper
