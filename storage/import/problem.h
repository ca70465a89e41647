#pragma once

#include "app/domain/commands.h"
#include "app/domain/import_problem.h"
#include "app/domain/milestones.h"
#include "app/domain/result.h"

#include <cstddef>
#include <vector>

namespace unknot::storage {

/// What one file brings.
struct ImportedFile {
    ImportRecords records;
    bool computed = false;           ///< flags.csv: the rules compute it anew, so nothing of it is imported
    std::vector<std::size_t> lines;  ///< of a table: where each record's row begins; empty for JSON
};

using ImportResult = Result<ImportedFile, std::vector<ImportProblem>>;

}  // namespace unknot::storage
