#include "app/charts/marks.h"
#include "app/charts/print.h"
#include "app/charts/timeline_parts.h"
#include "app/words/phrases.h"

#include <algorithm>

namespace unknot::charts {

namespace {

constexpr float lane_axis_left = 26;  ///< room for "10"
constexpr float lane_axis_right = 4;
constexpr float name_room = 20;  ///< of a lane's name, its first line
constexpr float flags_to_plot = 3;
constexpr float printed_session_lane = 18;
constexpr float printed_bar_step = 3.2F;  ///< height of a session's bar for each pressure level
constexpr float largest_dot = 4;
constexpr float smallest_dot = 1.5F;
constexpr float lane_dot_per_day = 11;

TimelineLayout lane_layout(const LanesFrame& frame, float top, float name_height) {
    TimelineLayout layout;
    layout.width = frame.width;
    layout.lane_top = top + name_height;
    layout.plot_top = layout.lane_top + flag_lane_height + flags_to_plot;
    layout.plot_bottom = layout.plot_top + frame.plot_height;
    layout.base = layout.plot_bottom + printed_session_lane;
    layout.scale = {frame.window, lane_axis_left, frame.width - lane_axis_right};
    layout.dot =
        std::clamp(largest_dot * layout.scale.per_day() / lane_dot_per_day, smallest_dot, largest_dot);
    return layout;
}

void add_lane_scale(Picture& picture, const TimelineLayout& layout) {
    for (const int value : {0, 5, 10}) {
        const float y = layout.y(value);
        picture.shapes.emplace_back(
            Polyline{{{layout.scale.left, y}, {layout.scale.right, y}},
                     {{value == 0 ? ColourRole::line_strong : ColourRole::grid, 0}, 1}});
        if (value != 5) {
            picture.shapes.emplace_back(Text{{lane_axis_left - 6, y + small_text_drop},
                                             std::to_string(value),
                                             TextRole::small,
                                             {ColourRole::muted, 0},
                                             Anchor::end});
        }
    }
}

void add_printed_sessions(Picture& picture, const TrackSeries& series, const TimelineLayout& layout) {
    const float width = std::clamp(layout.scale.per_day() * 0.5F, 1.2F, 6.0F);
    for (const SessionPoint& session : series.sessions) {
        if (layout.scale.window.holds(session.time)) {
            const float x = layout.scale.x(session.time);
            const float height = printed_bar_step * static_cast<float>(number(session.pressure));
            picture.shapes.emplace_back(
                Rect{{x - width / 2, layout.base - height, width, height}, 0, {ColourRole::session, 0}, {}});
        }
    }
}

void add_lane_dates(Picture& picture, const TimelineLayout& last, float top, LocalDay today,
                    const words::Catalogue& words, const Measure& measure) {
    for (const Tick& tick : ticks(last.scale, today, words, measure)) {
        const float x = last.scale.x(tick.time);
        picture.shapes.emplace_back(Polyline{{{x, top}, {x, last.base + 4}}, {{ColourRole::grid, 0}, 1}});
        if (!tick.label.empty()) {
            picture.shapes.emplace_back(Text{
                {x + 3, last.base + 18}, tick.label, TextRole::small, {ColourRole::muted, 0}, Anchor::start});
        }
    }
}

/// Name lines of a lane, and what stands below them.
struct Lane {
    const TrackSeries* series;
    std::vector<std::string> name;
    float top;
    TimelineLayout layout;
};

void add_lane_name(Picture& picture, const Lane& lane) {
    float baseline = lane.top + 14;
    for (const std::string& line : lane.name) {
        picture.shapes.emplace_back(
            Text{{0, baseline}, line, TextRole::small_bold, {ColourRole::text, 0}, Anchor::start});
        baseline += line_height(TextRole::small);
    }
}

void add_lane_content(Picture& picture, const Lane& lane) {
    const TrackSeries& series = *lane.series;
    add_lane_name(picture, lane);
    add_lane_scale(picture, lane.layout);
    add_settled_line(picture, series, lane.layout);
    add_flag_lane(picture, series, lane.layout);
    add_rating_lines(picture, series, lane.layout);
    add_rating_marks(picture, series, lane.layout);
    picture.shapes.emplace_back(
        Polyline{{{lane.layout.scale.left, lane.layout.base}, {lane.layout.scale.right, lane.layout.base}},
                 {{ColourRole::line_strong, 0}, 1}});
    add_printed_sessions(picture, series, lane.layout);
}

}  // namespace

Picture lanes(const std::vector<const TrackSeries*>& shown, const LanesFrame& frame,
              const AreaCatalogue& areas, const words::Catalogue& words, const Measure& measure) {
    Picture picture;
    picture.width = frame.width;
    std::vector<Lane> all;
    float top = 0;
    for (const TrackSeries* series : shown) {
        Lane lane{series,
                  wrapped(words::place(words, areas, series->key.area, series->key.side),
                          TextRole::small_bold, frame.width, measure),
                  top,
                  {}};
        const float more = line_height(TextRole::small) * static_cast<float>(lane.name.size() - 1);
        lane.layout = lane_layout(frame, top, name_room + more);
        top += around_plot + frame.plot_height + more;
        all.push_back(std::move(lane));
    }
    // Tints and dates lie under everything else.
    for (const Lane& lane : all) {
        add_flag_tints(picture, *lane.series, lane.layout);
    }
    if (!all.empty()) {
        add_lane_dates(picture, all.back().layout, all.front().layout.plot_top, all.front().series->today,
                       words, measure);
    }
    for (const Lane& lane : all) {
        add_lane_content(picture, lane);
    }
    picture.height = all.empty() ? 0 : all.back().layout.base + lanes_foot;
    picture.targets.clear();
    return picture;
}

Picture lanes_legend(const std::vector<const TrackSeries*>& shown, const LanesFrame& frame, float width,
                     const words::Catalogue& words, const Measure& measure) {
    TimelineContent content;
    for (const TrackSeries* series : shown) {
        const TimelineContent one = content_of(*series, lane_layout(frame, 0, name_room));
        content.dots |= one.dots;
        content.rings |= one.rings;
        content.settled |= one.settled;
        content.sessions |= one.sessions;
        content.late |= one.late;
        content.thinned |= one.thinned;
    }
    Picture picture;
    picture.width = width;
    picture.height = add_timeline_entries(picture, content, 0, width, words, measure);
    return picture;
}

}  // namespace unknot::charts
