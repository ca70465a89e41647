#pragma once

#include "app/guidance/guidance.h"
#include "app/report/selection.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace unknot::report {

/// One flag over the days on which it stood.
struct FlagRow {
    std::string area;          ///< empty: of the whole person
    std::optional<Side> side;  ///< empty: of the whole person
    guidance::FlagCode code = guidance::FlagCode::lingering;
    guidance::Tier tier = guidance::Tier::info;  ///< the highest it had
    std::optional<LocalDay> from;                ///< empty: health questions have no first day
    std::optional<LocalDay> to;                  ///< included; empty = still standing
    std::shared_ptr<const guidance::Flag> flag;  ///< as it stood on the last day at that tier; never null
};

/// The flags of the log up to `as_of` that stood on a day that `selection` holds: those of the whole person
/// first (whatever the areas asked for), then by area, side, first day. They rest on the whole log, whatever
/// part of it is asked for.
[[nodiscard]] std::vector<FlagRow> flag_rows(const Snapshot& snapshot, const Instant& as_of,
                                             const Selection& selection);

/// The same of what is there already: the history, explained, and the flags of the whole person on its last
/// day.
[[nodiscard]] std::vector<FlagRow> flag_rows(const guidance::FlagHistory& history,
                                             const std::vector<guidance::Flag>& of_person,
                                             const Selection& selection);

}  // namespace unknot::report
