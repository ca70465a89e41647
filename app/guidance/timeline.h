#pragma once

#include "app/guidance/track_records.h"

namespace unknot::guidance {

/// Consecutive records whose local days all lie after those of the records before them, and before those of
/// the records after them: mostly the records of one day. Borrows what it was made from.
struct Stretch {
    Sessions sessions;
    CheckIns checkins;
    std::vector<LocalDay> days;  ///< its local days, ascending; never empty
};

/// Cuts the records of a track wherever that can be done, oldest first.
[[nodiscard]] std::vector<Stretch> stretches_of(const TrackRecords& records);

/// Its records whose own local day is at most `day`.
[[nodiscard]] TrackRecords up_to(const Stretch& stretch, LocalDay day);

/// The records whose own local day is at most `day`.
[[nodiscard]] TrackRecords until_day(TrackRecords records, LocalDay day);

}  // namespace unknot::guidance
