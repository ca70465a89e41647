#pragma once

#include "app/charts/timeline.h"

/// The parts that a timeline is put together from; only timeline*.cpp and what draws several of them include
/// this.
namespace unknot::charts {

constexpr float flag_lane_height = 22;  ///< of the flags' bars

struct TimelineLayout {
    float width = 0;
    float lane_top = 0;     ///< of the flags' bars
    float plot_top = 0;     ///< where soreness 10 is
    float plot_bottom = 0;  ///< where soreness 0 is
    float base = 0;         ///< what the sessions' bars stand on
    TimeScale scale;
    float dot = 5;  ///< radius of a check-in's dot: smaller where days are narrow

    [[nodiscard]] float y(double soreness) const {
        return plot_bottom + static_cast<float>(soreness / 10.0) * (plot_top - plot_bottom);
    }
    [[nodiscard]] bool roomy() const { return scale.per_day() >= 9; }
};

/// What is in the window, which decides what the legend has to explain.
struct TimelineContent {
    bool dots = false;
    bool rings = false;
    bool settled = false;
    bool sessions = false;
    bool late = false;
    bool thinned = false;
};

[[nodiscard]] TimelineContent content_of(const TrackSeries& series, const TimelineLayout& layout);

/// The heading's lines; gives the height that they take.
float add_timeline_heading(Picture& picture, const TimelineFrame& frame, const Measure& measure);

/// Range and legend below `top`; gives the height that they take.
float add_timeline_legend(Picture& picture, const TimelineFrame& frame, float top,
                          const TimelineContent& content, LocalDay today, const words::Catalogue& words,
                          const Measure& measure);

/// The legend alone, `width` wide, without the range; gives the height that it takes.
float add_timeline_entries(Picture& picture, const TimelineContent& content, float top, float width,
                           const words::Catalogue& words, const Measure& measure);

void add_flag_tints(Picture& picture, const TrackSeries& series, const TimelineLayout& layout);
void add_flag_lane(Picture& picture, const TrackSeries& series, const TimelineLayout& layout);
void add_session_lane(Picture& picture, const TrackSeries& series, const TimelineLayout& layout);
void add_settled_line(Picture& picture, const TrackSeries& series, const TimelineLayout& layout);
void add_rating_lines(Picture& picture, const TrackSeries& series, const TimelineLayout& layout);
void add_rating_marks(Picture& picture, const TrackSeries& series, const TimelineLayout& layout);
void add_gap_words(Picture& picture, const TrackSeries& series, const TimelineLayout& layout,
                   const words::Catalogue& words, const Measure& measure);

/// The ratings of the window that get a mark: all of them, or of each column of two units just the lowest and
/// the highest where more than two share it. In time order.
[[nodiscard]] std::vector<std::size_t> marked_ratings(const TrackSeries& series,
                                                      const TimelineLayout& layout);

}  // namespace unknot::charts
