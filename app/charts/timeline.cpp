#include "app/charts/timeline.h"

#include "app/charts/marks.h"
#include "app/charts/timeline_parts.h"

#include <algorithm>
#include <cmath>

namespace unknot::charts {

namespace {

constexpr float axis_left = 38;  ///< room for "10" and the ramp
constexpr float axis_right = 6;  ///< half a dot, so that the last one is whole
constexpr float lane_gap = 14;   ///< between the header and the flags
constexpr float lane_to_plot = 10;
constexpr float below_base = 25;    ///< dates
constexpr float session_lane = 63;  ///< from soreness 0 to the sessions' base
constexpr float full_dot = 5;
constexpr float least_dot = 2;
constexpr float full_dot_per_day = 9;

TimelineLayout layout_of(const TimelineFrame& frame, float header, float height) {
    TimelineLayout layout;
    layout.width = frame.width;
    layout.lane_top = header + lane_gap;
    layout.plot_top = layout.lane_top + flag_lane_height + lane_to_plot;
    layout.base = height - below_base;
    layout.plot_bottom = layout.base - session_lane;
    layout.scale = {frame.window, axis_left, frame.width - axis_right};
    layout.dot = std::clamp(full_dot * layout.scale.per_day() / full_dot_per_day, least_dot, full_dot);
    return layout;
}

void add_rule(Picture& picture, Point from, Point to, ColourRole role) {
    picture.shapes.emplace_back(Polyline{{from, to}, {{role, 0}, 1}});
}

void add_scale(Picture& picture, const TimelineLayout& layout) {
    const int step = layout.plot_bottom - layout.plot_top >= 120 ? 2 : 5;
    for (int value = 0; value <= 10; value += step) {
        const float y = layout.y(value);
        add_rule(picture, {axis_left, y}, {layout.scale.right, y},
                 value == 0 ? ColourRole::line_strong : ColourRole::grid);
        picture.shapes.emplace_back(Text{{24, y + small_text_drop},
                                         std::to_string(value),
                                         TextRole::small,
                                         {ColourRole::muted, 0},
                                         Anchor::end});
    }
}

/// The soreness colours along the axis: each value reaches half a step to both sides.
void add_ramp(Picture& picture, const TimelineLayout& layout) {
    for (int value = 0; value <= 10; ++value) {
        const float top = layout.y(std::min(10.0, value + 0.5));
        const float bottom = layout.y(std::max(0.0, value - 0.5));
        picture.shapes.emplace_back(Rect{{axis_left - 6, top, 5, bottom - top},
                                         0,
                                         {ColourRole::soreness, static_cast<std::uint8_t>(value)},
                                         {}});
    }
}

void add_dates(Picture& picture, const TimelineLayout& layout, LocalDay today, const words::Catalogue& words,
               const Measure& measure) {
    for (const Tick& tick : ticks(layout.scale, today, words, measure)) {
        const float x = layout.scale.x(tick.time);
        add_rule(picture, {x, layout.plot_top}, {x, layout.base}, ColourRole::grid);
        if (!tick.label.empty()) {
            picture.shapes.emplace_back(Text{{x + 3, layout.base + 20},
                                             tick.label,
                                             TextRole::small,
                                             {ColourRole::muted, 0},
                                             Anchor::start});
        }
    }
}

/// Adds what stands above the plot, which is as high as it needs; gives the places below it.
TimelineLayout begin(Picture& picture, const TrackSeries& series, const TimelineFrame& frame,
                     const words::Catalogue& words, const Measure& measure) {
    picture.width = frame.width;
    const float heading = add_timeline_heading(picture, frame, measure);
    picture.height = frame.height + heading;
    const TimelineContent content = content_of(series, layout_of(frame, 0, frame.height));
    const float legend = add_timeline_legend(picture, frame, heading, content, series.today, words, measure);
    return layout_of(frame, heading + legend, picture.height);
}

}  // namespace

Picture timeline(const TrackSeries& series, const TimelineFrame& frame, const words::Catalogue& words,
                 const Measure& measure) {
    Picture picture;
    const TimelineLayout layout = begin(picture, series, frame, words, measure);
    add_flag_tints(picture, series, layout);
    add_dates(picture, layout, series.today, words, measure);
    add_scale(picture, layout);
    add_ramp(picture, layout);
    add_settled_line(picture, series, layout);
    add_gap_words(picture, series, layout, words, measure);
    add_flag_lane(picture, series, layout);
    add_rating_lines(picture, series, layout);
    add_rating_marks(picture, series, layout);
    add_session_lane(picture, series, layout);
    return picture;
}

TimelinePlot timeline_plot(const TrackSeries& series, const TimelineFrame& frame,
                           const words::Catalogue& words, const Measure& measure) {
    Picture above;
    const TimelineLayout layout = begin(above, series, frame, words, measure);
    return {layout.scale, layout.plot_top, layout.base};
}

}  // namespace unknot::charts
