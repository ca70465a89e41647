#include "app/guidance/follow_up.h"

#include "app/guidance/rules.h"

#include <algorithm>
#include <iterator>

namespace unknot::guidance {

namespace {

bool share_a_track(Side a, Side b) {
    return a == b || (a == Side::both && b != Side::center) || (b == Side::both && a != Side::center);
}

Instant end_of(const Session& session) {
    return plus_seconds(session.started_at, session.duration ? session.duration->seconds() : 0);
}

int follow_up_day(const Session& last, const Instant& at) {
    const double hours = hours_between(end_of(last), at);
    const int days = local_day(at) - local_day(last.started_at);
    if (hours < rules::follow_up_from_hours) {
        return 0;
    }
    return std::max(days, hours >= rules::next_day_from_hours ? 1 : 0);
}

}  // namespace

std::optional<int> day_after_session(const AreaRecords& area, Side side, const Instant& at) {
    const auto after = std::upper_bound(area.sessions.begin(), area.sessions.end(), at,
                                        [](const Instant& moment, const std::shared_ptr<const Session>& one) {
                                            return earlier(moment, one->started_at);
                                        });
    const auto last = std::find_if(std::make_reverse_iterator(after), area.sessions.rend(),
                                   [&](const auto& one) { return share_a_track(one->side, side); });
    if (last == area.sessions.rend()) {
        return std::nullopt;
    }
    return follow_up_day(**last, at);
}

}  // namespace unknot::guidance
