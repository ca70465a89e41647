#pragma once

#include "app/views/upkeep.h"
#include "storage/import/problem.h"
#include "storage/logbook/logbook.h"
#include "storage/logbook/move_log.h"

#include <filesystem>
#include <memory>
#include <string_view>
#include <vector>

namespace unknot::shell {

/// The log that work is done on.
struct Workplace {
    std::filesystem::path log;
    std::filesystem::path backups_folder;
    storage::Services services;
    bool may_begin = false;  ///< no log was here for all that is known, so one may be begun
};

/// The window's changes, in the log's undo steps: the same name after a restart, so that the last ones can
/// still be taken back.
constexpr std::string_view window_origin = "window";

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
/// Reads another machine's log and says what joining it would do.
[[nodiscard]] views::WorkDone look_at_other(const Workplace& place, const views::WorkOrder& order);
/// Backs up what is there, then joins the other log with it through a connection of its own.
[[nodiscard]] views::WorkDone merge(const Workplace& place, const views::WorkOrder& order);
/// Reads files that were opened and says what importing them into this snapshot would do; where one log of
/// another machine was opened it is looked at instead, and the answer is `look_at_other`'s.
[[nodiscard]] views::WorkDone look_at_files(const Workplace& place, const views::WorkOrder& order,
                                            const std::shared_ptr<const Snapshot>& snapshot,
                                            const Progress& progress);
/// Backs up what is there, then takes in what was read, through a connection of its own. Where `progress`
/// ends that, nothing is taken in.
[[nodiscard]] views::WorkDone import_read(const Workplace& place, const views::WorkOrder& order,
                                          const Progress& progress);
[[nodiscard]] views::WorkDone erase(const std::vector<std::filesystem::path>& files,
                                    const views::WorkOrder& order);

}  // namespace unknot::shell
