#pragma once

#include "storage/logbook/logbook.h"

#include <vector>

namespace unknot::storage {

/// Every file of a log: itself and its side files, its backups in `folder` (empty: the default one) and
/// beside it, logs kept aside, and files that a crash left half made. In an order in which removing them can
/// stop anywhere: the log first.
[[nodiscard]] std::vector<std::filesystem::path> files_of_log(const std::filesystem::path& log,
                                                              const std::filesystem::path& folder);

/// Removes these files for good, and the folders that it empties by that; syncs the folders. A file that is
/// not there is no failure. Refused with `busy` where another process has one of them open; this process must
/// have closed them. What cannot be removed fails with its name, after the others were removed.
[[nodiscard]] Result<Done, Failure> erase_files(const std::vector<std::filesystem::path>& files);

}  // namespace unknot::storage
