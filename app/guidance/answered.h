#pragma once

#include "app/domain/snapshot.h"

namespace unknot::guidance {

/// Days on which a rating was due, and of those the days on which one came.
struct AnsweredDays {
    int answered = 0;
    int due = 0;

    friend bool operator==(const AnsweredDays&, const AnsweredDays&) = default;
};

/// "Check-ins answered of due" (RULES section 7) of a track, for the days from `from` to `to`, both included,
/// and none after `today`. A day counts once. Today counts only once it is answered: it is not over.
[[nodiscard]] AnsweredDays answered_days(const AreaRecords& area, Side side, LocalDay from, LocalDay to,
                                         LocalDay today);

}  // namespace unknot::guidance
