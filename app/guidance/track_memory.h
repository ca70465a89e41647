#pragma once

#include "app/guidance/track_walk.h"

namespace unknot::guidance {

/// Walks through the records of one track again and again, as they are edited. Edits are mostly about the
/// last days: it remembers the walk up to some days before the end, and goes on from there where all before
/// that is as it was.
class TrackMemory {
public:
    /// The walk through all of `records`, the same as one from nothing. The records of the call before must
    /// still be alive: their addresses stand for them.
    [[nodiscard]] TrackWalk walk(const TrackRecords& records);

private:
    struct Rest {
        Sessions sessions;
        CheckIns checkins;
    };
    [[nodiscard]] Rest after_old(const TrackRecords& records) const;
    [[nodiscard]] bool all_later(const Rest& rest) const;
    [[nodiscard]] bool continues(const TrackRecords& records) const;
    void remember(const TrackRecords& records);
    void note_end();

    TrackRecords old_;  ///< what `before_` was told
    TrackWalk before_;
    std::int64_t last_ms_ = 0;  ///< of `old_`: its latest moment and local day
    LocalDay last_day_;
};

}  // namespace unknot::guidance
