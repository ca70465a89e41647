#include "app/platform/clock.h"

#include "app/platform/environment.h"

#include <chrono>

namespace unknot::platform {

Result<Instant, std::string> now(const TimeZone& zone) {
    if (const auto fixed = environment("UNKNOT_NOW")) {
        if (const auto instant = parse_iso_instant(*fixed)) {
            return *instant;
        }
        if (const auto clock = parse_iso_wall_clock(*fixed)) {
            if (const auto resolved = zone.resolve(*clock)) {
                return *resolved;
            }
        }
        return Failed{*fixed};
    }
    const auto since = std::chrono::system_clock::now().time_since_epoch();
    const std::int64_t ms = std::chrono::duration_cast<std::chrono::milliseconds>(since).count();
    return Instant{ms / 1000 * 1000, zone.offset_at(ms)};
}

}  // namespace unknot::platform
