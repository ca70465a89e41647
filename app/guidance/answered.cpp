#include "app/guidance/answered.h"

#include "app/guidance/day_spans.h"
#include "app/guidance/flags.h"

#include <algorithm>

namespace unknot::guidance {

namespace {

/// The local days on which the track was rated, sorted.
std::vector<LocalDay> rated_days(const TrackRecords& records) {
    std::vector<LocalDay> days;
    for (const CheckIn* checkin : records.checkins) {
        if (checkin->soreness) {
            days.push_back(local_day(checkin->at));
        }
    }
    for (const Session* session : records.sessions) {
        if (session->soreness_before) {
            days.push_back(local_day(session->started_at));
        }
    }
    std::sort(days.begin(), days.end());
    return days;
}

}  // namespace

AnsweredDays answered_days(const AreaRecords& area, Side side, LocalDay from, LocalDay to, LocalDay today) {
    const LocalDay last = std::min(to, today);
    const SideRecords sides = by_side(area, {area.sessions.size(), area.checkins.size()});
    const TrackRecords records = until_day(sides.at(static_cast<std::size_t>(side)), last);
    const std::vector<LocalDay> rated = rated_days(records);
    AnsweredDays days;
    // What is due on a day is what the records of the days before leave open.
    for_each_day_span<TrackWalk>(
        stretches_of(records), last, [&](const TrackWalk& walk, LocalDay first, LocalDay until) {
            for (LocalDay day = first + 1; day <= until + 1 && day <= last; day = day + 1) {
                Look look(day, Look::Detail::codes);
                if (!waits_for_rating(standing_on(walk, look), look)) {
                    return;  // without a new record it will not wait again
                }
                const bool answered = std::binary_search(rated.begin(), rated.end(), day);
                if (day >= from && (answered || day < today)) {
                    ++days.due;
                    days.answered += answered ? 1 : 0;
                }
            }
        });
    return days;
}

}  // namespace unknot::guidance
