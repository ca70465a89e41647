#include "tests/fuzz/fuzzers.h"

#include "storage/sqlite/statement.h"
#include "storage/sqlite/table_pages.h"
#include "storage/sqlite/transaction.h"

#include <optional>
#include <string>
#include <vector>

namespace unknot::tests {

namespace {

using storage::Connection;
using storage::DatabaseError;
using storage::PageRow;
using storage::Statement;
using storage::TablePages;
using storage::Transaction;

constexpr std::string_view usual_table =
    "CREATE TABLE part (id TEXT PRIMARY KEY, number INTEGER, words TEXT) STRICT";

template <typename Row>
std::string text_of(const Row& row) {
    const std::string number = row.is_null(1) ? "NULL" : std::to_string(row.integer(1));
    return std::string(row.text(0)) + '|' + number + '|' + std::string(row.text(2));
}

/// Nothing where the pages are not as they should be.
std::optional<std::vector<std::string>> by_pages(Connection& connection) {
    const auto pages = TablePages::of(connection, "part");
    std::vector<std::string> rows;
    bool sound = pages.has_value();
    for (std::size_t page = 0; sound && page < pages->count(); ++page) {
        sound = pages->each_row(page, page + 1, [&](const PageRow& row) { rows.push_back(text_of(row)); });
    }
    return sound ? std::optional(std::move(rows)) : std::nullopt;
}

std::vector<std::string> by_statement(Connection& connection) {
    std::vector<std::string> rows;
    Statement row(connection, "SELECT id, number, words FROM part NOT INDEXED");
    while (row.step()) {
        rows.push_back(text_of(row));
    }
    return rows;
}

}  // namespace

void fuzz_table_pages(std::string_view input) {
    try {
        Connection connection = Connection::of_bytes(input);
        const Transaction one_moment(connection, Transaction::Kind::read);
        const auto read = by_pages(connection);
        if (read && connection.text("SELECT sql FROM sqlite_schema WHERE name='part'") == usual_table &&
            connection.text("PRAGMA integrity_check") == "ok") {
            require(*read == by_statement(connection), "pages have the rows that a statement reads");
        }
    } catch (const DatabaseError&) {
        return;  // SQLite takes it for no database, or for a damaged one
    }
}

}  // namespace unknot::tests
