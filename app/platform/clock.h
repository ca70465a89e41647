#pragma once

#include "app/domain/instant.h"
#include "app/domain/result.h"
#include "app/domain/validation.h"

#include <array>
#include <cstdint>
#include <filesystem>
#include <optional>
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

/// The environment variable, empty where it is not set.
[[nodiscard]] std::optional<std::string> environment(const char* name);

/// Now, with the zone's offset. UNKNOT_NOW fixes it; one that cannot be read fails with its text.
[[nodiscard]] Result<Instant, std::string> now(const TimeZone& zone);

/// Bytes from the system's random source. Throws std::system_error where it has none.
[[nodiscard]] std::array<std::uint8_t, 10> random_bytes();

/// Where the log lives unless told otherwise: $XDG_DATA_HOME/unknot/log.db, else
/// ~/.local/share/unknot/log.db. Empty where the user has no home folder.
[[nodiscard]] std::optional<std::filesystem::path> default_log_file();

/// From now on Ctrl+C only sets a flag that `interrupted` reads, and a file-size limit or a closed pipe comes
/// back as an error.
void handle_signals();
[[nodiscard]] bool interrupted();

}  // namespace unknot::platform
