#pragma once

#include "app/domain/snapshot.h"

#include <optional>

namespace unknot::guidance {

/// Which day after the last session-day before it a moment is: 0 the same day, 1 the day after (RULES section
/// 2, "Follow-up day": under 4 h after the session-day's end it is still 0, from 20 h on at least 1). A
/// record of both sides belongs to either. Nothing where no session came before. For lists: the rules link
/// ratings to sessions themselves.
[[nodiscard]] std::optional<int> day_after_session(const AreaRecords& area, Side side, const Instant& at);

}  // namespace unknot::guidance
