#include "app/charts/marks.h"
#include "app/charts/timeline_parts.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace unknot::charts {

namespace {

constexpr float bar_badge = 14;
constexpr float least_bar = 3;          ///< a flag of one day is seen in ten years, too
constexpr float pressure_step = 9.25F;  ///< height of a session's bar for each pressure level
constexpr float full_bar = 8;

/// The x of a span's ends, cut at the plot's.
std::pair<float, float> ends_of(const FlagSpan& span, const TimelineLayout& layout) {
    const TimeScale& scale = layout.scale;
    const float from = std::max(scale.x(span.from.number), scale.left);
    const float to = std::min(scale.x(span.to.number + 1.0), scale.right);
    return {std::min(from, scale.right - least_bar), std::max(to, from + least_bar)};
}

bool seen(const FlagSpan& span, const TimelineLayout& layout) {
    return span.from.number < layout.scale.window.to && span.to.number + 1.0 > layout.scale.window.from;
}

/// The less serious first, so that where days are narrow the more serious stands on top.
std::vector<std::size_t> by_tier(const TrackSeries& series, const TimelineLayout& layout) {
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < series.flags.size(); ++i) {
        if (seen(series.flags[i], layout)) {
            order.push_back(i);
        }
    }
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        return series.flags[a].tier < series.flags[b].tier;
    });
    return order;
}

float bar_width(const TimelineLayout& layout) {
    return std::clamp(layout.scale.per_day() * 0.43F, 1.5F, full_bar);
}

float top_of(const SessionPoint& session, const TimelineLayout& layout) {
    return layout.base - pressure_step * static_cast<float>(number(session.pressure));
}

/// Of the sessions that share a column the hardest: a bar as wide as a column can show one height only.
std::vector<std::size_t> drawn_sessions(const TrackSeries& series, const TimelineLayout& layout) {
    std::map<int, std::size_t> columns;
    for (std::size_t i = 0; i < series.sessions.size(); ++i) {
        const SessionPoint& session = series.sessions[i];
        if (!layout.scale.window.holds(session.time)) {
            continue;
        }
        const int column = static_cast<int>(std::floor(layout.scale.x(session.time)));
        const auto [at, first] = columns.try_emplace(column, i);
        if (!first && session.pressure > series.sessions[at->second].pressure) {
            at->second = i;
        }
    }
    std::vector<std::size_t> drawn;
    drawn.reserve(columns.size());
    for (const auto& [column, index] : columns) {
        drawn.push_back(index);
    }
    return drawn;
}

}  // namespace

void add_flag_tints(Picture& picture, const TrackSeries& series, const TimelineLayout& layout) {
    for (const std::size_t i : by_tier(series, layout)) {
        const FlagSpan& span = series.flags[i];
        if (span.tier >= guidance::Tier::pause) {
            const auto [from, to] = ends_of(span, layout);
            picture.shapes.emplace_back(
                Rect{{from, layout.plot_top, to - from, layout.plot_bottom - layout.plot_top},
                     0,
                     tier_paint(ColourRole::tier_tint, span.tier),
                     {}});
        }
    }
}

void add_flag_lane(Picture& picture, const TrackSeries& series, const TimelineLayout& layout) {
    const float middle = layout.lane_top + flag_lane_height / 2;
    for (const std::size_t i : by_tier(series, layout)) {
        const FlagSpan& span = series.flags[i];
        const auto [from, to] = ends_of(span, layout);
        const float width = to - from;
        picture.shapes.emplace_back(
            Rect{{from + 0.5F, layout.lane_top + 0.5F, width - 1, flag_lane_height - 1},
                 std::min(3.5F, (width - 1) / 2),
                 tier_paint(ColourRole::tier_fill, span.tier),
                 {tier_paint(ColourRole::tier_edge, span.tier), 1}});
        if (width >= bar_badge + 4) {
            const float x = width >= 2 * bar_badge ? from + 11 : from + width / 2;
            add_badge(picture, {x, middle}, bar_badge, span.tier);
        }
    }
    for (std::size_t i = 0; i < series.flags.size(); ++i) {
        if (seen(series.flags[i], layout)) {
            const auto [from, to] = ends_of(series.flags[i], layout);
            picture.targets.push_back({HitTarget::Kind::flag,
                                       i,
                                       {from, layout.lane_top, to - from, flag_lane_height},
                                       {(from + to) / 2, middle}});
        }
    }
}

void add_session_lane(Picture& picture, const TrackSeries& series, const TimelineLayout& layout) {
    picture.shapes.emplace_back(
        Polyline{{{layout.scale.left, layout.base}, {layout.scale.right, layout.base}},
                 {{ColourRole::line_strong, 0}, 1}});
    add_session_icon(picture, {17, layout.base - 26}, 20);
    const float width = bar_width(layout);
    for (const std::size_t i : drawn_sessions(series, layout)) {
        const SessionPoint& session = series.sessions[i];
        const float x = layout.scale.x(session.time);
        const float top = top_of(session, layout);
        picture.shapes.emplace_back(Rect{{x - width / 2, top, width, layout.base - top},
                                         std::min(3.0F, width / 2),
                                         {ColourRole::session, 0},
                                         {}});
        if (session.late && layout.roomy()) {
            add_late_mark(picture, {x, top - 9}, 11);
        }
    }
    for (std::size_t i = 0; i < series.sessions.size(); ++i) {
        const SessionPoint& session = series.sessions[i];
        if (layout.scale.window.holds(session.time)) {
            const float x = layout.scale.x(session.time);
            picture.targets.push_back({HitTarget::Kind::session,
                                       i,
                                       {x - 8, layout.plot_bottom + 4, 16, layout.base - layout.plot_bottom},
                                       {x, top_of(session, layout)}});
        }
    }
}

}  // namespace unknot::charts
