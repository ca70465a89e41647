#include "app/guidance/track_records.h"

#include <algorithm>

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
    std::vector<Event> events;
    for (const CheckIn* checkin : checkins) {
        if (checkin->soreness) {
            events.push_back(
                {false, 0, {&checkin->id, checkin->at, local_day(checkin->at), *checkin->soreness, false}});
        }
    }
    for (const SessionDay& day : days) {
        for (const Session* session : day.sessions) {
            if (session->soreness_before) {
                events.push_back(
                    {false,
                     0,
                     {&session->id, session->started_at, day.day, *session->soreness_before, true}});
            }
        }
    }
    for (std::size_t i = 0; i < days.size(); ++i) {
        Event begins{true, i, {}};
        begins.rating.at = days[i].sessions.front()->started_at;
        begins.rating.day = days[i].day;
        events.push_back(begins);
    }
    // Stable: what was put in first at one instant is looked at first. A day alone is mostly in order.
    const auto by_time = [](const Event& a, const Event& b) {
        return a.rating.at.utc_ms < b.rating.at.utc_ms;
    };
    if (!std::is_sorted(events.begin(), events.end(), by_time)) {
        std::stable_sort(events.begin(), events.end(), by_time);
    }
    return events;
}

}  // namespace unknot::guidance
