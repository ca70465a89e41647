#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace unknot::storage {

/// Why a backup was made.
enum class BackupKind : std::uint8_t {
    daily,   ///< by itself, once each day on which something changed
    manual,  ///< somebody asked for it
    before_import,
    before_restore,
    before_merge,
    before_migration,  ///< lies beside the log, not in the folder of the others
};

/// What a backup's name says.
struct BackupName {
    BackupKind kind = BackupKind::daily;
    std::int64_t made_ms = 0;  ///< to the second
};

/// "log-20260307T190000Z-daily.db" for the log "log.db"; `count` above 1 is for names that are taken.
[[nodiscard]] std::string backup_name(const std::filesystem::path& log, const BackupName& name, int count);

/// Nothing where the file is no backup of a log of that name.
[[nodiscard]] std::optional<BackupName> parse_backup_name(const std::filesystem::path& log,
                                                          const std::string& file_name);

/// A good backup as far as rotation looks at it.
struct RotatedBackup {
    std::filesystem::path file;
    BackupName name;
};

/// Which of the good backups have had their time: what is not the newest of one of the last 7 days, 4 weeks
/// (from Monday) or 12 months that have any; of those made before something, all but the last 10. Days begin
/// at midnight UTC + `offset_minutes`.
[[nodiscard]] std::vector<std::filesystem::path> outlived(std::vector<RotatedBackup> backups,
                                                          std::int32_t offset_minutes);

}  // namespace unknot::storage
