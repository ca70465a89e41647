#pragma once

#include "app/charts/overview.h"
#include "app/charts/timeline.h"
#include "app/views/kit/table.h"
#include "app/views/view.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace unknot::views {

/// How much time the screen shows; all but the last end today.
enum class TrendsRange : std::uint8_t { four_weeks, eight_weeks, six_months, all };

/// Every track's series, made once for a state of the log and a day.
struct TrendsData {
    bool made = false;
    std::uint64_t generation = 0;
    bool sample = false;
    LocalDay today;
    std::vector<charts::TrackSeries> all;  ///< the one with the latest record first
};

/// What pictures were made for; equal = they still hold.
struct TrendsKey {
    std::uint64_t data = 0;  ///< TrendsState::data_version
    std::optional<TrackKey> track;
    double from = 0;
    double to = 0;
    float width = 0;  ///< in units, as the height
    float height = 0;
    float scale = 0;
    bool as_table = false;
    std::string language;  ///< of the words in it

    friend bool operator==(const TrendsKey&, const TrendsKey&) = default;
};

/// A picture of one card or its table, and what it was made for.
struct TrendsPicture {
    std::optional<TrendsKey> made_for;
    charts::Picture picture;
    kit::TextTable table;
    std::optional<std::size_t> cursor;  ///< the keyboard's, in the picture's targets
};

/// What the Trends screen remembers between frames.
struct TrendsState {
    std::optional<TrackKey> track;  ///< empty until one was chosen
    bool all_areas = false;
    TrendsRange range = TrendsRange::eight_weeks;
    std::optional<charts::TimeWindow> window;  ///< where it was zoomed or moved away from the range
    bool dragged = false;                      ///< the pointer moved the timeline: letting go opens nothing
    bool as_table = false;

    TrendsData data;
    std::uint64_t data_version = 0;
    TrendsPicture timeline;
    charts::TimelinePlot plot;
    TrendsPicture dose;
    TrendsPicture back_offs;  ///< a table always
    TrendsPicture areas;
    std::vector<charts::TrackSeries> shown_areas;  ///< those in `areas`
    TrendsPicture body;
    TrendsPicture calendar;
    std::map<LocalDay, charts::CalendarDay> days;  ///< those in `calendar`
};

void draw_trends(const kit::Ui& ui, const Facts& facts, TrendsState& state, const ImRect& area,
                 Wishes& wishes);

}  // namespace unknot::views
