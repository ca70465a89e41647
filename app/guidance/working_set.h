#pragma once

#include "app/domain/working_set.h"
#include "app/guidance/guidance.h"

#include <optional>

namespace unknot::guidance {

/// The working set of a log at `as_of`, good for two weeks: asked about these records alone, the rules answer
/// the same, word for word and with the same evidence. Which records that takes is not derived from the rules
/// but tried: of each area as few of the latest as give the same answers as all of them, on each of those
/// days. Nothing where the flags of the whole person would be others without the rest. Takes about as long as
/// a few evaluations of the whole log.
[[nodiscard]] std::optional<WorkingSet> working_set(const Snapshot& snapshot, const Instant& as_of);

}  // namespace unknot::guidance
