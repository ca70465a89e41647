#pragma once

#include "app/domain/snapshot.h"

#include <string>
#include <vector>

namespace unknot::tests {

/// The instant of a text that is known to be one.
[[nodiscard]] Instant moment(const std::string& iso);

/// A session with what every one has; the rest is "not recorded".
[[nodiscard]] Session session(const std::string& id, const std::string& at, const std::string& area,
                              Side side, PressureLevel pressure = PressureLevel::moderate);

/// A check-in with a rating; warning signs not asked.
[[nodiscard]] CheckIn checkin(const std::string& id, const std::string& at, const std::string& area,
                              Side side, int soreness);

/// The snapshot of these records; the areas are the built-in ones.
[[nodiscard]] Snapshot log_of(const std::vector<Session>& sessions, const std::vector<CheckIn>& checkins);

}  // namespace unknot::tests
