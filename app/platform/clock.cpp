#include "app/platform/clock.h"

#include <date/tz.h>

#include <chrono>
#include <csignal>
#include <cstdlib>
#include <system_error>

#include <sys/random.h>

namespace unknot::platform {

namespace {

/// Only a sig_atomic_t may be written by a signal handler; it is the one piece of state that cannot be passed
/// down.
volatile std::sig_atomic_t stop_asked = 0;

void ask_to_stop(int /*signal*/) {
    stop_asked = 1;
}

const date::time_zone* find_zone(const std::string& name) {
    try {
        return name.empty() ? date::current_zone() : date::locate_zone(name);
    } catch (const std::exception&) {
        return nullptr;  // unknown here: the caller falls back to UTC
    }
}

}  // namespace

std::optional<std::string> environment(const char* name) {
    const char* value = std::getenv(name);
    return value == nullptr || *value == '\0' ? std::nullopt : std::optional<std::string>(value);
}

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

std::array<std::uint8_t, 10> random_bytes() {
    std::array<std::uint8_t, 10> bytes{};
    if (getrandom(bytes.data(), bytes.size(), 0) != static_cast<ssize_t>(bytes.size())) {
        throw std::system_error(errno, std::generic_category(), "no random numbers");
    }
    return bytes;
}

std::optional<std::filesystem::path> default_log_file() {
    if (const auto data = environment("XDG_DATA_HOME"); data && data->front() == '/') {
        return std::filesystem::path(*data) / "unknot" / "log.db";
    }
    if (const auto home = environment("HOME"); home && home->front() == '/') {
        return std::filesystem::path(*home) / ".local" / "share" / "unknot" / "log.db";
    }
    return std::nullopt;
}

void handle_signals() {
    struct sigaction stop {};
    stop.sa_handler = ask_to_stop;
    sigaction(SIGINT, &stop, nullptr);
    std::signal(SIGXFSZ, SIG_IGN);
    std::signal(SIGPIPE, SIG_IGN);
}

bool interrupted() {
    return stop_asked != 0;
}

}  // namespace unknot::platform
