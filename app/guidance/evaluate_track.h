#pragma once

#include "app/guidance/guidance.h"
#include "app/guidance/track_records.h"

namespace unknot::guidance {

/// The rules for one track, whose records are all that count at `as_of`.
[[nodiscard]] TrackGuidance evaluate_track(const TrackRecords& records, const Instant& as_of);

}  // namespace unknot::guidance
