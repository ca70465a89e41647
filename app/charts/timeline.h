#pragma once

#include "app/charts/axis.h"
#include "app/charts/series.h"
#include "app/domain/area.h"
#include "app/words/catalogue.h"

namespace unknot::charts {

/// Two ratings farther apart are not joined: nobody knows what was in between (LOOK, Timeline).
constexpr double joined_within_hours = 36;

struct TimelineFrame {
    float width = 1080;   ///< at least 320
    float height = 358;   ///< at least 240; a heading comes on top of it
    std::string heading;  ///< a first line above all, for files: the area; empty on screen
    TimeWindow window;
};

/// Soreness over time: flags in the top lane, ratings from 0 to 10, sessions in the bottom lane. Every rating
/// and session of the window is a target, also where so many share a column that only the lowest and highest
/// are drawn. Kinds: rating, session, flag.
[[nodiscard]] Picture timeline(const TrackSeries& series, const TimelineFrame& frame,
                               const words::Catalogue& words, const Measure& measure);

/// Where in the picture time and soreness are, for the cursor and to zoom at the pointer.
struct TimelinePlot {
    TimeScale scale;
    float top = 0;     ///< soreness 10
    float bottom = 0;  ///< what the sessions stand on
};
[[nodiscard]] TimelinePlot timeline_plot(const TrackSeries& series, const TimelineFrame& frame,
                                         const words::Catalogue& words, const Measure& measure);

/// What one of its targets says. Settled line, session and sensations come from the series.
[[nodiscard]] Card timeline_card(const TrackSeries& series, const HitTarget& target,
                                 const words::Catalogue& words);

/// One row for each rating and session of the window, in time order: day, time, soreness, pressure, duration,
/// what it is, when it was entered where that was late.
[[nodiscard]] Table timeline_table(const TrackSeries& series, const TimeWindow& window,
                                   const words::Catalogue& words);

}  // namespace unknot::charts
