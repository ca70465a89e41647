#pragma once

#include "app/domain/instant.h"
#include "app/domain/result.h"
#include "app/platform/time_zone.h"

#include <string>

namespace unknot::platform {

/// Now, with the zone's offset. UNKNOT_NOW fixes it; one that cannot be read fails with its text.
[[nodiscard]] Result<Instant, std::string> now(const TimeZone& zone);

}  // namespace unknot::platform
