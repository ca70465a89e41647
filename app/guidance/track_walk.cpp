#include "app/guidance/track_walk.h"

#include <algorithm>

namespace unknot::guidance {

namespace {

/// Whether another rating of that local day comes before the next session-day.
bool later_rating_same_day(const std::vector<Event>& events, std::size_t at) {
    return at + 1 < events.size() && !events[at + 1].session_begins &&
           events[at + 1].rating.day == events[at].rating.day;
}

}  // namespace

void TrackWalk::take(Sessions sessions, CheckIns checkins) {
    take_answers(sessions, checkins);
    std::vector<SessionDay> days = session_days(sessions);
    const std::vector<Event> events = events_of(checkins, days);
    for (std::size_t i = 0; i < events.size(); ++i) {
        const Event& event = events[i];
        if (event.session_begins) {
            if (buildup_.end_session_day()) {
                episodes_.reached(Tier::ease_off);
            }
            episodes_.begin(std::move(days[event.session_day]));
            continue;
        }
        runs_.take(event.rating);
        const auto heard = episodes_.take(event.rating, !later_rating_same_day(events, i));
        if (heard) {
            buildup_.take(*heard, *episodes_.last(), *episodes_.episode());
        }
    }
}

/// At one instant check-ins come before sessions.
void TrackWalk::take_answers(Sessions sessions, CheckIns checkins) {
    auto session = sessions.begin();
    const auto sessions_before = [&](const CheckIn* checkin) {
        while (session != sessions.end() &&
               (checkin == nullptr || (*session)->started_at.utc_ms < checkin->at.utc_ms)) {
            reports_.take(**session);
            reasons_.take(**session);
            if ((*session)->screening) {
                answered(local_day((*session)->started_at));
            }
            ++session;
        }
    };
    for (const CheckIn* checkin : checkins) {
        sessions_before(checkin);
        reports_.take(*checkin);
        reasons_.take(*checkin);
        if (checkin->symptoms) {
            answered(local_day(checkin->at));
        }
    }
    sessions_before(nullptr);
}

void TrackWalk::answered(LocalDay day) {
    std::erase_if(answered_, [&](LocalDay other) { return other == day || day - other > day_disorder; });
    answered_.push_back(day);
}

bool TrackWalk::question_answered_on(LocalDay day) const {
    return std::find(answered_.begin(), answered_.end(), day) != answered_.end();
}

}  // namespace unknot::guidance
