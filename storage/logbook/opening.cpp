#include "storage/logbook/opening.h"

#include "app/domain/seeded_fault.h"
#include "storage/logbook/backup.h"
#include "storage/logbook/backups.h"
#include "storage/logbook/log_file.h"
#include "storage/logbook/raw_rows.h"
#include "storage/sqlite/statement.h"
#include "storage/sqlite/transaction.h"

#include <charconv>

namespace unknot::storage {

namespace {

std::string random_text(const Services& services) {
    return make_record_id(services.now().utc_ms, services.random()).text();
}

/// The rows that every log begins with; does nothing where they are there.
void put_first_rows(Connection& connection, const Services& services) {
    constexpr std::string_view device_known = "SELECT count(*) FROM meta WHERE key='device'";
    if (connection.integer(device_known) != 0) {
        return;
    }
    Transaction transaction(connection, Transaction::Kind::write);
    if (connection.integer(device_known) == 0) {  // another process may have been faster
        const std::string device = services.device();
        Statement meta(connection, "INSERT INTO meta VALUES (?,?)");
        meta.bind(1, "device").bind(2, device).run();
        meta.bind(1, "file_id").bind(2, random_text(services)).run();
        Statement(connection, "INSERT INTO device (id) VALUES (?)").bind(1, device).run();
    }
    transaction.commit();
}

/// A new log gets its name only when it is whole: a crash in between leaves no half log that looks like the
/// user's. False where somebody else's log is there now.
bool make_log(const std::filesystem::path& file, const Services& services,
              std::span<const Migration> migrations) {
    make_private_folders(file);
    NewFile fresh(file, random_text(services));
    {
        Connection connection(fresh.path(), Connection::Access::read_write, std::chrono::milliseconds(0));
        connection.execute(
            "PRAGMA journal_mode=MEMORY");  // nobody else knows this file, and it leaves no journal behind
        migrate(connection, migrations);
        put_first_rows(connection, services);
    }
    try {
        fresh.publish();
    } catch (const Failure& failure) {
        if (failure.problem == Problem::already_there) {
            return false;
        }
        throw;
    }
    return true;
}

/// A free name for the backup from before a migration. Never an older backup's: that one may be the better.
std::filesystem::path backup_name(const std::filesystem::path& file, std::int64_t version) {
    const std::string base = file.string() + ".before-version-" + std::to_string(version);
    std::filesystem::path name = base;
    for (int count = 2; std::filesystem::exists(std::filesystem::symlink_status(name)); ++count) {
        name = base + "-" + std::to_string(count);
    }
    return name;
}

/// True where a log was here and was not erased: its journal, which would be played back into a new log, or
/// its backups. Whoever took the log away must say what is to become of it; an empty one in its place would
/// look like the user's own.
bool has_traces(const std::filesystem::path& file) {
    if (seeded(Fault::begins_anew_where_one_was)) {
        return false;
    }
    return holds_bytes(file.string() + "-journal") || Backups::any(file);
}

/// True where a file without a log's header holds rows of one: damaged, not somebody else's. A sound database
/// of another program is never looked at more closely.
bool was_a_log(const std::filesystem::path& file, const FileHeader& header) {
    constexpr std::size_t enough = std::size_t{16} * 1024 * 1024;
    if (header.sqlite && header.application_id != 0) {
        return false;
    }
    return looks_like_a_log(FileHeader::beginning(file, enough));
}

/// A newer program's log can be read where that program says so; what it means is never guessed.
OpenLog open_newer(const std::filesystem::path& file, const OpenOptions& options, std::int64_t version) {
    OpenLog log;
    log.connection = std::make_unique<Connection>(file, Connection::Access::read_only, options.busy_timeout);
    log.only_reading = Problem::newer_version;
    std::int64_t oldest_reader = 0;
    try {
        const std::string text = log.connection->text("SELECT value FROM meta WHERE key='oldest_reader'");
        std::from_chars(text.data(), text.data() + text.size(), oldest_reader);
    } catch (const DatabaseError& error) {
        if (failure_of(error, file).problem != Problem::damaged) {
            throw;
        }
    }
    if (oldest_reader < 1 || oldest_reader > version) {
        throw failed(Problem::newer_version, file);
    }
    return log;
}

OpenLog open_present(const std::filesystem::path& file, const OpenOptions& options, const Services& services,
                     const FileHeader& header, std::span<const Migration> migrations) {
    const std::int64_t version = migrations.back().version;
    if (seeded(Fault::writes_foreign_files) && header.sqlite) {
        Connection(file, Connection::Access::read_write, options.busy_timeout)
            .execute("PRAGMA application_id=" + std::to_string(application_id));
    }
    if (!header.empty && (!header.sqlite || header.application_id != application_id)) {
        throw failed(was_a_log(file, header) ? Problem::damaged : Problem::not_ours, file,
                     "its header is not that of a log");
    }
    if (header.write_ahead) {
        throw failed(Problem::not_ours, file, "another program switched it to write-ahead mode");
    }
    if (header.empty && has_traces(file)) {
        throw failed(Problem::damaged, file, "the file is empty");
    }
    if (holds_bytes(file.string() + "-wal")) {
        // No log has one. SQLite would play it back whatever the header says.
        throw failed(Problem::not_ours, file, "a write-ahead file lies beside it");
    }
    if (header.empty && (!options.create || options.read_only)) {
        throw failed(Problem::not_ours, file, "the file is empty");
    }
    if (header.user_version > version) {
        return open_newer(file, options, version);
    }
    const bool writable = !options.read_only && is_writable(file);
    const bool old = header.user_version < version;
    if (!writable && old) {
        throw failed(Problem::read_only, file, "it has to be written to be brought up to date");
    }
    OpenLog log;
    const auto access = writable ? Connection::Access::read_write : Connection::Access::read_only;
    log.connection = std::make_unique<Connection>(file, access, options.busy_timeout);
    if (old) {
        if (!header.empty && !seeded(Fault::migrates_without_backup)) {
            copy_database(*log.connection, backup_name(file, version), random_text(services),
                          services.now().utc_ms);
        }
        migrate(*log.connection, migrations);
    }
    require_own_schema(*log.connection, file, migrations);
    if (writable) {
        put_first_rows(*log.connection, services);
    } else {
        log.only_reading = Problem::read_only;
    }
    return log;
}

}  // namespace

void require_own_schema(Connection& connection, const std::filesystem::path& file,
                        std::span<const Migration> migrations) {
    Connection expected = Connection::in_memory();
    migrate(expected, migrations);
    if (schema_of(connection) != schema_of(expected)) {
        throw failed(Problem::not_ours, file, "its tables are not those of a log");
    }
}

OpenLog open_log_file(const std::filesystem::path& file, const OpenOptions& options, const Services& services,
                      std::span<const Migration> migrations) {
    auto header = look_at(file);
    if (header && options.must_be_new) {
        throw failed(Problem::already_there, file);
    }
    if (!header) {
        if (!options.create || options.read_only) {
            throw failed(Problem::missing, file);
        }
        if (has_traces(file)) {
            throw failed(Problem::missing, file, "its backups or its journal are still there");
        }
        if (!make_log(file, services, migrations) && options.must_be_new) {
            throw failed(Problem::already_there, file);
        }
        header = look_at(file);
        if (!header) {
            throw failed(Problem::missing, file);
        }
    }
    return open_present(file, options, services, *header, migrations);
}

}  // namespace unknot::storage
