#pragma once

#include "app/guidance/track_records.h"

namespace unknot::guidance {

/// Where an episode starts from, and the records that say so.
struct StartingLevel {
    std::optional<int> level;  ///< empty: unknown
    RecordRefs evidence;
};

/// RULES section 3: soreness-before; else the last rating up to the session-day's start, on that day or the
/// day before; else the usual level. Where both are known, the usual level may raise it by at most 1.
/// `recent` are the ratings that come before the session-day, `quiet` the quiet ones; both may miss what lies
/// further back than the rules look.
[[nodiscard]] StartingLevel starting_level(const SessionDay& begun, const std::vector<Rating>& recent,
                                           const std::vector<Rating>& quiet);

}  // namespace unknot::guidance
