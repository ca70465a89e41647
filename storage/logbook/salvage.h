#pragma once

#include "storage/logbook/logbook.h"

namespace unknot::storage {

/// What could be saved from a damaged log.
struct Salvaged {
    std::size_t sessions = 0;
    std::size_t checkins = 0;
    std::size_t own_areas = 0;
    std::size_t renamed_areas = 0;  ///< own areas whose records were found and whose name was not
    bool profile = false;
};

/// Reads what can be read of a damaged log, row by row around the damage, into a new log `target`, which must
/// not be there. Each row taken is as it was saved: its checksum says so. Of several states the latest is
/// taken; what was deleted stays deleted. Trash and undo steps are not saved. The damaged file is only read.
/// Fails with not_ours where no row is found.
[[nodiscard]] Result<Salvaged, Failure> salvage(const std::filesystem::path& damaged,
                                                const std::filesystem::path& target,
                                                const Services& services);

}  // namespace unknot::storage
