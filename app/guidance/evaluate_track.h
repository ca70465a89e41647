#pragma once

#include "app/domain/validation.h"
#include "app/guidance/guidance.h"
#include "app/guidance/track_records.h"

namespace unknot::guidance {

/// The rules for one track. `now` only decides whether a check-in is due yet; empty: the end of the day.
[[nodiscard]] TrackGuidance evaluate_track(const TrackRecords& records, LocalDay today,
                                           const std::optional<Instant>& now);

/// The rules for the records that count; `Guidance::as_of` and `ignored_future` stay empty.
[[nodiscard]] Guidance evaluate_counting(const Snapshot& snapshot, const Counts& counts, LocalDay today,
                                         const std::optional<Instant>& now, const Profile& profile);

}  // namespace unknot::guidance
