#pragma once

#include "app/charts/axis.h"
#include "app/charts/series.h"
#include "app/domain/area.h"
#include "app/words/catalogue.h"

#include <string>

/// Pictures for a printed page: many tracks in little room, readable without colour and without a pointer.
namespace unknot::charts {

struct LanesFrame {
    float width = 640;  ///< at least 320
    TimeWindow window;
    float plot_height = 48;  ///< of soreness 0 to 10
};

/// What a lane with a name of one line is higher than its plot, and the dates below the last one.
constexpr float around_plot = 68;
constexpr float lanes_foot = 26;

/// A timeline a track below one another, one axis of dates for all: name, flags as bars with their badge,
/// soreness from 0 to 10 with the settled line, sessions as bars whose height is the pressure. No targets.
[[nodiscard]] Picture lanes(const std::vector<const TrackSeries*>& shown, const LanesFrame& frame,
                            const AreaCatalogue& areas, const words::Catalogue& words,
                            const Measure& measure);

/// What the marks of `lanes` are, as a row of marks with words, in as many rows as `width` needs.
[[nodiscard]] Picture lanes_legend(const std::vector<const TrackSeries*>& shown, const LanesFrame& frame,
                                   float width, const words::Catalogue& words, const Measure& measure);

/// A place of the body with a number on it.
struct BodyMark {
    TrackKey key;
    std::optional<Soreness> soreness;  ///< empty: worked on, not rated; marked with a dash
};

struct PrintBodyFrame {
    float width = 320;  ///< front and back share it
};

/// Front and back with a numbered spot on each place; own areas where they were put on the map. Of spots that
/// would cover each other only the first of `marks` is drawn. `left` and
/// `right` are the person's own, and the captions say so. Places that no view shows are left out: say them in
/// words. No targets. The height is what it needs.
[[nodiscard]] Picture print_body(const std::vector<BodyMark>& marks, const PrintBodyFrame& frame,
                                 const AreaCatalogue& areas, const words::Catalogue& words);

/// True where `print_body` has a place for it.
[[nodiscard]] bool has_place_on_body(const TrackKey& key, const AreaCatalogue& areas);

}  // namespace unknot::charts
