#pragma once

#include "app/charts/picture.h"
#include "app/domain/instant.h"
#include "app/words/catalogue.h"

namespace unknot::charts {

/// A moment on a time axis: the number of its local day plus the fraction of it that was over (days run from
/// 04:00 to 04:00, at each record's own offset, so that a day is one column wherever it was lived).
/// Worked: 1970-01-02T16:00:00+02:00 is 1.5.
[[nodiscard]] double axis_time(const Instant& at);

/// What a timeline shows: from the beginning of local day `from` to that of `to`. Fractions let zoom and pan
/// go smoothly. `to` must be the larger.
struct TimeWindow {
    double from = 0;
    double to = 1;

    [[nodiscard]] double days() const { return to - from; }
    [[nodiscard]] bool holds(double time) const { return time >= from && time < to; }
};

constexpr double shortest_window_days = 3;
constexpr double longest_window_days = 200 * 366.0;

/// Whole days, both ends included.
[[nodiscard]] TimeWindow window_of(LocalDay first, LocalDay last);

/// `window` with `factor` times as many days, the moment `around` staying where it is; kept between the
/// shortest and the longest window.
[[nodiscard]] TimeWindow zoomed(const TimeWindow& window, double factor, double around);

/// Moved by `days`, later where positive.
[[nodiscard]] TimeWindow panned(const TimeWindow& window, double days);

/// Turns moments into positions from `left` to `right`.
struct TimeScale {
    TimeWindow window;
    float left = 0;
    float right = 1;

    [[nodiscard]] float x(double time) const {
        return left + static_cast<float>((time - window.from) / window.days()) * (right - left);
    }
    [[nodiscard]] double time(float x) const {
        return window.from + static_cast<double>((x - left) / (right - left)) * window.days();
    }
    [[nodiscard]] float per_day() const {
        return static_cast<float>(static_cast<double>(right - left) / window.days());
    }
};

struct Tick {
    double time = 0;
    std::string label;  ///< starts at the tick; empty where there is no room for it
};

/// The dates to write under an axis: days, Mondays, months or years, as close as their labels have room.
[[nodiscard]] std::vector<Tick> ticks(const TimeScale& scale, LocalDay today, const words::Catalogue& words,
                                      const Measure& measure);

}  // namespace unknot::charts
