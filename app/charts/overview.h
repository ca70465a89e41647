#pragma once

#include "app/charts/axis.h"
#include "app/charts/series.h"
#include "app/domain/area.h"
#include "app/words/catalogue.h"

#include <map>

/// All areas at once: small multiples, the calendar, the body map.
namespace unknot::charts {

struct SmallFrame {
    float width = 520;  ///< as many columns of 240 or more as have room
    TimeWindow window;
};

/// One small timeline a track, in the order given: badge and name, soreness 0 to 10, sessions below, days
/// with ease off or more tinted. Kind of targets: track, an index into `all`. The height is what it needs.
[[nodiscard]] Picture small_multiples(const std::vector<TrackSeries>& all, const SmallFrame& frame,
                                      const AreaCatalogue& areas, const words::Catalogue& words,
                                      const Measure& measure);

/// A row for each track: place, latest rating, its day, state, flag.
[[nodiscard]] Table overview_table(const std::vector<TrackSeries>& all, const AreaCatalogue& areas,
                                   const words::Catalogue& words);

/// The card of a track: small multiples and body map. Its number is the latest rating.
[[nodiscard]] Card track_card(const std::vector<TrackSeries>& all, const HitTarget& target,
                              const AreaCatalogue& areas, const words::Catalogue& words);

/// A local day of the calendar.
struct CalendarDay {
    std::optional<Soreness> worst;  ///< the highest rating of any track; empty = not rated, never 0
    std::size_t track = 0;          ///< whose it is
    std::size_t rating = 0;         ///< into that track's ratings
    bool session = false;
};

/// Every day that has a rating or a session, of all tracks given.
[[nodiscard]] std::map<LocalDay, CalendarDay> calendar_days(const std::vector<TrackSeries>& all);

struct CalendarFrame {
    float width = 1080;  ///< as many months of 268 as have room beside each other
    LocalDay first;      ///< its whole month is drawn
    LocalDay last;       ///< so is this one's
    LocalDay today;
};

/// Months as blocks of days from Monday to Sunday; each rated day in the colour of its worst rating, with the
/// number; days with a session underlined; days without a rating empty. Kind of targets: day, whose index is
/// LocalDay::number.
[[nodiscard]] Picture calendar(const std::map<LocalDay, CalendarDay>& days, const CalendarFrame& frame,
                               const words::Catalogue& words);

[[nodiscard]] Card calendar_card(const std::vector<TrackSeries>& all,
                                 const std::map<LocalDay, CalendarDay>& days, const HitTarget& target,
                                 LocalDay today, const AreaCatalogue& areas, const words::Catalogue& words);

/// A row for each day that has a rating or a session and lies in the frame.
[[nodiscard]] Table calendar_table(const std::vector<TrackSeries>& all,
                                   const std::map<LocalDay, CalendarDay>& days, const CalendarFrame& frame,
                                   const AreaCatalogue& areas, const words::Catalogue& words);

struct BodyFrame {
    float width = 560;     ///< front and back share it
    float height = 640;    ///< without the list of what the map does not show
    int recent_days = 14;  ///< a rating as old as that, counted from today, still colours its area
};

/// Front and back, each area in the colour of its latest rating with the number, where that is recent; others
/// blank. Flagged areas carry their badge. Tracks without a place on the map stand below in words. Kind of
/// targets: track, an index into `all`.
[[nodiscard]] Picture body_map(const std::vector<TrackSeries>& all, const BodyFrame& frame,
                               const AreaCatalogue& areas, const words::Catalogue& words,
                               const Measure& measure);

/// The track's latest rating where it is at most that many days older than today; else null.
[[nodiscard]] const RatingPoint* recent_rating(const TrackSeries& series, int recent_days);

}  // namespace unknot::charts
