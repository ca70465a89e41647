#include "app/platform/time_zone.h"

#include "app/platform/environment.h"

#include <date/tz.h>

#include <chrono>
#include <exception>

namespace unknot::platform {

namespace {

const date::time_zone* find_zone(const std::string& name) {
    try {
        return name.empty() ? date::current_zone() : date::locate_zone(name);
    } catch (const std::exception&) {
        return nullptr;  // unknown here: the caller falls back to UTC
    }
}

}  // namespace

TimeZone TimeZone::of_environment() {
    std::string name = environment("TZ").value_or("");
    if (!name.empty() && name.front() == ':') {
        name.erase(0, 1);
    }
    return TimeZone(name);
}

std::int32_t TimeZone::offset_at(std::int64_t utc_ms) const {
    const date::time_zone* zone = find_zone(name_);
    if (zone == nullptr) {
        return 0;
    }
    const date::sys_seconds at{std::chrono::seconds(utc_ms / 1000)};
    return static_cast<std::int32_t>(
        std::chrono::duration_cast<std::chrono::minutes>(zone->get_info(at).offset).count());
}

Result<Instant, Reason> TimeZone::resolve(const WallClock& clock) const {
    const date::time_zone* zone = find_zone(name_);
    if (zone == nullptr) {
        return instant_at(clock, 0);
    }
    const std::int64_t seconds = instant_at(clock, 0).utc_ms / 1000;
    const auto info = zone->get_info(date::local_seconds{std::chrono::seconds(seconds)});
    if (info.result == date::local_info::nonexistent) {
        return Failed{Reason::skipped_by_clock};
    }
    const auto minutes = std::chrono::duration_cast<std::chrono::minutes>(info.first.offset).count();
    return instant_at(clock, static_cast<std::int32_t>(minutes));
}

}  // namespace unknot::platform
