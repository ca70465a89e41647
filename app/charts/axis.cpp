#include "app/charts/axis.h"

#include "app/words/phrases.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace unknot::charts {

namespace {

constexpr double ms_per_day = 86'400'000.0;
constexpr float label_space = 16;  ///< between a label's end and the next tick, at least
constexpr float label_indent = 3;  ///< a label begins that far right of its tick

/// How far apart ticks are: days, Mondays, first days of months, first days of years.
enum class Unit : std::uint8_t { day, week, month, year };
struct Step {
    Unit unit;
    int count;
    double days;  ///< the least number of days between two ticks
};

constexpr std::array<Step, 14> steps{{{Unit::day, 1, 1},
                                      {Unit::day, 2, 2},
                                      {Unit::week, 1, 7},
                                      {Unit::week, 2, 14},
                                      {Unit::month, 1, 28},
                                      {Unit::month, 2, 59},
                                      {Unit::month, 3, 90},
                                      {Unit::month, 6, 181},
                                      {Unit::year, 1, 365},
                                      {Unit::year, 2, 730},
                                      {Unit::year, 5, 1825},
                                      {Unit::year, 10, 3650},
                                      {Unit::year, 20, 7300},
                                      {Unit::year, 50, 18250}}};

LocalDay first_of(int year, int month) {
    return local_day(CalendarDate{year, month, 1}).value_or(LocalDay{0});
}

/// The first tick of that step on or before `day`.
LocalDay tick_before(const Step& step, LocalDay day) {
    switch (step.unit) {
        case Unit::day: return day - ((day.number % step.count) + step.count) % step.count;
        case Unit::week: {
            const LocalDay monday = day - (iso_weekday(day) - 1);
            const int week = (monday.number - 4) / 7;  // 1970-01-05 was a Monday
            return monday - 7 * (((week % step.count) + step.count) % step.count);
        }
        case Unit::month: {
            const CalendarDate date = calendar_date(day);
            return first_of(date.year, (date.month - 1) / step.count * step.count + 1);
        }
        case Unit::year: return first_of(calendar_date(day).year / step.count * step.count, 1);
    }
    return day;
}

LocalDay tick_after(const Step& step, LocalDay tick) {
    switch (step.unit) {
        case Unit::day: return tick + step.count;
        case Unit::week: return tick + 7 * step.count;
        case Unit::month: {
            const CalendarDate date = calendar_date(tick);
            const int months = date.month - 1 + step.count;
            return first_of(date.year + months / 12, months % 12 + 1);
        }
        case Unit::year: return first_of(calendar_date(tick).year + step.count, 1);
    }
    return tick + 1;
}

std::string label_of(const Step& step, LocalDay day, bool first, LocalDay today,
                     const words::Catalogue& words) {
    switch (step.unit) {
        case Unit::day: return words::weekday_date(words, day, today);
        case Unit::week: return words::short_date(words, day, today);
        case Unit::month: return words::month_date(words, day, first || calendar_date(day).month == 1);
        case Unit::year: return std::to_string(calendar_date(day).year);
    }
    return {};
}

LocalDay day_of(double time) {
    return {static_cast<std::int32_t>(std::floor(time))};
}

/// The widest label that the step may need: of the days and months of a whole year in digits and letters.
float widest_label(const Step& step, const TimeScale& scale, LocalDay today, const words::Catalogue& words,
                   const Measure& measure) {
    float widest = 0;
    const LocalDay begin = tick_before(step, day_of(scale.window.from));
    LocalDay tick = begin;
    for (int i = 0; i < 12; ++i) {
        widest = std::max(widest, measure(label_of(step, tick, true, today, words), TextRole::small));
        tick = tick_after(step, tick);
    }
    return widest;
}

std::vector<Tick> ticks_of(const Step& step, const TimeScale& scale, LocalDay today,
                           const words::Catalogue& words, const Measure& measure) {
    std::vector<Tick> found;
    for (LocalDay day = tick_before(step, day_of(scale.window.from));
         static_cast<double>(day.number) < scale.window.to; day = tick_after(step, day)) {
        const double time = day.number;
        if (!scale.window.holds(time)) {
            continue;
        }
        Tick tick{time, label_of(step, day, found.empty(), today, words)};
        if (scale.x(time) + label_indent + measure(tick.label, TextRole::small) > scale.right) {
            tick.label.clear();
        }
        found.push_back(std::move(tick));
    }
    return found;
}

}  // namespace

double axis_time(const Instant& at) {
    const std::int64_t local_ms =
        at.utc_ms +
        (static_cast<std::int64_t>(at.offset_minutes) - std::int64_t{day_start_hour} * 60) * 60'000;
    return static_cast<double>(local_ms) / ms_per_day;
}

TimeWindow window_of(LocalDay first, LocalDay last) {
    return {static_cast<double>(first.number), static_cast<double>(last.number) + 1};
}

TimeWindow zoomed(const TimeWindow& window, double factor, double around) {
    const double days = std::clamp(window.days() * factor, shortest_window_days, longest_window_days);
    const double share = (around - window.from) / window.days();
    const double from = around - days * share;
    return {from, from + days};
}

TimeWindow panned(const TimeWindow& window, double days) {
    return {window.from + days, window.to + days};
}

std::vector<Tick> ticks(const TimeScale& scale, LocalDay today, const words::Catalogue& words,
                        const Measure& measure) {
    for (const Step& step : steps) {
        // Asked first, because measuring costs more: no label is narrower than this.
        const float room = static_cast<float>(step.days) * scale.per_day();
        if (room < label_space * 2) {
            continue;
        }
        if (widest_label(step, scale, today, words, measure) + label_indent + label_space <= room) {
            return ticks_of(step, scale, today, words, measure);
        }
    }
    return ticks_of(steps.back(), scale, today, words, measure);
}

}  // namespace unknot::charts
