#pragma once

#include "app/views/upkeep.h"
#include "storage/logbook/logbook.h"
#include "storage/logbook/move_log.h"

#include <filesystem>
#include <vector>

namespace unknot::shell {

/// The log that work is done on.
struct Workplace {
    std::filesystem::path log;
    std::filesystem::path backups_folder;
    storage::Services services;
};

// Each does one kind of work and says what it came to; may take long.

[[nodiscard]] views::WorkDone back_up(const Workplace& place, const views::WorkOrder& order);
[[nodiscard]] views::WorkDone look_into_kept(const views::WorkOrder& order);
/// Backs up what is there first; where it is damaged or gone there is nothing to back up.
[[nodiscard]] views::WorkDone restore_kept(const Workplace& place, const views::WorkOrder& order);
[[nodiscard]] views::WorkDone move_to(const Workplace& place, const views::WorkOrder& order,
                                      const storage::SwitchTo& switch_to);
[[nodiscard]] views::WorkDone check(const Workplace& place, const views::WorkOrder& order);
/// Into a file beside the log, whose contents are then in the answer, to be restored from.
[[nodiscard]] views::WorkDone salvage_beside(const Workplace& place, const views::WorkOrder& order);
[[nodiscard]] views::WorkDone erase(const std::vector<std::filesystem::path>& files,
                                    const views::WorkOrder& order);

}  // namespace unknot::shell
