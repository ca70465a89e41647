#include "app/report/summary.h"

#include "app/guidance/rules.h"

#include <algorithm>
#include <limits>
#include <set>
#include <tuple>

namespace unknot::report {

namespace {

namespace rules = guidance::rules;

/// The middle one, the lower of two: never a number that nobody gave.
template <typename T>
std::optional<T> middle(std::vector<T> values) {
    if (values.empty()) {
        return std::nullopt;
    }
    std::sort(values.begin(), values.end());
    return values[(values.size() - 1) / 2];
}

/// What the ratings in the days asked for say about one session-day.
class AfterSession {
public:
    explicit AfterSession(Soreness line) : line_(line) {}

    void take(const charts::RatingPoint& rating) {
        const int d = rating.follow_up_day;
        if (d == 1 || d == 2) {
            peak_ = std::max(peak_.value_or(rating.soreness), rating.soreness);
        }
        if (d < 1 || settled_on_) {
            return;
        }
        // After too long a silence a rating says nothing about this session any more.
        linked_ = linked_ && d - last_ <= (last_ == 0 ? rules::first_follow_up_within : rules::stale_after);
        if (!linked_) {
            return;
        }
        last_ = d;
        if (rating.soreness <= line_) {
            settled_on_ = d;
        }
    }

    [[nodiscard]] const std::optional<Soreness>& peak() const { return peak_; }
    [[nodiscard]] const std::optional<int>& settled_on() const { return settled_on_; }
    /// The day of the last rating above the line; 0 where there was none.
    [[nodiscard]] int above_on() const { return settled_on_ ? 0 : last_; }

private:
    Soreness line_;
    std::optional<Soreness> peak_;
    std::optional<int> settled_on_;
    int last_ = 0;
    bool linked_ = true;
};

void add_pressures(AreaSummary& area, const charts::TrackSeries& series, const Selection& selection) {
    std::vector<PressureLevel> pressures;
    for (const charts::SessionPoint& session : series.sessions) {
        if (!selection.holds(local_day(session.at))) {
            continue;
        }
        pressures.push_back(session.pressure);
        area.seconds += session.duration ? session.duration->seconds() : 0;
        area.without_duration += session.duration ? 0 : 1;
    }
    area.sessions = pressures.size();
    if (!pressures.empty()) {
        area.highest_pressure = *std::max_element(pressures.begin(), pressures.end());
    }
    area.usual_pressure = middle(std::move(pressures));
}

std::vector<AfterSession> after_sessions(const charts::TrackSeries& series, const Selection& selection) {
    std::vector<AfterSession> after;
    after.reserve(series.days.size());
    for (const charts::SessionDayPoint& day : series.days) {
        after.emplace_back(day.settled_line);
    }
    for (const charts::RatingPoint& rating : series.ratings) {
        if (rating.session_day && selection.holds(local_day(rating.at))) {
            after[*rating.session_day].take(rating);
        }
    }
    return after;
}

void add_soreness(AreaSummary& area, const charts::TrackSeries& series, const Selection& selection) {
    const std::vector<AfterSession> after = after_sessions(series, selection);
    std::vector<Soreness> peaks;
    std::vector<int> settled;
    SettleDays& days = area.settled;
    for (std::size_t i = 0; i < after.size(); ++i) {
        if (!selection.holds(series.days[i].day)) {
            continue;
        }
        if (after[i].peak()) {
            peaks.push_back(*after[i].peak());
            area.latest_soreness = after[i].peak();
        }
        if (after[i].settled_on()) {
            settled.push_back(*after[i].settled_on());
        }
        const int reached = after[i].settled_on().value_or(after[i].above_on());
        if (reached > days.longest.value_or(0) || (reached == days.longest && !after[i].settled_on())) {
            days.longest = reached;
            days.not_by_then = !after[i].settled_on();
        }
    }
    if (!peaks.empty()) {
        area.worst_soreness = *std::max_element(peaks.begin(), peaks.end());
    }
    area.usual_soreness = middle(std::move(peaks));
    days.usual = middle(std::move(settled));
}

/// Tracks with a record among `entries`.
std::set<TrackKey> tracks_of(const std::vector<LogEntry>& entries) {
    std::set<TrackKey> tracks;
    for (const LogEntry& entry : entries) {
        if (entry.side() != Side::both) {
            tracks.insert({entry.area(), entry.side()});
        } else {
            tracks.insert({entry.area(), Side::left});
            tracks.insert({entry.area(), Side::right});
        }
    }
    return tracks;
}

Sensations signs_among(const std::optional<Sensations>& sensations) {
    const Sensations signs{Sensation::numbness, Sensation::new_weakness, Sensation::radiating_pain};
    return sensations ? sensations->intersected(signs) : Sensations{};
}

void add_signs(Summary& summary, const std::vector<LogEntry>& entries) {
    for (auto at = entries.rbegin(); at != entries.rend(); ++at) {
        SignReport report{at->at(), at->area(), at->side(), {}, {}, {}};
        if (at->checkin) {
            (at->checkin->symptoms ? summary.signs_answered : summary.signs_not_answered) += 1;
            report.symptoms = at->checkin->symptoms.value_or(Symptoms{});
        } else {
            report.sensations = signs_among(at->session->sensations);
            report.screenings = at->session->screening.value_or(Screenings{});
        }
        if (!report.symptoms.empty() || !report.sensations.empty() || !report.screenings.empty()) {
            summary.signs.push_back(std::move(report));
        }
    }
}

void sort_flag_rows(std::vector<FlagRow>& rows) {
    std::stable_sort(rows.begin(), rows.end(), [](const FlagRow& a, const FlagRow& b) {
        // Health questions have no first day: they stand before all.
        const LocalDay never{std::numeric_limits<std::int32_t>::max()};
        const auto rank = [&](const FlagRow& row) {
            return std::tuple(row.to.has_value(), !row.area.empty(), row.to ? 0 : -static_cast<int>(row.tier),
                              -row.from.value_or(never).number);
        };
        return rank(a) < rank(b);
    });
}

/// What matters most first: how serious it is now, how sore it was, how often it was worked on.
std::vector<std::size_t> order_of(const std::vector<AreaSummary>& areas) {
    std::vector<std::size_t> order(areas.size());
    for (std::size_t i = 0; i < order.size(); ++i) {
        order[i] = i;
    }
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        const auto rank = [&](const AreaSummary& area) {
            return std::tuple(area.tier, area.worst_soreness, area.sessions);
        };
        return rank(areas[a]) > rank(areas[b]);
    });
    return order;
}

void add_areas(Summary& summary, const Snapshot& snapshot, const Selection& selection,
               const guidance::Guidance& now, const guidance::FlagHistory& history,
               const std::set<TrackKey>& tracks) {
    std::vector<AreaSummary> areas;
    std::vector<charts::TrackSeries> all;
    for (charts::TrackSeries& series : charts::all_series(snapshot, now, history)) {
        if (!tracks.contains(series.key)) {
            continue;
        }
        AreaSummary area;
        area.key = series.key;
        area.state = series.state;
        area.tier = series.tier;
        area.starting_level = now.find(series.key)->starting_level;
        add_pressures(area, series, selection);
        add_soreness(area, series, selection);
        area.answered = guidance::answered_days(*snapshot.areas.at(series.key.area), series.key.side,
                                                summary.first, summary.last, summary.today);
        areas.push_back(std::move(area));
        all.push_back(std::move(series));
    }
    for (const std::size_t i : order_of(areas)) {
        if (areas[i].state != guidance::State::settled) {
            summary.not_settled.push_back(summary.areas.size());
        }
        summary.areas.push_back(std::move(areas[i]));
        summary.series.push_back(std::move(all[i]));
    }
}

}  // namespace

std::size_t Summary::open_flags() const {
    return static_cast<std::size_t>(
        std::count_if(flags.begin(), flags.end(), [](const FlagRow& row) { return !row.to; }));
}

Summary summarize(const Snapshot& snapshot, const Selection& selection, const Instant& as_of) {
    Summary summary;
    const std::vector<LogEntry> entries = oldest_first(snapshot, selection);
    summary.today = local_day(as_of);
    summary.last = selection.to.value_or(summary.today);
    const LocalDay begun = entries.empty() ? summary.last : local_day(entries.front().at());
    summary.first = selection.from.value_or(std::min(begun, summary.last));
    for (const LogEntry& entry : entries) {
        (entry.session ? summary.sessions : summary.checkins) += 1;
    }
    const guidance::Guidance now = guidance::evaluate(snapshot, as_of);
    const guidance::FlagHistory history = guidance::explained_history(snapshot, summary.today);
    summary.flags = flag_rows(history, now.global, selection);
    sort_flag_rows(summary.flags);
    add_signs(summary, entries);
    add_areas(summary, snapshot, selection, now, history, tracks_of(entries));
    return summary;
}

}  // namespace unknot::report
