#pragma once

#include "app/guidance/look.h"
#include "app/guidance/track_records.h"

namespace unknot::guidance {

/// The latest of an area's first `count` check-ins that reported fever or feeling unwell; null without one.
[[nodiscard]] const CheckIn* latest_person_report(const AreaRecords& area, std::size_t count);

/// The check-ins that the flags of the whole person over time rest on, by time, then id: every report, and
/// the answers to the question asked again that may be the first by local day. All others change nothing, and
/// there are a thousand times as many.
[[nodiscard]] std::vector<const CheckIn*> reports_and_answers(const Snapshot& snapshot);

/// What one area says about the whole person.
struct PersonRecords {
    const AreaRecords* records = nullptr;
    std::size_t counted_checkins = 0;
    const CheckIn* report = nullptr;  ///< its `latest_person_report`
};

/// Flags of the whole person: fever or feeling unwell, on whichever area it was said and answered, and
/// profile conditions.
[[nodiscard]] std::vector<Flag> person_flags(const std::vector<PersonRecords>& areas, const Profile& profile,
                                             Look& look);

}  // namespace unknot::guidance
