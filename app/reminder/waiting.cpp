#include "app/reminder/waiting.h"

#include <algorithm>
#include <optional>

namespace unknot::reminder {

Instant time_on(const CalendarDate& date, std::int32_t minute, const WaitingHands& hands) {
    WallClock clock{date, minute / 60, minute % 60, 0, 0};
    auto at = hands.resolve(clock);
    if (!at) {
        clock.hour = std::min(clock.hour + 1, 23);
        at = hands.resolve(clock);
    }
    return at ? *at : instant_at(clock, hands.now().offset_minutes);
}

void wait_through_session(std::int32_t minute, const WaitingHands& hands) {
    std::optional<CalendarDate> reminded;
    while (true) {
        const Instant now = hands.now();
        const CalendarDate today = wall_clock(now).date;
        Instant next = time_on(today, minute, hands);
        if (!earlier(now, next)) {
            if (reminded != today) {
                reminded = today;
                hands.remind();
            }
            next = time_on(calendar_date(*local_day(today) + 1), minute, hands);
        }
        if (!hands.wait(next.utc_ms - now.utc_ms)) {
            return;
        }
    }
}

}  // namespace unknot::reminder
