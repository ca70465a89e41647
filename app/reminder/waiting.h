#pragma once

#include "app/domain/instant.h"
#include "app/domain/result.h"
#include "app/domain/validation.h"

#include <cstdint>
#include <functional>

namespace unknot::reminder {

/// What waiting through a session needs from outside.
struct WaitingHands {
    std::function<Instant()> now;
    std::function<Result<Instant, Reason>(const WallClock&)> resolve;
    /// Waits so many milliseconds, or until the clock was set; false: the session has ended.
    std::function<bool(std::int64_t ms)> wait;
    std::function<void()> remind;  ///< at once, if something is due
};

/// The moment of a minute of the day (0 to 1439) on a date; an hour later where the clock skips it.
[[nodiscard]] Instant time_on(const CalendarDate& date, std::int32_t minute, const WaitingHands& hands);

/// Reminds once a day at that minute until the session ends; at once where the session began after it.
void wait_through_session(std::int32_t minute, const WaitingHands& hands);

}  // namespace unknot::reminder
