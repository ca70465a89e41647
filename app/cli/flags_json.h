#pragma once

#include "app/guidance/guidance.h"
#include "app/words/catalogue.h"

#include <nlohmann/json.hpp>

namespace unknot::cli {

/// `unknot flags --json`: tracks, whole person, and what was ignored as lying in the future.
[[nodiscard]] nlohmann::ordered_json flags_json(const words::Catalogue& words,
                                                const guidance::Guidance& guidance);

/// `unknot flags --history --json`.
[[nodiscard]] nlohmann::ordered_json history_json(const guidance::FlagHistory& history);

}  // namespace unknot::cli
