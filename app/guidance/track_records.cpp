#include "app/guidance/track_records.h"

#include <algorithm>

namespace unknot::guidance {

namespace {

bool feeds(Side recorded, Side track) {
    return recorded == track || (recorded == Side::both && track != Side::center);
}

std::int64_t end_of(const Session& session) {
    return session.started_at.utc_ms + (session.duration ? session.duration->seconds() * 1000LL : 0);
}

void add_session(SessionDay& day, const std::shared_ptr<const Session>& session) {
    day.sessions.push_back(session);
    day.end_ms = end_of(*session);
    day.pressure = std::max(day.pressure, number(session->pressure));
    if (session->duration) {
        day.duration_s += session->duration->seconds();
        day.duration_recorded = true;
    }
}

}  // namespace

TrackRecords records_of(const AreaRecords& area, const TrackKey& key, const Counts& counts) {
    TrackRecords records{key, {}, {}};
    for (const auto& session : area.sessions) {
        if (feeds(session->side, key.side) && counts(session->started_at)) {
            records.sessions.push_back(session);
        }
    }
    for (const auto& checkin : area.checkins) {
        if (feeds(checkin->side, key.side) && counts(checkin->at)) {
            records.checkins.push_back(checkin);
        }
    }
    return records;
}

std::vector<SessionDay> session_days(const TrackRecords& records) {
    std::vector<SessionDay> days;
    for (const auto& session : records.sessions) {
        const LocalDay day = local_day(session->started_at);
        if (days.empty() || days.back().day != day) {
            SessionDay begun;
            begun.day = day;
            begun.start_ms = session->started_at.utc_ms;
            days.push_back(std::move(begun));
        }
        add_session(days.back(), session);
    }
    return days;
}

std::vector<Event> events_of(const TrackRecords& records, const std::vector<SessionDay>& days) {
    std::vector<Event> events;
    for (const auto& checkin : records.checkins) {
        if (checkin->soreness) {
            Event event;
            event.rating = {checkin->id, checkin->at, local_day(checkin->at), *checkin->soreness, false};
            events.push_back(std::move(event));
        }
    }
    for (const SessionDay& day : days) {
        for (const auto& session : day.sessions) {
            if (session->soreness_before) {
                Event event;
                event.rating = {session->id, session->started_at, day.day, *session->soreness_before, true};
                events.push_back(std::move(event));
            }
        }
    }
    for (std::size_t i = 0; i < days.size(); ++i) {
        Event begins;
        begins.session_begins = true;
        begins.session_day = i;
        begins.rating.at = days[i].sessions.front()->started_at;
        begins.rating.day = days[i].day;
        events.push_back(begins);
    }
    // Stable: what was put in first at one instant is looked at first.
    std::stable_sort(events.begin(), events.end(),
                     [](const Event& a, const Event& b) { return a.rating.at.utc_ms < b.rating.at.utc_ms; });
    return events;
}

}  // namespace unknot::guidance
