#pragma once

#include "app/domain/snapshot.h"

#include <random>
#include <string>

namespace unknot::tests {

/// A log that grows and changes by dice, for properties that must hold for any log: two areas, all sides,
/// ratings of every kind, offsets from -18:00 to +18:00 where `wild`.
class RandomLog {
public:
    explicit RandomLog(unsigned seed, bool wild) : dice_(seed), wild_(wild) {}

    /// Adds, changes or deletes one record near the log's end, or seldom anywhere. Unchanged areas keep their
    /// pointer.
    void edit();

    [[nodiscard]] const Snapshot& snapshot() const { return snapshot_; }
    /// The moment around which it now edits; goes forward as the log grows.
    [[nodiscard]] Instant now() const { return now_; }
    [[nodiscard]] int roll(int sides) { return static_cast<int>(dice_() % static_cast<unsigned>(sides)); }

private:
    [[nodiscard]] Instant some_moment();
    void add_session(AreaRecords& records, const std::string& area);
    void add_checkin(AreaRecords& records, const std::string& area);

    std::mt19937 dice_;
    bool wild_;
    Snapshot snapshot_;
    Instant now_{1'740'000'000'000, 0};
    int number_ = 0;
};

}  // namespace unknot::tests
