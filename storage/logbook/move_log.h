#pragma once

#include "storage/logbook/logbook.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>

namespace unknot::storage {

/// What becomes of a log's old file once the new one is whole, verified and in use.
enum class OldLog : std::uint8_t { remove, keep_aside };

struct Moved {
    std::filesystem::path file;   ///< where the log is now
    std::filesystem::path aside;  ///< where the old file lies; empty where it was removed
    std::string not_removed;      ///< the system's words where it could not be taken away; it is then in its
                                  ///< place still, and nothing uses it
};

/// Tells whoever remembers where the log is; fails with the system's words.
using SwitchTo = std::function<Result<Done, std::string>(const std::filesystem::path& file)>;

/// Moves a log into another folder, which is made (0700) where it is not there; its file keeps its name. The
/// new file is copied, verified row by row and synced, then `switch_to` is called, and only then the old one
/// is taken away: at every moment a whole log is where `switch_to` last said. Refused with already_there
/// where the folder holds a file of that name or one that SQLite would play back into it, with `busy` while
/// another process has the log open; this process must have closed it. Backups stay where they are.
[[nodiscard]] Result<Moved, Failure> move_log(const std::filesystem::path& log,
                                              const std::filesystem::path& folder, OldLog old,
                                              const SwitchTo& switch_to, const Services& services);

}  // namespace unknot::storage
