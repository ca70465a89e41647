#pragma once

#include "app/guidance/timeline.h"

namespace unknot::guidance {

/// Walks through the stretches of a track once, and calls `visit(walk, first, until)` for each run of days on
/// which the walk knows the same records: those whose own local day is at most `first`, with none more up to
/// and including `until`. The runs join without a gap, from the first record's day to `last_day`. Each
/// stretch is walked once; only where its local days interleave (the clock's offset jumped) is each of them
/// but the last answered by a copy that walks the records up to that day.
template <typename Walk, typename Visit>
void for_each_day_span(const std::vector<Stretch>& stretches, LocalDay last_day, const Visit& visit) {
    Walk walk;
    for (std::size_t i = 0; i < stretches.size(); ++i) {
        const Stretch& stretch = stretches[i];
        for (std::size_t k = 0; k + 1 < stretch.days.size(); ++k) {
            const TrackRecords so_far = up_to(stretch, stretch.days[k]);
            Walk until_then = walk;
            until_then.take(so_far.sessions, so_far.checkins);
            visit(until_then, stretch.days[k], stretch.days[k + 1] - 1);
        }
        walk.take(stretch.sessions, stretch.checkins);
        const LocalDay until = i + 1 < stretches.size() ? stretches[i + 1].days.front() - 1 : last_day;
        visit(walk, stretch.days.back(), until);
    }
}

}  // namespace unknot::guidance
