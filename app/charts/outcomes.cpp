#include "app/charts/outcomes.h"

#include "app/guidance/evaluate_track.h"
#include "app/guidance/rules.h"

#include <algorithm>
#include <iterator>

namespace unknot::charts {

namespace {

namespace rules = guidance::rules;

/// What the ratings between a session-day and the next say about settling.
class Follower {
public:
    explicit Follower(Soreness line) : line_(line) {}

    void take(const RatingPoint& rating) {
        if (rating.follow_up_day == 1 || rating.follow_up_day == 2) {
            early_ = &rating;
        } else if (rating.follow_up_day > 2 && later_ == nullptr) {
            later_ = &rating;
        }
    }

    [[nodiscard]] Settling settling() const {
        if (early_ != nullptr && early_->soreness <= line_) {
            return Settling::in_two_days;
        }
        if (early_ != nullptr && early_->follow_up_day == 2) {
            return Settling::longer;
        }
        // Later ratings speak for this session only while the rules link them to it.
        const int linked = early_ != nullptr ? rules::stale_after : rules::first_follow_up_within;
        const bool still_sore =
            later_ != nullptr && later_->follow_up_day <= linked && later_->soreness > line_;
        return still_sore ? Settling::longer : Settling::not_known;
    }

private:
    Soreness line_;
    const RatingPoint* early_ = nullptr;  ///< the last one of days 1 and 2
    const RatingPoint* later_ = nullptr;  ///< the first one after them
};

std::optional<double> dose_of(const TrackSeries& series, const SessionDayPoint& day) {
    double dose = 0;
    for (std::size_t i = day.first_session; i < day.first_session + day.session_count; ++i) {
        const SessionPoint& session = series.sessions[i];
        if (!session.duration) {
            return std::nullopt;
        }
        dose += number(session.pressure) * session.duration->seconds() / 60.0;
    }
    return dose;
}

/// Empty where no session of the day has a duration.
std::optional<std::int32_t> seconds_of(const TrackSeries& series, const SessionDayPoint& day) {
    std::optional<std::int32_t> seconds;
    for (std::size_t i = day.first_session; i < day.first_session + day.session_count; ++i) {
        if (const auto& duration = series.sessions[i].duration) {
            seconds = seconds.value_or(0) + duration->seconds();
        }
    }
    return seconds;
}

bool asks_for_rest(guidance::Action action) {
    return action == guidance::Action::rest_until_settled || action == guidance::Action::stop_seek_care;
}

bool above_limits(const TrackSeries& series, const SessionDayPoint& day, const guidance::Limits& limits) {
    const auto seconds = seconds_of(series, day);
    return (limits.max_pressure && day.pressure > *limits.max_pressure) ||
           (limits.max_duration_s && seconds && *seconds > *limits.max_duration_s);
}

AfterFlag done_after(const TrackSeries& series, const BackOff& flag, const SessionDayPoint* next) {
    if (next == nullptr) {
        return flag.settled_on ? AfterFlag::rested : AfterFlag::no_session;
    }
    const bool settled_first = flag.settled_on && *flag.settled_on <= next->day;
    const auto& limits = flag.suggested.limits;
    if ((asks_for_rest(flag.suggested.action) && !settled_first) ||
        (limits.not_before && next->day < *limits.not_before)) {
        return AfterFlag::sooner;
    }
    return above_limits(series, *next, limits) ? AfterFlag::harder : AfterFlag::within;
}

std::optional<LocalDay> settled_after(const TrackSeries& series, LocalDay from) {
    for (const RatingPoint& rating : series.ratings) {
        const LocalDay day = local_day(rating.at);
        if (day > from && rating.session_day && (rating.follow_up_day > 0 || rating.before_session) &&
            rating.soreness <= series.days[*rating.session_day].settled_line) {
            return day;
        }
    }
    return std::nullopt;
}

/// The last millisecond of a local day where the clock shows UTC.
Instant end_of(LocalDay day) {
    constexpr std::int64_t ms_per_hour = 3'600'000;
    return {(day.number + std::int64_t{1}) * 24 * ms_per_hour + day_start_hour * ms_per_hour - 1, 0};
}

/// What the rules suggested at the end of that day, for the records whose own local day it has reached.
guidance::Next suggestion_on(const guidance::TrackRecords& all, LocalDay day) {
    guidance::TrackRecords records;
    std::copy_if(all.sessions.begin(), all.sessions.end(), std::back_inserter(records.sessions),
                 [day](const Session* session) { return local_day(session->started_at) <= day; });
    std::copy_if(all.checkins.begin(), all.checkins.end(), std::back_inserter(records.checkins),
                 [day](const CheckIn* checkin) { return local_day(checkin->at) <= day; });
    return guidance::evaluate_track(records, end_of(day)).next;
}

}  // namespace

std::vector<Outcome> outcomes_of(const TrackSeries& series, const TimeWindow& window) {
    std::vector<Follower> followers;
    followers.reserve(series.days.size());
    for (const SessionDayPoint& day : series.days) {
        followers.emplace_back(day.settled_line);
    }
    for (const RatingPoint& rating : series.ratings) {
        if (rating.session_day) {
            followers[*rating.session_day].take(rating);
        }
    }
    std::vector<Outcome> outcomes;
    for (std::size_t i = 0; i < series.days.size(); ++i) {
        const SessionDayPoint& day = series.days[i];
        if (window.holds(series.sessions[day.first_session].time)) {
            outcomes.push_back({i, followers[i].settling(), dose_of(series, day), day.peak});
        }
    }
    return outcomes;
}

LevelCounts counts_of(const TrackSeries& series, const std::vector<Outcome>& outcomes) {
    LevelCounts counts;
    for (const Outcome& outcome : outcomes) {
        const int level = number(series.days[outcome.day].pressure);
        LevelCount& count = counts.at(static_cast<std::size_t>(level - 1));
        switch (outcome.settling) {
            case Settling::in_two_days:
                ++count.settled;
                ++count.known;
                break;
            case Settling::longer: ++count.known; break;
            case Settling::not_known: ++count.not_known; break;
        }
    }
    return counts;
}

std::optional<PressureLevel> lingers_from(const LevelCounts& counts) {
    for (std::size_t level = 1; level < counts.size(); ++level) {
        LevelCount below;
        LevelCount above;
        for (std::size_t i = 0; i < counts.size(); ++i) {
            LevelCount& group = i < level ? below : above;
            group.settled += counts.at(i).settled;
            group.known += counts.at(i).known;
        }
        const int lingered_above = above.known - above.settled;
        const int lingered_below = below.known - below.settled;
        if (counts.at(level).known > 0 && above.known >= least_to_compare &&
            below.known >= least_to_compare && 2 * lingered_above > above.known &&
            4 * lingered_below <= below.known) {
            return pressure_level(static_cast<std::int64_t>(level) + 1);
        }
    }
    return std::nullopt;
}

std::vector<BackOff> back_offs_of(const Snapshot& snapshot, const TrackSeries& series,
                                  const TimeWindow& window) {
    std::vector<BackOff> found;
    const auto area = snapshot.areas.find(series.key.area);
    if (area == snapshot.areas.end()) {
        return found;
    }
    const guidance::SideRecords sides =
        guidance::by_side(*area->second, {area->second->sessions.size(), area->second->checkins.size()});
    const guidance::TrackRecords& records = sides.at(static_cast<std::size_t>(series.key.side));
    std::optional<LocalDay> stretch_until;
    for (const FlagSpan& span : series.flags) {
        if (span.tier < guidance::Tier::ease_off) {
            continue;
        }
        const bool goes_on = stretch_until && *stretch_until + 1 == span.from;
        stretch_until = span.to;
        if (goes_on || !window.holds(span.from.number)) {
            continue;
        }
        BackOff flag;
        flag.from = span.from;
        flag.tier = span.tier;
        flag.suggested = suggestion_on(records, span.from);
        flag.settled_on = settled_after(series, span.from);
        const auto next = std::find_if(series.days.begin(), series.days.end(),
                                       [&](const SessionDayPoint& day) { return day.day > span.from; });
        if (next != series.days.end()) {
            flag.next_session = next->day;
        }
        flag.done = done_after(series, flag, next != series.days.end() ? &*next : nullptr);
        found.push_back(flag);
    }
    return found;
}

}  // namespace unknot::charts
