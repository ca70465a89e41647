#pragma once

#include "app/views/trends/trends.h"

namespace unknot::views {

/// Makes the series again where the log or the day changed.
void refresh_data(const Facts& facts, TrendsState& state);

/// The track whose timeline is shown; null where all areas are, or nothing is logged.
[[nodiscard]] const charts::TrackSeries* shown_track(const TrendsState& state);

/// The days of the chosen range: from the first record of what is shown where that is "all".
[[nodiscard]] charts::TimeWindow range_window(const TrendsState& state);
/// The same, or what it was zoomed or moved to.
[[nodiscard]] charts::TimeWindow shown_window(const TrendsState& state);

/// The keyboard begins anew in each picture: its targets are others now.
void forget_cursors(TrendsState& state);

/// Zooms or moves the timeline; it stays within the records and the range.
void set_window(TrendsState& state, const charts::TimeWindow& window);

void choose_track(TrendsState& state, const TrackKey& track);
void choose_all_areas(TrendsState& state);
void choose_range(TrendsState& state, TrendsRange range);

}  // namespace unknot::views
