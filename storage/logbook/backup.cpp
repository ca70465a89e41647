#include "storage/logbook/backup.h"

#include "storage/logbook/contents.h"
#include "storage/logbook/log_file.h"
#include "storage/logbook/row.h"
#include "storage/sqlite/statement.h"

#include <charconv>

namespace unknot::storage {

namespace {

constexpr std::chrono::milliseconds nobody_else{0};

Failure damaged(const std::filesystem::path& file, const std::string& what) {
    Failure failure;
    failure.problem = Problem::damaged;
    failure.file = file;
    failure.system = what;
    return failure;
}

Failure unreadable(const std::filesystem::path& file, const std::string& what) {
    Failure failure;
    failure.problem = Problem::io_error;
    failure.file = file;
    failure.system = what;
    return failure;
}

/// The number of rows of each table, as text to compare.
std::string row_counts(Connection& connection) {
    std::string counts;
    for (const std::string& table : tables_of(connection)) {
        counts +=
            table + " " + std::to_string(connection.integer("SELECT count(*) FROM \"" + table + "\"")) + "\n";
    }
    return counts;
}

void set_mark(Connection& copy, std::int64_t now_ms) {
    remove_mark(copy);
    const std::string digest = content_digest(copy);
    Statement meta(copy, "INSERT INTO meta VALUES (?,?)");
    meta.bind(1, "backup_made_ms").bind(2, std::to_string(now_ms)).run();
    meta.bind(1, "backup_digest").bind(2, digest).run();
}

}  // namespace

void copy_database(Connection& source, const std::filesystem::path& target, const std::string& token,
                   std::int64_t now_ms) {
    NewFile copy(target, token);
    // Another process may save meanwhile; what it saved may be in the copy or not.
    const std::int64_t version = source.integer("PRAGMA data_version");
    const std::string rows = row_counts(source);
    {
        Statement vacuum(source, "VACUUM INTO ?");
        vacuum.bind(1, copy.path().string()).run();
    }
    const bool comparable = source.integer("PRAGMA data_version") == version;
    {
        Connection written(copy.path(), Connection::Access::read_write, nobody_else);
        written.execute("PRAGMA journal_mode=MEMORY");  // nobody else knows this file
        if (comparable && row_counts(written) != rows) {
            throw damaged(target, "the copy does not hold every row");
        }
        set_mark(written, now_ms);
    }
    {
        Connection written(copy.path(), Connection::Access::read_only, nobody_else);
        require_sound(written, target);
    }
    copy.publish();
}

std::optional<BackupMark> mark_of(Connection& backup) {
    BackupMark mark;
    mark.digest = backup.text("SELECT value FROM meta WHERE key='backup_digest'");
    const std::string made = backup.text("SELECT value FROM meta WHERE key='backup_made_ms'");
    const auto [end, error] = std::from_chars(made.data(), made.data() + made.size(), mark.made_ms);
    const bool complete = error == std::errc() && end == made.data() + made.size() && !mark.digest.empty();
    if (!complete) {
        return std::nullopt;
    }
    if (!is_possible({mark.made_ms, 0})) {
        throw DamagedRecord{"backup_made_ms"};
    }
    return mark;
}

void remove_mark(Connection& copy) {
    copy.execute("DELETE FROM meta WHERE key LIKE 'backup%'");
}

void require_sound(Connection& connection, const std::filesystem::path& file) {
    const std::string found = connection.text("PRAGMA integrity_check");
    if (found.find("unable to get the page") != std::string::npos) {
        // The check could not read: that says nothing about what is in the file.
        throw unreadable(file, found);
    }
    if (found != "ok") {
        throw damaged(file, found);
    }
    each_damaged_row(connection, [&](const std::string& table, const std::string& id) {
        Failure failure = damaged(file, table);
        failure.id = id;
        throw failure;
    });
    const auto mark = mark_of(connection);
    if (mark && mark->digest != content_digest(connection)) {
        throw damaged(file, "its digest is another one than that which it was made with");
    }
}

}  // namespace unknot::storage
