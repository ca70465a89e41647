#pragma once

#include "app/views/upkeep.h"
#include "storage/logbook/logbook.h"

#include <filesystem>
#include <optional>
#include <vector>

namespace unknot::shell {

/// What lies there of a log: its backups and how it stands with them, logs kept aside, what erasing would
/// remove.
struct Stock {
    std::optional<views::BackupFacts> backups;  ///< nothing where the log itself cannot be read
    std::vector<views::KeptFile> kept;          ///< the newest first
    views::EraseFacts erasable;
};

/// Looks at the files of a log; opens every backup, so it may take long. Where the log cannot be read, which
/// backups are good is found by verifying them, the newest first.
[[nodiscard]] Stock take_stock(const std::filesystem::path& log, const std::filesystem::path& backups_folder,
                               const storage::Services& services);

}  // namespace unknot::shell
