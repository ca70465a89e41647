#pragma once

#include "app/guidance/guidance.h"
#include "app/guidance/track_walk.h"

namespace unknot::guidance {

/// The rules for one track, whose records are all that count at `as_of`.
[[nodiscard]] TrackGuidance evaluate_track(const TrackRecords& records, const Instant& as_of);

/// The same where a walk has been through all of the records already.
[[nodiscard]] TrackGuidance evaluate_track(const TrackWalk& walk, const TrackRecords& records,
                                           const Instant& as_of);

}  // namespace unknot::guidance
