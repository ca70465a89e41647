#include "app/charts/series.h"

#include "app/charts/axis.h"
#include "app/domain/validation.h"
#include "app/guidance/episode.h"

#include <algorithm>
#include <array>

namespace unknot::charts {

namespace {

constexpr std::size_t flag_codes = 15;

std::vector<RatingPoint> ratings_of(const guidance::TrackRecords& records) {
    std::vector<RatingPoint> ratings;
    const auto add = [&](const RecordId& id, const Instant& at, Soreness soreness, bool before, bool late) {
        ratings.push_back({id, at, axis_time(at), soreness, before, late, {}, 0});
    };
    for (const CheckIn* checkin : records.checkins) {
        if (checkin->soreness) {
            add(checkin->id, checkin->at, *checkin->soreness, false,
                entered_late(checkin->at, checkin->entered_at));
        }
    }
    for (const Session* session : records.sessions) {
        if (session->soreness_before) {
            add(session->id, session->started_at, *session->soreness_before, true,
                entered_late(session->started_at, session->entered_at));
        }
    }
    // Stable: at one instant check-ins come before what was said at a session's start.
    std::stable_sort(ratings.begin(), ratings.end(),
                     [](const RatingPoint& a, const RatingPoint& b) { return a.at.utc_ms < b.at.utc_ms; });
    return ratings;
}

std::vector<SessionPoint> sessions_of(const guidance::TrackRecords& records) {
    std::vector<SessionPoint> sessions;
    for (const Session* session : records.sessions) {
        sessions.push_back({session->id, session->started_at, axis_time(session->started_at),
                            session->pressure, session->duration, session->sensations,
                            entered_late(session->started_at, session->entered_at),
                            session->side == Side::both});
    }
    return sessions;
}

SessionDayPoint day_point(const guidance::SessionDay& day, std::size_t first_session) {
    SessionDayPoint point;
    point.day = day.day;
    point.first_session = first_session;
    point.session_count = day.sessions.size();
    point.pressure = pressure_level(day.pressure).value_or(PressureLevel::very_light);
    return point;
}

void add_settled(std::vector<SettledSpan>& spans, Soreness line, double from) {
    if (!spans.empty() && spans.back().line == line) {
        return;  // the line goes on at the same height
    }
    if (!spans.empty()) {
        spans.back().to = from;
    }
    spans.push_back({from, {}, line});
}

/// Walks through the track once, for what only the rules know: which session-day a rating follows, how many
/// days after it, and the settled line. The ratings are there already, in the order of the events.
void add_what_rules_say(TrackSeries& series, const guidance::TrackRecords& records) {
    const std::vector<guidance::SessionDay> days = guidance::session_days(records.sessions);
    const std::vector<guidance::Event> events = guidance::events_of(records.checkins, days);
    guidance::EpisodeWalk walk;
    std::size_t rating = 0;
    std::size_t first_session = 0;
    for (std::size_t i = 0; i < events.size(); ++i) {
        const guidance::Event& event = events[i];
        if (event.session_begins) {
            const guidance::SessionDay& day = days[event.session_day];
            walk.begin(day);
            SessionDayPoint point = day_point(day, first_session);
            point.settled_line = *Soreness::of(walk.episode()->line);
            add_settled(series.settled, point.settled_line, axis_time(day.sessions.front()->started_at));
            series.days.push_back(point);
            first_session += day.sessions.size();
            continue;
        }
        const bool last_of_day = i + 1 == events.size() || events[i + 1].session_begins ||
                                 events[i + 1].rating.day != event.rating.day;
        RatingPoint& at = series.ratings[rating++];
        const auto heard = walk.take(event.rating, last_of_day);
        if (!heard) {
            continue;
        }
        at.session_day = series.days.size() - 1;
        at.follow_up_day = heard->d;
        SessionDayPoint& day = series.days.back();
        if (heard->d == 1 || heard->d == 2) {
            day.peak = std::max(day.peak.value_or(at.soreness), at.soreness);
        }
    }
}

/// The flags that stand on one day, by code.
class Standing {
public:
    void set(guidance::FlagCode code, std::optional<guidance::Tier> tier) {
        tiers_.at(static_cast<std::size_t>(code)) = tier;
    }

    /// Of the highest tier; nothing where none stands.
    [[nodiscard]] std::optional<FlagSpan> highest() const {
        FlagSpan span;
        span.tier = guidance::Tier::none;
        for (std::size_t i = 0; i < tiers_.size(); ++i) {
            if (!tiers_[i] || *tiers_[i] < span.tier) {
                continue;
            }
            if (*tiers_[i] > span.tier) {
                span.tier = *tiers_[i];
                span.codes.clear();
            }
            span.codes.push_back(static_cast<guidance::FlagCode>(i));
        }
        return span.codes.empty() ? std::nullopt : std::optional(span);
    }

private:
    std::array<std::optional<guidance::Tier>, flag_codes> tiers_;
};

/// A flag begins to stand on a day, or stands no more.
struct Change {
    LocalDay day;
    guidance::FlagCode code;
    std::optional<guidance::Tier> tier;
};

std::vector<Change> changes_of(const std::vector<guidance::FlagInterval>& intervals, LocalDay today) {
    std::vector<Change> changes;
    for (const guidance::FlagInterval& interval : intervals) {
        changes.push_back({interval.from, interval.code, interval.tier});
        changes.push_back({interval.to.value_or(today) + 1, interval.code, {}});
    }
    // What ends goes first: the same flag may begin again on that day.
    std::stable_sort(changes.begin(), changes.end(), [](const Change& a, const Change& b) {
        return std::pair(a.day, a.tier.has_value()) < std::pair(b.day, b.tier.has_value());
    });
    return changes;
}

void add_span(std::vector<FlagSpan>& spans, FlagSpan span) {
    if (!spans.empty() && spans.back().tier == span.tier && spans.back().to + 1 == span.from) {
        FlagSpan& last = spans.back();
        last.to = span.to;
        for (const guidance::FlagCode code : span.codes) {
            if (std::find(last.codes.begin(), last.codes.end(), code) == last.codes.end()) {
                last.codes.push_back(code);
            }
        }
        std::sort(last.codes.begin(), last.codes.end());
        return;
    }
    spans.push_back(std::move(span));
}

std::vector<FlagSpan> flags_of(const std::vector<guidance::FlagInterval>& intervals, LocalDay today) {
    std::vector<FlagSpan> spans;
    const std::vector<Change> changes = changes_of(intervals, today);
    Standing standing;
    for (std::size_t i = 0; i < changes.size(); ++i) {
        standing.set(changes[i].code, changes[i].tier);
        if (i + 1 == changes.size() || changes[i + 1].day == changes[i].day) {
            continue;
        }
        if (auto span = standing.highest()) {
            span->from = changes[i].day;
            span->to = changes[i + 1].day - 1;
            add_span(spans, std::move(*span));
        }
    }
    if (!spans.empty()) {
        const bool open = std::any_of(intervals.begin(), intervals.end(),
                                      [](const guidance::FlagInterval& interval) { return !interval.to; });
        spans.back().open = open && spans.back().to == today;
    }
    return spans;
}

}  // namespace

LocalDay TrackSeries::first_day() const {
    LocalDay first = today;
    if (!ratings.empty()) {
        first = std::min(first, local_day(ratings.front().at));
    }
    if (!sessions.empty()) {
        first = std::min(first, local_day(sessions.front().at));
    }
    return first;
}

TrackSeries series_of(const Snapshot& snapshot, const guidance::Guidance& guidance,
                      const guidance::FlagHistory& history, const TrackKey& key) {
    TrackSeries series;
    series.key = key;
    series.today = guidance.today;
    if (const auto* track = guidance.find(key)) {
        series.state = track->state;
        series.tier = track->tier;
    }
    const auto area = snapshot.areas.find(key.area);
    if (area == snapshot.areas.end()) {
        return series;
    }
    const std::int64_t limit = plus_seconds(guidance.as_of, future_tolerance_seconds).utc_ms;
    const guidance::SideRecords sides =
        guidance::by_side(*area->second, guidance::counted_until(*area->second, limit));
    const guidance::TrackRecords& records = sides.at(static_cast<std::size_t>(key.side));
    series.ratings = ratings_of(records);
    series.sessions = sessions_of(records);
    add_what_rules_say(series, records);
    if (const auto flags = history.tracks.find(key); flags != history.tracks.end()) {
        series.flags = flags_of(flags->second, guidance.today);
    }
    return series;
}

std::vector<TrackSeries> all_series(const Snapshot& snapshot, const guidance::Guidance& guidance,
                                    const guidance::FlagHistory& history) {
    std::vector<TrackSeries> all;
    for (const Area& area : snapshot.catalogue->all()) {
        for (const Side side : {Side::left, Side::right, Side::center}) {
            if (guidance.find({area.id, side}) != nullptr) {
                all.push_back(series_of(snapshot, guidance, history, {area.id, side}));
            }
        }
    }
    return all;
}

}  // namespace unknot::charts
