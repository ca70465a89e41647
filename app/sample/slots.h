#pragma once

#include "app/sample/scribe.h"

namespace unknot::sample {

/// The areas that a person with so many sessions looks after, the dearest first. `today` is the log's end.
[[nodiscard]] std::vector<Slot> slots_for(const Extent& extent, LocalDay today);

/// The area of its own that a longer log has.
[[nodiscard]] std::vector<Area> own_areas_for(const Extent& extent, const words::Catalogue& words);

}  // namespace unknot::sample
