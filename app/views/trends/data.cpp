#include "app/views/trends/data.h"

#include <algorithm>

namespace unknot::views {

namespace {

constexpr int shortest_all_days = 28;  ///< "all" of a young log is not stretched to a few days

double latest_time(const charts::TrackSeries& series) {
    const double rated = series.ratings.empty() ? 0 : series.ratings.back().time;
    const double pressed = series.sessions.empty() ? 0 : series.sessions.back().time;
    return std::max(rated, pressed);
}

/// What is shown before anything was chosen: the most seriously flagged track, else that with the latest
/// record. A flag for information is no reason.
const charts::TrackSeries& first_choice(const std::vector<charts::TrackSeries>& all) {
    const auto weight = [](const charts::TrackSeries& series) {
        return series.tier >= guidance::Tier::ease_off ? series.tier : guidance::Tier::none;
    };
    return *std::max_element(all.begin(), all.end(),
                             [&](const auto& a, const auto& b) { return weight(a) < weight(b); });
}

LocalDay first_day(const TrendsState& state) {
    LocalDay first = state.data.today;
    if (const charts::TrackSeries* shown = shown_track(state)) {
        return std::min(first, shown->first_day());
    }
    for (const charts::TrackSeries& series : state.data.all) {
        first = std::min(first, series.first_day());
    }
    return first;
}

int days_of(TrendsRange range) {
    switch (range) {
        case TrendsRange::four_weeks: return 28;
        case TrendsRange::eight_weeks: return 56;
        case TrendsRange::six_months: return 182;
        case TrendsRange::all: break;
    }
    return shortest_all_days;
}

}  // namespace

void refresh_data(const Facts& facts, TrendsState& state) {
    TrendsData& data = state.data;
    if (data.made && data.generation == facts.snapshot.generation && data.sample == facts.sample &&
        data.today == facts.today) {
        return;
    }
    data = {true, facts.snapshot.generation, facts.sample, facts.today, {}};
    data.all = charts::all_series(facts.snapshot, facts.guidance,
                                  guidance::history(facts.snapshot, facts.guidance.today));
    std::stable_sort(data.all.begin(), data.all.end(),
                     [](const auto& a, const auto& b) { return latest_time(a) > latest_time(b); });
    ++state.data_version;
    forget_cursors(state);
}

const charts::TrackSeries* shown_track(const TrendsState& state) {
    if (state.all_areas || state.data.all.empty()) {
        return nullptr;
    }
    const auto found = std::find_if(state.data.all.begin(), state.data.all.end(), [&](const auto& series) {
        return state.track && series.key == *state.track;
    });
    return found == state.data.all.end() ? &first_choice(state.data.all) : &*found;
}

charts::TimeWindow range_window(const TrendsState& state) {
    const LocalDay today = state.data.today;
    LocalDay first = today - (days_of(state.range) - 1);
    if (state.range == TrendsRange::all) {
        first = std::min(first, first_day(state));
    }
    return charts::window_of(first, today);
}

charts::TimeWindow shown_window(const TrendsState& state) {
    return state.window ? *state.window : range_window(state);
}

void forget_cursors(TrendsState& state) {
    for (TrendsPicture* picture : {&state.timeline, &state.dose, &state.body, &state.calendar}) {
        picture->cursor.reset();
    }
}

void set_window(TrendsState& state, const charts::TimeWindow& window) {
    const charts::TimeWindow range = range_window(state);
    const charts::TimeWindow records = charts::window_of(first_day(state), state.data.today);
    const double earliest = std::min(range.from, records.from);
    const double days = std::min(window.days(), range.to - earliest);
    charts::TimeWindow kept;
    kept.from = std::clamp(window.from, earliest, range.to - days);
    kept.to = kept.from + days;
    state.window = kept;
    state.timeline.cursor.reset();
}

void choose_track(TrendsState& state, const TrackKey& track) {
    state.track = track;
    state.all_areas = false;
    state.window.reset();
    forget_cursors(state);
}

void choose_all_areas(TrendsState& state) {
    state.all_areas = true;
    state.window.reset();
    forget_cursors(state);
}

void choose_range(TrendsState& state, TrendsRange range) {
    state.range = range;
    state.window.reset();
    forget_cursors(state);
}

}  // namespace unknot::views
