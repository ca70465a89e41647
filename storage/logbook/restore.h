#pragma once

#include "storage/logbook/logbook.h"

#include <cstdint>
#include <optional>

namespace unknot::storage {

/// What a log or backup holds.
struct LogContents {
    std::optional<std::int64_t>
        made_ms;               ///< when the backup was made; empty: the file is no backup but a log
    std::int64_t version = 0;  ///< of its tables
    std::size_t sessions = 0;
    std::size_t checkins = 0;
    std::optional<Instant> first;  ///< of the earliest and the latest record
    std::optional<Instant> last;
};

/// Reads and verifies every row of a backup, or of any log, without writing. A log of a newer version fails
/// with newer_version, one beside which a journal lies with not_ours: it is not a finished backup.
[[nodiscard]] Result<LogContents, Failure> look_into(const std::filesystem::path& backup);

/// What a log or backup says that it holds: quickly, without verifying it. Nothing where it cannot be opened,
/// or is of another version than backups are restored from.
[[nodiscard]] std::optional<LogContents> glance_at(const std::filesystem::path& backup);

struct Restored {
    LogContents contents;
    std::filesystem::path aside;  ///< where the log from before lies now; empty: there was none
};

/// Puts a verified copy of `backup` in the place of the log, which gets another name beside it. At every
/// moment a whole log has the log's name. Refused with `busy` while another process has the log open; this
/// process must have closed it. The backup itself stays as it is.
[[nodiscard]] Result<Restored, Failure> restore(const std::filesystem::path& log,
                                                const std::filesystem::path& backup,
                                                const Services& services);

/// A free name beside the log for one that makes way: "log.db.aside-20260307T190000Z".
[[nodiscard]] std::filesystem::path aside_name(const std::filesystem::path& log, std::int64_t now_ms);

}  // namespace unknot::storage
