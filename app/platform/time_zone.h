#pragma once

#include "app/domain/instant.h"
#include "app/domain/result.h"
#include "app/domain/validation.h"

#include <cstdint>
#include <string>

namespace unknot::platform {

/// The place whose clock the user lives by: the environment's TZ, else the system's zone, else UTC.
class TimeZone {
public:
    /// Never fails: where neither is known, UTC is used, whose offset is then what gets recorded.
    [[nodiscard]] static TimeZone of_environment();
    explicit TimeZone(std::string name) : name_(std::move(name)) {}

    /// The offset in force at a moment, in minutes east of UTC.
    [[nodiscard]] std::int32_t offset_at(std::int64_t utc_ms) const;

    /// The moment of a local time. One that the clock skips is refused with skipped_by_clock; of one that
    /// comes twice the earlier is taken.
    [[nodiscard]] Result<Instant, Reason> resolve(const WallClock& clock) const;

private:
    std::string name_;
};

}  // namespace unknot::platform
