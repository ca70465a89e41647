#pragma once

#include "app/charts/outcomes.h"
#include "app/words/catalogue.h"

namespace unknot::charts {

struct DoseFrame {
    float width = 496;  ///< at least 300; from 440 on the points stand beside the tally
    TimeWindow window;
};

/// "Very light" … "Too much": a level as a heading.
[[nodiscard]] std::string_view level_name(const words::Catalogue& words, PressureLevel level);

/// The counts in words: "Strong: settled in two days 1 of 4. Light: 4 of 4. Here, soreness that lingers often
/// follows strong sessions." Says where they are too few.
[[nodiscard]] std::string dose_text(const LevelCounts& counts, const words::Catalogue& words);

/// Those words; one mark a session-day for each pressure level (LOOK, Tally); and pressure × minutes against
/// the worst soreness of the two days after. Kind of targets: session_day, an index into
/// TrackSeries::days. The height is what it needs.
[[nodiscard]] Picture dose_chart(const TrackSeries& series, const DoseFrame& frame,
                                 const words::Catalogue& words, const Measure& measure);

[[nodiscard]] Card dose_card(const TrackSeries& series, const HitTarget& target,
                             const words::Catalogue& words);

/// A row for each session-day of the window.
[[nodiscard]] Table dose_table(const TrackSeries& series, const TimeWindow& window,
                               const words::Catalogue& words);

/// After a back-off: what was suggested, what was done, whether it settled; a row for each stretch.
[[nodiscard]] Table back_off_table(const std::vector<BackOff>& back_offs, LocalDay today,
                                   const words::Catalogue& words);

}  // namespace unknot::charts
