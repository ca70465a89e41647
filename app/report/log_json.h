#pragma once

#include "app/domain/snapshot.h"

#include <string>

namespace unknot::report {

/// The whole log as log.json, lossless: what import takes back. The same log gives the same bytes. Sets are
/// arrays, what was not asked or not recorded is absent.
[[nodiscard]] std::string log_json(const Snapshot& snapshot);

}  // namespace unknot::report
