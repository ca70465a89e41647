#pragma once

#include <cstdint>
#include <random>

namespace unknot::sample {

/// Chance that is the same on every machine: the engine is the standard's, its distributions are not.
class Dice {
public:
    explicit Dice(std::uint64_t seed) : engine_(seed) {}

    /// 0 to `sides` - 1.
    [[nodiscard]] int roll(int sides) {
        return static_cast<int>(engine_() % static_cast<std::uint64_t>(sides));
    }
    /// `from` to `to`, both included.
    [[nodiscard]] int between(int from, int to) { return from + roll(to - from + 1); }
    /// True `percent` times in a hundred.
    [[nodiscard]] bool chance(int percent) { return roll(100) < percent; }

private:
    std::mt19937_64 engine_;
};

}  // namespace unknot::sample
