#pragma once

#include "app/domain/local_day.h"

#include <algorithm>
#include <cstdint>
#include <optional>

namespace unknot::guidance {

/// One look at the records from a day. Whatever the rules ask about the time that has passed they ask here,
/// and the look notes when the answer would turn. That is what makes flags over time cheap and complete:
/// until `next_change` every question has the same answer, so the same flags stand.
class Look {
public:
    /// Flags over time need codes and tiers only; collecting the evidence is most of the work.
    enum class Detail : std::uint8_t { codes, whole };

    Look(LocalDay today, Detail detail) : today_(today), detail_(detail) {}

    /// For texts and limits. A rule compares days with `more_than` and `within` instead.
    [[nodiscard]] LocalDay today() const { return today_; }
    [[nodiscard]] bool explains() const { return detail_ == Detail::whole; }

    /// True where more than `days` days have passed since `day`.
    [[nodiscard]] bool more_than(int days, LocalDay day) {
        const LocalDay turns = day + days + 1;
        if (turns > today_) {
            next_change_ = next_change_ ? std::min(*next_change_, turns) : turns;
        }
        return turns <= today_;
    }
    /// True where at most `days` days have passed since `day`.
    [[nodiscard]] bool within(int days, LocalDay day) { return !more_than(days, day); }
    /// True where `days` days or more have passed since `day`.
    [[nodiscard]] bool at_least(int days, LocalDay day) { return more_than(days - 1, day); }

    /// The first later day on which an answer that this look got would be another one; empty where time
    /// alone changes nothing any more.
    [[nodiscard]] std::optional<LocalDay> next_change() const { return next_change_; }

private:
    LocalDay today_;
    Detail detail_;
    std::optional<LocalDay> next_change_;
};

}  // namespace unknot::guidance
