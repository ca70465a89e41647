#include "storage/migrations/migrations.h"

#include "generated/migrations_table.h"
#include "storage/sqlite/connection.h"
#include "storage/sqlite/statement.h"
#include "storage/sqlite/transaction.h"

namespace unknot::storage {

namespace {

/// Off before BEGIN: inside a transaction the pragma does nothing, and a DROP TABLE would then delete what
/// refers to it.
class ForeignKeysOff {
public:
    explicit ForeignKeysOff(Connection& connection) : connection_(connection) {
        connection_.execute("PRAGMA foreign_keys=OFF");
    }
    ~ForeignKeysOff() {
        try {
            connection_.execute("PRAGMA foreign_keys=ON");
        } catch (const DatabaseError&) {
            // Only on the way out of a failed migration, whose connection is then given up.
        }
    }
    ForeignKeysOff(const ForeignKeysOff&) = delete;
    ForeignKeysOff& operator=(const ForeignKeysOff&) = delete;

private:
    Connection& connection_;
};

void run_step(Connection& connection, const Migration& migration) {
    Transaction transaction(connection, Transaction::Kind::write);
    if (connection.integer("PRAGMA user_version") >= migration.version) {
        return;
    }
    connection.execute(std::string(migration.sql));
    {
        Statement broken(connection, "PRAGMA foreign_key_check");
        if (broken.step()) {
            throw DatabaseError(0, 0,
                                "migration " + std::to_string(migration.version) +
                                    " left a broken reference in " + std::string(broken.text(0)));
        }
    }
    connection.execute("PRAGMA application_id=" + std::to_string(application_id));
    connection.execute("PRAGMA user_version=" + std::to_string(migration.version));
    transaction.commit();
}

}  // namespace

std::span<const Migration> all_migrations() {
    return tables::migrations;
}

std::int64_t current_version() {
    return all_migrations().back().version;
}

void migrate(Connection& connection, std::span<const Migration> migrations) {
    const ForeignKeysOff off(connection);
    for (const Migration& migration : migrations) {
        run_step(connection, migration);
    }
}

std::string schema_of(Connection& connection) {
    std::string schema;
    // SQLite's own tables (statistics) are no part of it; automatic indexes have no text.
    Statement object(connection,
                     "SELECT type, name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\' "
                     "ORDER BY name");
    while (object.step()) {
        schema.append(object.text(0)).append(" ").append(object.text(1)).append(": ");
        schema.append(object.text(2)).append("\n");
    }
    return schema;
}

}  // namespace unknot::storage
