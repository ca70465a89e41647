#include "app/guidance/timeline.h"

#include <algorithm>
#include <limits>

namespace unknot::guidance {

namespace {

/// A record's moment and local day, sessions and check-ins in one order by time.
struct Moment {
    std::int64_t utc_ms = 0;
    LocalDay day;
    bool is_session = false;
};

std::vector<Moment> moments_of(const TrackRecords& records) {
    std::vector<Moment> moments;
    moments.reserve(records.sessions.size() + records.checkins.size());
    auto session = records.sessions.begin();
    for (const CheckIn* checkin : records.checkins) {
        for (; session != records.sessions.end() && (*session)->started_at.utc_ms < checkin->at.utc_ms;
             ++session) {
            moments.push_back({(*session)->started_at.utc_ms, local_day((*session)->started_at), true});
        }
        moments.push_back({checkin->at.utc_ms, local_day(checkin->at), false});
    }
    for (; session != records.sessions.end(); ++session) {
        moments.push_back({(*session)->started_at.utc_ms, local_day((*session)->started_at), true});
    }
    return moments;
}

/// For each moment the earliest local day from it on.
std::vector<LocalDay> earliest_from(const std::vector<Moment>& moments) {
    std::vector<LocalDay> earliest(moments.size());
    LocalDay day{std::numeric_limits<std::int32_t>::max()};
    for (std::size_t i = moments.size(); i-- > 0;) {
        day = std::min(day, moments[i].day);
        earliest[i] = day;
    }
    return earliest;
}

void finish_days(Stretch& stretch) {
    std::sort(stretch.days.begin(), stretch.days.end());
    stretch.days.erase(std::unique(stretch.days.begin(), stretch.days.end()), stretch.days.end());
}

}  // namespace

std::vector<Stretch> stretches_of(const TrackRecords& records) {
    const std::vector<Moment> moments = moments_of(records);
    const std::vector<LocalDay> earliest = earliest_from(moments);
    std::vector<Stretch> stretches;
    std::size_t sessions = 0;  // how many are in a finished stretch
    std::size_t checkins = 0;
    std::size_t session_end = 0;
    std::size_t checkin_end = 0;
    Stretch stretch;
    LocalDay latest{std::numeric_limits<std::int32_t>::min()};
    for (std::size_t i = 0; i < moments.size(); ++i) {
        latest = std::max(latest, moments[i].day);
        if (stretch.days.empty() || stretch.days.back() != moments[i].day) {
            stretch.days.push_back(moments[i].day);
        }
        (moments[i].is_session ? session_end : checkin_end) += 1;
        const bool last = i + 1 == moments.size();
        // Records of one instant stay together: the rules order them by kind, not by day.
        if (!last && (earliest[i + 1] <= latest || moments[i + 1].utc_ms == moments[i].utc_ms)) {
            continue;
        }
        finish_days(stretch);
        stretch.sessions = Sessions(records.sessions).subspan(sessions, session_end - sessions);
        stretch.checkins = CheckIns(records.checkins).subspan(checkins, checkin_end - checkins);
        stretches.push_back(std::move(stretch));
        stretch = {};
        sessions = session_end;
        checkins = checkin_end;
    }
    return stretches;
}

TrackRecords up_to(const Stretch& stretch, LocalDay day) {
    return until_day({{stretch.sessions.begin(), stretch.sessions.end()},
                      {stretch.checkins.begin(), stretch.checkins.end()}},
                     day);
}

TrackRecords until_day(TrackRecords records, LocalDay day) {
    std::erase_if(records.sessions, [&](const Session* s) { return local_day(s->started_at) > day; });
    std::erase_if(records.checkins, [&](const CheckIn* c) { return local_day(c->at) > day; });
    return records;
}

}  // namespace unknot::guidance
