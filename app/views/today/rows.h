#pragma once

#include "app/views/view.h"
#include "app/words/catalogue.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace unknot::views {

/// How many days back a weekday's name alone tells one day from another.
constexpr int weekday_names_for = 6;

/// The tracks that a check-in is due on: those with an open question about warning signs first, then the
/// latest session first, then by area.
[[nodiscard]] std::vector<TrackKey> due_in_order(const Facts& facts);

/// The line of what a check-in follows: "After Friday 19:40: moderate, 4 min. It was at 2 before, at 4
/// yesterday." What was not recorded is not named. Empty where the track has no session.
[[nodiscard]] std::string follows_text(const words::Catalogue& words, const Snapshot& snapshot,
                                       const TrackKey& key, const guidance::TrackGuidance& track,
                                       LocalDay today);

/// The soreness before the session that a track's episode counts from, where the starting level is that very
/// answer (it may also be an earlier rating, or the usual level).
[[nodiscard]] std::optional<guidance::EvidenceRating> rating_before(const Snapshot& snapshot,
                                                                    const TrackKey& key,
                                                                    const guidance::TrackGuidance& track);

/// The red flag or the reason to leave the area out that asks its question each day until answered; null
/// without one.
[[nodiscard]] const guidance::Flag* open_question(const guidance::TrackGuidance& track);
/// The red flag of the whole person; null without one.
[[nodiscard]] const guidance::Flag* whole_person_question(const Facts& facts);

/// True where a check-in of today on this track answered the warning signs.
[[nodiscard]] bool signs_answered_today(const Facts& facts, const TrackKey& track);

/// The check-in of an area by its id, looked for from the latest on: what was entered a moment ago is found
/// at once, in a log of any size. Null where it is not among those of the last two days.
[[nodiscard]] std::shared_ptr<const CheckIn> find_recent_checkin(const Facts& facts, const std::string& area,
                                                                 const RecordId& id);

}  // namespace unknot::views
