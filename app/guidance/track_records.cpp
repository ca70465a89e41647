#include "app/guidance/track_records.h"

#include <algorithm>
#include <limits>
#include <tuple>

namespace unknot::guidance {

namespace {

std::int64_t end_ms_of(const Session& session) {
    return session.started_at.utc_ms + (session.duration ? session.duration->seconds() * 1000LL : 0);
}

void add_session(SessionDay& day, const Session& session) {
    day.sessions.push_back(&session);
    day.end_ms = end_ms_of(session);
    day.pressure = std::max(day.pressure, number(session.pressure));
    if (session.duration) {
        day.duration_s += session.duration->seconds();
        day.duration_recorded = true;
    }
}

/// Calls `put` with the records that `side` feeds.
template <typename Put>
void feed(SideRecords& sides, Side side, Put put) {
    if (side == Side::both) {
        put(sides[static_cast<std::size_t>(Side::left)]);
        put(sides[static_cast<std::size_t>(Side::right)]);
    } else {
        put(sides[static_cast<std::size_t>(side)]);
    }
}

/// What sessions bring, in the order of `events_of`.
std::vector<Event> events_of(const std::vector<SessionDay>& days) {
    std::vector<Event> events;
    events.reserve(2 * days.size());
    for (std::size_t i = 0; i < days.size(); ++i) {
        const SessionDay& day = days[i];
        for (const Session* session : day.sessions) {
            if (session->soreness_before) {
                events.push_back(
                    {false,
                     0,
                     {&session->id, session->started_at, day.day, *session->soreness_before, true}});
            }
            if (session == day.sessions.front()) {
                Event begins{true, i, {}};
                begins.rating.at = session->started_at;
                begins.rating.day = day.day;
                events.push_back(begins);
            }
        }
    }
    // Several sessions can have one instant.
    const auto in_order = [](const Event& a, const Event& b) {
        return std::tie(a.rating.at.utc_ms, a.session_begins) <
               std::tie(b.rating.at.utc_ms, b.session_begins);
    };
    if (!std::is_sorted(events.begin(), events.end(), in_order)) {
        std::stable_sort(events.begin(), events.end(), in_order);
    }
    return events;
}

}  // namespace

EvidenceRating shown(const Rating& rating) {
    return {*rating.record, rating.at, rating.day, rating.soreness, rating.before_session};
}

std::vector<EvidenceRating> shown(const std::vector<Rating>& ratings) {
    std::vector<EvidenceRating> out;
    out.reserve(ratings.size());
    for (const Rating& rating : ratings) {
        out.push_back(shown(rating));
    }
    return out;
}

Counted counted_until(const AreaRecords& area, std::int64_t utc_ms) {
    const auto session = std::partition_point(area.sessions.begin(), area.sessions.end(),
                                              [&](const auto& s) { return s->started_at.utc_ms <= utc_ms; });
    const auto checkin = std::partition_point(area.checkins.begin(), area.checkins.end(),
                                              [&](const auto& c) { return c->at.utc_ms <= utc_ms; });
    return {static_cast<std::size_t>(session - area.sessions.begin()),
            static_cast<std::size_t>(checkin - area.checkins.begin())};
}

SideRecords by_side(const AreaRecords& area, const Counted& counted) {
    SideRecords sides;
    for (std::size_t i = 0; i < counted.sessions; ++i) {
        const Session* session = area.sessions[i].get();
        feed(sides, session->side, [&](TrackRecords& track) { track.sessions.push_back(session); });
    }
    for (std::size_t i = 0; i < counted.checkins; ++i) {
        const CheckIn* checkin = area.checkins[i].get();
        feed(sides, checkin->side, [&](TrackRecords& track) { track.checkins.push_back(checkin); });
    }
    return sides;
}

std::vector<SessionDay> session_days(Sessions sessions) {
    std::vector<SessionDay> days;
    for (const Session* session : sessions) {
        const LocalDay day = local_day(session->started_at);
        if (days.empty() || days.back().day != day) {
            SessionDay begun;
            begun.day = day;
            begun.start_ms = session->started_at.utc_ms;
            days.push_back(std::move(begun));
        }
        add_session(days.back(), *session);
    }
    return days;
}

std::vector<Event> events_of(CheckIns checkins, const std::vector<SessionDay>& days) {
    const std::vector<Event> of_sessions = events_of(days);
    std::vector<Event> events;
    events.reserve(checkins.size() + of_sessions.size());
    auto checkin = checkins.begin();
    const auto checkins_until = [&](std::int64_t utc_ms) {
        for (; checkin != checkins.end() && (*checkin)->at.utc_ms <= utc_ms; ++checkin) {
            const CheckIn& rated = **checkin;
            if (rated.soreness) {
                events.push_back(
                    {false, 0, {&rated.id, rated.at, local_day(rated.at), *rated.soreness, false}});
            }
        }
    };
    for (const Event& event : of_sessions) {
        checkins_until(event.rating.at.utc_ms);
        events.push_back(event);
    }
    checkins_until(std::numeric_limits<std::int64_t>::max());
    return events;
}

}  // namespace unknot::guidance
