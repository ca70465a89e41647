#include "storage/logbook/backups.h"

#include "app/domain/seeded_fault.h"
#include "storage/logbook/backup.h"
#include "storage/logbook/guarded.h"
#include "storage/logbook/log_file.h"
#include "storage/logbook/opening.h"
#include "storage/sqlite/statement.h"
#include "storage/sqlite/transaction.h"

#include <algorithm>
#include <charconv>

namespace unknot::storage {

namespace {

constexpr std::int64_t newest = 0;

std::string token_of(const Services& services) {
    return make_record_id(services.now().utc_ms, services.random()).text();
}

std::string file_id(Connection& connection) {
    return connection.text("SELECT value FROM meta WHERE key='file_id'");
}

std::int64_t clock_of(Connection& connection) {
    return connection.integer("SELECT coalesce(max(clock), 0) FROM area_change");
}

/// Opens the log for reading all of it. Recovery after a crash may have to write, so where the file can be
/// written it is opened for that.
Connection open_source(const std::filesystem::path& log) {
    const auto header = look_at(log);
    if (!header) {
        Failure failure;
        failure.problem = Problem::missing;
        failure.file = log;
        throw failure;
    }
    if (!header->sqlite || header->write_ahead || header->application_id != application_id) {
        Failure failure;
        failure.problem = Problem::not_ours;
        failure.file = log;
        throw failure;
    }
    return {log, is_writable(log) ? Connection::Access::read_write : Connection::Access::read_only,
            reader_patience};
}

/// Looks into a backup without ever writing; `verified` stays false where it is not what it should be.
void look_at_backup(Backup& backup, const std::string& id) {
    std::error_code failed;
    backup.size = std::filesystem::file_size(backup.file, failed);
    try {
        const auto header = look_at(backup.file);
        if (!header || !header->sqlite || header->write_ahead || header->application_id != application_id) {
            return;
        }
        Connection connection(backup.file, Connection::Access::read_only, std::chrono::milliseconds(0));
        const auto mark = mark_of(connection);
        if (!mark || file_id(connection) != id) {
            return;
        }
        backup.made_ms = mark->made_ms;
        backup.clock = clock_of(connection);
        backup.verified = true;
    } catch (const DatabaseError&) {
        backup.verified = false;  // shown as such
    } catch (const Failure&) {
        backup.verified = false;
    } catch (const DamagedRecord&) {
        backup.verified = false;
    }
}

std::optional<BackupKind> kind_of_file(const std::filesystem::path& log, const std::filesystem::path& file) {
    if (const auto name = parse_backup_name(log, file.filename().string())) {
        return name->kind;
    }
    const bool beside = file.filename().string().starts_with(log.filename().string() + ".before-version-");
    return beside ? std::optional(BackupKind::before_migration) : std::nullopt;
}

}  // namespace

Backups::Backups(const std::filesystem::path& log, const std::filesystem::path& folder, Services services)
    : log_(resolved(log)),
      folder_(folder.empty() ? default_folder(log_) : resolved(folder / "x").parent_path()),
      services_(std::move(services)) {}

std::filesystem::path Backups::default_folder(const std::filesystem::path& log) {
    return resolved(log).parent_path() / "backups";
}

bool Backups::any(const std::filesystem::path& log) {
    std::error_code failed;
    for (const auto& entry : std::filesystem::directory_iterator(default_folder(log), failed)) {
        if (parse_backup_name(log, entry.path().filename().string())) {
            return true;
        }
    }
    return false;
}

std::vector<Backup> Backups::list() const {
    std::string id;
    try {
        Connection source = open_source(log_);
        id = file_id(source);
    } catch (const DatabaseError&) {
        id.clear();  // a damaged log is when its backups are needed most: which are its own, the names must
                     // say
    } catch (const Failure&) {
        id.clear();
    }
    std::vector<Backup> backups;
    for (const std::filesystem::path& folder : {folder_, log_.parent_path()}) {
        std::error_code failed;
        for (const auto& entry : std::filesystem::directory_iterator(folder, failed)) {
            const auto kind = kind_of_file(log_, entry.path());
            if (!kind || (folder != folder_ && *kind != BackupKind::before_migration)) {
                continue;
            }
            Backup backup;
            backup.file = entry.path();
            backup.kind = *kind;
            if (const auto name = parse_backup_name(log_, entry.path().filename().string())) {
                backup.made_ms = name->made_ms;
            }
            look_at_backup(backup, id);
            backups.push_back(std::move(backup));
        }
        if (folder_ == log_.parent_path()) {
            break;
        }
    }
    std::sort(backups.begin(), backups.end(), [](const Backup& a, const Backup& b) {
        return std::tie(b.made_ms, b.file) < std::tie(a.made_ms, a.file);
    });
    return backups;
}

void Backups::rotate() const {
    std::vector<RotatedBackup> good;
    for (const Backup& backup : list()) {
        if (backup.verified && backup.kind != BackupKind::before_migration) {
            good.push_back({backup.file, {backup.kind, backup.made_ms}});
        }
    }
    for (const std::filesystem::path& old : outlived(std::move(good), services_.now().offset_minutes)) {
        std::error_code failed;  // one too many is no failure of the backup just made
        std::filesystem::remove(old, failed);
        std::filesystem::remove(old.string() + "-journal", failed);
    }
}

Backup Backups::make_in_folder(BackupKind kind) {
    Connection source = open_source(log_);
    make_private_folders(folder_ / "x");
    Backup backup;
    backup.kind = kind;
    backup.made_ms = services_.now().utc_ms;
    for (int count = 1; backup.file.empty(); ++count) {
        const std::filesystem::path file = folder_ / backup_name(log_, {kind, backup.made_ms}, count);
        try {
            copy_database(source, file, token_of(services_), backup.made_ms);
            backup.file = file;
        } catch (const Failure& failure) {
            if (failure.problem != Problem::already_there) {
                throw;
            }
        }
    }
    look_at_backup(backup, file_id(source));
    if (backup.verified) {
        return backup;
    }
    if (!look_at(backup.file)) {
        // It made way already for a newer one that another process made meanwhile.
        for (const Backup& newer : list()) {
            if (newer.verified && newer.made_ms >= backup.made_ms) {
                return newer;
            }
        }
    }
    throw failed(Problem::damaged, backup.file, "it cannot be read again");
}

Result<Backup, Failure> Backups::make(BackupKind kind) {
    auto made = guarded<Backup>(folder_, [&] { return make_in_folder(kind); });
    if (!made) {
        if (made.error().file != log_) {
            remember(made.error());
        }
        return made;
    }
    rotate();
    (void)guarded<Done>(log_, [&] {  // an old failure that stays remembered is said again, no more
        Connection log = open_source(log_);
        if (log.integer("SELECT count(*) FROM meta WHERE key='backup_failed'") != 0) {
            log.execute("DELETE FROM meta WHERE key LIKE 'backup_failed%'");
        }
        return Done{};
    });
    return made;
}

/// Best effort: where even the log cannot be written, who asked is told all the same.
void Backups::remember(const Failure& failure) const {
    if (seeded(Fault::forgets_failed_backups)) {
        return;
    }
    (void)guarded<Done>(log_, [&] {
        Connection log = open_source(log_);
        Statement meta(log, "INSERT OR REPLACE INTO meta VALUES (?,?)");
        meta.bind(1, "backup_failed")
            .bind(2, std::to_string(services_.now().utc_ms) + " " + failure.file.string() + ": " +
                         failure.system)
            .run();
        return Done{};
    });
}

Result<Backup, Failure> Backups::make_at(const std::filesystem::path& file) {
    const std::filesystem::path target = resolved(file);
    return guarded<Backup>(target, [&] {
        Connection source = open_source(log_);
        Backup backup;
        backup.kind = BackupKind::manual;
        backup.made_ms = services_.now().utc_ms;
        backup.file = target;
        copy_database(source, target, token_of(services_), backup.made_ms);
        look_at_backup(backup, file_id(source));
        return backup;
    });
}

Result<BackupState, Failure> Backups::state() const {
    return guarded<BackupState>(log_, [&] {
        BackupState state;
        Connection log = open_source(log_);
        for (const Backup& backup : list()) {
            if (backup.verified && !state.last_good) {
                state.last_good = backup;
            }
        }
        const std::int64_t clock = clock_of(log);
        state.changed_since = clock > (state.last_good ? state.last_good->clock : newest);
        const std::int64_t age =
            state.last_good ? services_.now().utc_ms - state.last_good->made_ms : old_backup_ms + 1;
        state.old = state.changed_since && (age > old_backup_ms || age < 0);
        const std::string failed = log.text("SELECT value FROM meta WHERE key='backup_failed'");
        FailedBackup failure;
        const auto [end, error] =
            std::from_chars(failed.data(), failed.data() + failed.size(), failure.at_ms);
        if (error == std::errc() && end < failed.data() + failed.size()) {
            failure.system = std::string(end + 1, failed.data() + failed.size());
            state.last_failure = failure;
        }
        return state;
    });
}

Result<std::optional<Backup>, Failure> Backups::make_if_due() {
    const auto now = state();
    if (!now) {
        return Failed{now.error()};
    }
    const std::int32_t offset = services_.now().offset_minutes;
    const bool of_today =
        now->last_good && local_day(Instant{now->last_good->made_ms, offset}) == local_day(services_.now());
    if (!now->changed_since || of_today) {
        return std::optional<Backup>();
    }
    auto made = make(BackupKind::daily);
    if (!made) {
        return Failed{made.error()};
    }
    return std::optional<Backup>(*made);
}

}  // namespace unknot::storage
