#pragma once

#include "storage/import/problem.h"

#include <string_view>

namespace unknot::storage {

/// Reads a table of sessions or check-ins, told apart by the header; flags.csv is recognised too, and brings
/// nothing. Columns may come in any order; what an optional column that is not there would hold is left out,
/// not blank. All or nothing. `known`: the areas that rows may be on.
[[nodiscard]] ImportResult import_csv(std::string_view text, const AreaCatalogue& known,
                                      const ReadingProgress& progress = {});

}  // namespace unknot::storage
