#include "storage/logbook/backup.h"

#include "storage/logbook/log_file.h"
#include "storage/sqlite/statement.h"

namespace unknot::storage {

namespace {

/// The number of rows of each table, as text to compare.
std::string row_counts(Connection& connection) {
    std::vector<std::string> tables;
    {
        Statement table(connection, "SELECT name FROM sqlite_schema WHERE type='table' ORDER BY name");
        while (table.step()) {
            tables.emplace_back(table.text(0));
        }
    }
    std::string counts;
    for (const std::string& table : tables) {
        counts +=
            table + " " + std::to_string(connection.integer("SELECT count(*) FROM \"" + table + "\"")) + "\n";
    }
    return counts;
}

}  // namespace

void copy_database(Connection& source, const std::filesystem::path& target, const std::string& token) {
    NewFile copy(target, token);
    const std::string rows = row_counts(source);
    {
        Statement vacuum(source, "VACUUM INTO ?");
        vacuum.bind(1, copy.path().string()).run();
    }
    Connection written(copy.path(), Connection::Access::read_only, std::chrono::milliseconds(0));
    if (written.text("PRAGMA integrity_check") != "ok" || row_counts(written) != rows) {
        Failure failure;
        failure.problem = Problem::damaged;
        failure.file = target;
        throw failure;
    }
    copy.publish();
}

}  // namespace unknot::storage
