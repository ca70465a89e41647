#pragma once

#include <compare>
#include <cstdint>
#include <optional>

namespace unknot {

/// A soreness rating on the numeric rating scale 0 to 10, in whole numbers: 0 none, 1-3 mild, 4-6 moderate,
/// 7-10 severe. Zero is an answer ("not sore"). A rating that was not given is an empty optional, never zero.
class Soreness {
public:
    /// Nothing outside 0 to 10.
    [[nodiscard]] static constexpr std::optional<Soreness> of(std::int64_t value) {
        if (value < 0 || value > 10) {
            return std::nullopt;
        }
        return Soreness(static_cast<std::int8_t>(value));
    }

    [[nodiscard]] constexpr int value() const { return value_; }
    friend constexpr auto operator<=>(Soreness, Soreness) = default;

private:
    explicit constexpr Soreness(std::int8_t value) : value_(value) {}
    std::int8_t value_;
};

/// The bands that the scale is spoken in (Serlin 1995; Woo 2015).
enum class SorenessBand : std::uint8_t { none, mild, moderate, severe };

[[nodiscard]] constexpr SorenessBand band_of(Soreness soreness) {
    const int v = soreness.value();
    if (v == 0) {
        return SorenessBand::none;
    }
    if (v <= 3) {
        return SorenessBand::mild;
    }
    return v <= 6 ? SorenessBand::moderate : SorenessBand::severe;
}

/// How hard somebody pressed. Its own scale, never compared with soreness.
enum class PressureLevel : std::uint8_t {
    very_light = 1,
    light = 2,
    moderate = 3,
    strong_but_manageable = 4,
    too_much = 5,  ///< breath held, tensing
};

/// Nothing outside 1 to 5.
[[nodiscard]] constexpr std::optional<PressureLevel> pressure_level(std::int64_t value) {
    if (value < 1 || value > 5) {
        return std::nullopt;
    }
    return static_cast<PressureLevel>(value);
}

[[nodiscard]] constexpr int number(PressureLevel level) {
    return static_cast<int>(level);
}

/// How long a session lasted, in whole seconds, 1 s to 4 h.
class Duration {
public:
    static constexpr std::int32_t longest_seconds = 4 * 60 * 60;

    /// Nothing outside 1 s to 4 h.
    [[nodiscard]] static constexpr std::optional<Duration> of_seconds(std::int64_t seconds) {
        if (seconds < 1 || seconds > longest_seconds) {
            return std::nullopt;
        }
        return Duration(static_cast<std::int32_t>(seconds));
    }

    [[nodiscard]] constexpr std::int32_t seconds() const { return seconds_; }
    friend constexpr auto operator<=>(Duration, Duration) = default;

private:
    explicit constexpr Duration(std::int32_t seconds) : seconds_(seconds) {}
    std::int32_t seconds_;
};

}  // namespace unknot
