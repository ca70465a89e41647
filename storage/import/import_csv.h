#pragma once

#include "storage/import/problem.h"

#include <string_view>

namespace unknot::storage {

/// Reads a table of sessions or check-ins, told apart by the header; flags.csv is recognised too, and brings
/// nothing. Columns may come in any order; what an optional column that is not there would hold is left out,
/// not blank. All or nothing; fails with `ImportProblem::What::stopped` where `progress` ends it. `known`:
/// the areas that rows may be on.
[[nodiscard]] ImportResult import_csv(std::string_view text, const AreaCatalogue& known,
                                      const Progress& progress = {});

}  // namespace unknot::storage
