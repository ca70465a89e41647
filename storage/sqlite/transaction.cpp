#include "storage/sqlite/transaction.h"

#include <sqlite3.h>

namespace unknot::storage {

Transaction::Transaction(Connection& connection, Kind kind) : connection_(connection) {
    connection_.execute(kind == Kind::write ? "BEGIN IMMEDIATE" : "BEGIN");
}

Transaction::~Transaction() {
    if (connection_.in_transaction()) {
        // A destructor must not throw; where even the rollback fails, the journal undoes the change when the
        // file is next opened.
        sqlite3_exec(connection_.handle_.get(), "ROLLBACK", nullptr, nullptr, nullptr);
    }
}

void Transaction::commit() {
    connection_.execute("COMMIT");
}

}  // namespace unknot::storage
