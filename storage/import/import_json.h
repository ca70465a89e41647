#pragma once

#include "storage/import/problem.h"

#include <string_view>

namespace unknot::storage {

/// Reads a log.json, all or nothing. A record without id gets one computed from its content (UUID version 5),
/// so that importing twice is importing once. Values are validated against `known` (the areas of the log) and
/// the areas in the file. Fails with `ImportProblem::What::stopped` where `progress` ends it.
[[nodiscard]] ImportResult import_json(std::string_view text, const AreaCatalogue& known,
                                       const Progress& progress = {});

}  // namespace unknot::storage
