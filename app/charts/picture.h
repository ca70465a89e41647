#pragma once

#include "app/domain/record_id.h"
#include "app/domain/scales.h"
#include "app/guidance/guidance.h"
#include "app/look/geometry.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

/// What to draw, as plain geometry and text, computed once for screen and paper. Lengths are design units
/// (pixels at 100 % text and content scale 1), y grows downwards, the picture's top left corner is 0, 0.
namespace unknot::charts {

using Point = look::Point;

struct Box {
    float x = 0;
    float y = 0;
    float width = 0;
    float height = 0;

    [[nodiscard]] float right() const { return x + width; }
    [[nodiscard]] float bottom() const { return y + height; }
    [[nodiscard]] bool holds(Point p) const {
        return p.x >= x && p.x <= right() && p.y >= y && p.y <= bottom();
    }
};

/// What a colour is for. A theme makes a colour of it when it is painted, so that one picture serves light,
/// dark and paper.
enum class ColourRole : std::uint8_t {
    none,  ///< not drawn
    surface,
    text,
    muted,
    line,
    line_strong,
    accent,
    accent_on,
    soreness,       ///< the fill of the value in `level`, 0 to 10
    soreness_text,  ///< what is read on that fill
    soreness_line,
    session,
    settled,
    grid,
    tier_fill,  ///< of the guidance::Tier in `level`, as those below
    tier_edge,
    tier_on,
    tier_tint,  ///< the fill, blended with the surface: days below a flag
    body,
    body_line,
    area,
    area_line,
};

struct Paint {
    ColourRole role = ColourRole::none;
    std::uint8_t level = 0;  ///< of soreness and tier roles; 0 for all others

    friend bool operator==(const Paint&, const Paint&) = default;
};

[[nodiscard]] inline Paint soreness_paint(ColourRole role, Soreness soreness) {
    return {role, static_cast<std::uint8_t>(soreness.value())};
}
[[nodiscard]] inline Paint tier_paint(ColourRole role, guidance::Tier tier) {
    return {role, static_cast<std::uint8_t>(tier)};
}

/// The type of a text; its font, size and line height are look's styles of the same names.
enum class TextRole : std::uint8_t { small, small_bold, body, body_bold, head };

/// Which point of a text stands at `Text::at`. There is no rotation.
enum class Anchor : std::uint8_t { start, middle, end };

struct Stroke {
    Paint paint;
    float width = 1;
    float dash = 0;  ///< length of a dash; 0 = not dashed
    float gap = 0;   ///< between dashes

    friend bool operator==(const Stroke&, const Stroke&) = default;
};

/// An open line through two or more points, with round joins, and round caps unless dashed.
struct Polyline {
    std::vector<Point> points;
    Stroke stroke;
};

/// A closed shape of three or more points; may be concave.
struct Polygon {
    std::vector<Point> points;
    Paint fill;
    Stroke stroke;
    /// Corners of the triangles that fill it, three by three, where they are known; else a painter finds
    /// them, which takes the longer the more points there are.
    std::vector<std::uint16_t> triangles = {};
};

/// `radius` 0: square corners. The stroke runs on the edge, half inside and half outside.
struct Rect {
    Box box;
    float radius = 0;
    Paint fill;
    Stroke stroke;
};

struct Circle {
    Point centre;
    float radius = 1;
    Paint fill;
    Stroke stroke;
};

/// One line of text, any script. `at` lies on the baseline.
struct Text {
    Point at;
    std::string text;
    TextRole role = TextRole::small;
    Paint paint{ColourRole::text, 0};
    Anchor anchor = Anchor::start;
};

using Shape = std::variant<Polyline, Polygon, Rect, Circle, Text>;

/// Something that the pointer can hit and the keyboard can go to. The chart that made the picture says what
/// its card holds (timeline_card and the like).
struct HitTarget {
    enum class Kind : std::uint8_t { rating, session, flag, day, track, session_day };
    Kind kind = Kind::rating;
    std::size_t index = 0;  ///< into the list of that kind of what the picture was made from
    Box box;                ///< within it the pointer is on it; the nearest `at` counts where several are hit
    Point at;               ///< where the ring goes
};

/// What a hover or the keyboard's cursor shows.
struct Card {
    std::optional<RecordId> record;    ///< what a click opens
    std::optional<Soreness> soreness;  ///< the number on its colour; empty where there is none
    std::string title;                 ///< "Moderate, day 1"
    std::string when;                  ///< "Friday 9 October, 07:50. Settled line 3"
    std::string context;               ///< "After strong, 6 min. Tensed up"; may be empty
};

/// The same numbers as rows of text, for the keyboard, screen readers and tables. Every row is as long as
/// `headers`.
struct Table {
    std::vector<std::string> headers;
    std::vector<std::vector<std::string>> rows;
};

struct Picture {
    float width = 0;
    float height = 0;
    std::vector<Shape> shapes;       ///< in the order in which they are painted
    std::vector<HitTarget> targets;  ///< in the order in which arrow keys go through them
};

/// How wide a text is, in design units. Comes from the painter's fonts, so that this library knows none.
using Measure = std::function<float(std::string_view, TextRole)>;

/// The index of the target under `p`: of those whose box holds it the one whose `at` is nearest; nothing
/// where none does.
[[nodiscard]] std::optional<std::size_t> target_at(const Picture& picture, Point p);

/// `text` in lines of at most `width`, broken at blanks; a single longer word gets a line of its own. Never
/// empty.
[[nodiscard]] std::vector<std::string> wrapped(std::string_view text, TextRole role, float width,
                                               const Measure& measure);

/// `wrapped` for sentences: where a single word would stand alone on the last line, wrapped again a little
/// narrower, as long as no line is added (LOOK, Type).
[[nodiscard]] std::vector<std::string> wrapped_sentence(std::string_view text, TextRole role, float width,
                                                        const Measure& measure);

/// From baseline to baseline of wrapped text of that role (look/tokens).
[[nodiscard]] float line_height(TextRole role);

/// Adds `part` to `whole`, its top left corner at `at`.
void place(Picture& whole, const Picture& part, Point at);

/// The picture as lines of text, every number with two digits: what the golden tests compare whole.
[[nodiscard]] std::string dump(const Picture& picture);

}  // namespace unknot::charts
