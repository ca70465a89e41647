#include "storage/logbook/restore.h"

#include "app/domain/seeded_fault.h"
#include "storage/logbook/backup.h"
#include "storage/logbook/backup_names.h"
#include "storage/logbook/columns.h"
#include "storage/logbook/guarded.h"
#include "storage/logbook/in_use.h"
#include "storage/logbook/log_file.h"
#include "storage/logbook/opening.h"
#include "storage/sqlite/statement.h"
#include "storage/sqlite/transaction.h"

#include <array>

namespace unknot::storage {

namespace {

constexpr std::chrono::milliseconds no_wait{0};

std::optional<Instant> moment(Connection& connection, const std::string& order) {
    Statement row(connection,
                  "SELECT ms, minutes FROM (SELECT started_ms AS ms, started_offset AS minutes FROM session "
                  "UNION ALL SELECT at_ms, at_offset FROM checkin) ORDER BY ms " +
                      order + " LIMIT 1");
    if (!row.step()) {
        return std::nullopt;
    }
    return instant_of(row.integer(0), row.integer(1), "");
}

LogContents contents_of(Connection& connection, std::int64_t version) {
    LogContents contents;
    contents.version = version;
    if (const auto mark = mark_of(connection)) {
        contents.made_ms = mark->made_ms;
    }
    contents.sessions = static_cast<std::size_t>(connection.integer("SELECT count(*) FROM session"));
    contents.checkins = static_cast<std::size_t>(connection.integer("SELECT count(*) FROM checkin"));
    contents.first = moment(connection, "ASC");
    contents.last = moment(connection, "DESC");
    return contents;
}

/// The version of a file that is a log of a known one.
std::int64_t require_known_version(const std::filesystem::path& file) {
    const auto header = look_at(file);
    if (!header) {
        throw failed(Problem::missing, file);
    }
    if (!header->sqlite || header->write_ahead || header->application_id != application_id) {
        throw failed(Problem::not_ours, file);
    }
    if (header->user_version > current_version()) {
        throw failed(Problem::newer_version, file);
    }
    if (header->user_version < 1) {
        throw failed(Problem::not_ours, file);
    }
    return header->user_version;
}

/// Opens the file, checks that it is a log of a known version with nothing planted, and all its rows.
LogContents verified(const std::filesystem::path& file) {
    const std::int64_t version = require_known_version(file);
    Connection connection(file, Connection::Access::read_only, no_wait);
    require_own_schema(connection, file, all_migrations().first(static_cast<std::size_t>(version)));
    require_sound(connection, file);
    return contents_of(connection, version);
}

void require_no_side_files(const std::filesystem::path& file) {
    for (const char* end : {"-journal", "-wal"}) {
        if (holds_bytes(file.string() + end)) {
            throw failed(Problem::not_ours, file, file.filename().string() + end + " lies beside it");
        }
    }
}

/// Makes the copy of a backup the log of the next start.
void make_current(const std::filesystem::path& copy) {
    Connection connection(copy, Connection::Access::read_write, no_wait);
    connection.execute("PRAGMA journal_mode=MEMORY");  // nobody else knows this file
    migrate(connection, all_migrations());
    remove_mark(connection);
}

/// Holds the log against every other process while it makes way. A log that cannot be opened any more makes
/// way without.
std::optional<Connection> hold(const std::filesystem::path& log) {
    try {
        std::optional<Connection> held;
        held.emplace(log, Connection::Access::read_write, no_wait);
        held->execute("BEGIN EXCLUSIVE");  // plays a journal back that a crash left
        return held;
    } catch (const DatabaseError& error) {
        const Failure failure = failure_of(error, log);
        if (failure.problem == Problem::busy) {
            throw failure;
        }
        return std::nullopt;
    }
}

}  // namespace

std::filesystem::path aside_name(const std::filesystem::path& log, std::int64_t now_ms) {
    const std::string stamp = backup_name("x.db", {BackupKind::manual, now_ms}, 1).substr(2, 16);
    const std::string base = log.string() + ".aside-" + stamp;
    std::filesystem::path name = base;
    for (int count = 2; std::filesystem::exists(std::filesystem::symlink_status(name)); ++count) {
        name = base + "-" + std::to_string(count);
    }
    return name;
}

Result<LogContents, Failure> look_into(const std::filesystem::path& backup) {
    const std::filesystem::path file = resolved(backup);
    return guarded<LogContents>(file, [&] {
        require_no_side_files(file);
        return verified(file);
    });
}

std::optional<LogContents> glance_at(const std::filesystem::path& backup) {
    const std::filesystem::path file = resolved(backup);
    const auto contents = guarded<LogContents>(file, [&] {
        require_no_side_files(file);
        const std::int64_t version = require_known_version(file);
        Connection connection(file, Connection::Access::read_only, no_wait);
        return contents_of(connection, version);
    });
    return contents ? std::optional(*contents) : std::nullopt;
}

Result<Restored, Failure> restore(const std::filesystem::path& log, const std::filesystem::path& backup,
                                  const Services& services) {
    const std::filesystem::path file = resolved(log);
    const std::filesystem::path source = resolved(backup);
    return guarded<Restored>(file, [&] {
        if (!look_at(source)) {  // a link or a device is not followed
            throw failed(Problem::missing, source);
        }
        require_no_side_files(source);
        make_private_folders(file);
        NewFile copy(file, make_record_id(services.now().utc_ms, services.random()).text());
        copy_bytes(source, copy.path());
        Restored restored;
        try {
            restored.contents = verified(copy.path());
        } catch (Failure& failure) {
            failure.file = source;
            throw;
        }
        make_current(copy.path());
        if (open_elsewhere(file)) {
            throw failed(Problem::busy, file);
        }
        const bool present = std::filesystem::exists(std::filesystem::symlink_status(file));
        const std::filesystem::path aside = aside_name(file, services.now().utc_ms);
        const auto held = present ? hold(file) : std::nullopt;
        // What lies beside the old log belongs to it, and would be played back into the new one.
        for (const char* end : {"-journal", "-wal", "-shm"}) {
            if (holds_bytes(file.string() + end) && !seeded(Fault::leaves_side_files)) {
                (void)move_file(file.string() + end, aside.string() + end);
            }
        }
        if (present) {
            copy.take_place(aside);
            restored.aside = aside;
        } else {
            copy.publish();
        }
        return restored;
    });
}

}  // namespace unknot::storage
