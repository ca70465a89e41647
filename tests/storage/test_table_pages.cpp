#include "storage/sqlite/statement.h"
#include "storage/sqlite/table_pages.h"
#include "storage/sqlite/transaction.h"
#include "tests/support/temporary_log.h"

#include <catch2/catch_test_macros.hpp>

#include <fstream>
#include <limits>
#include <random>
#include <sstream>

using namespace unknot::storage;
using namespace unknot::tests;

namespace {

constexpr std::chrono::milliseconds no_wait{0};

/// A table of whole numbers of every size, texts shorter and longer than a page, and NULL, with gaps where
/// rows were deleted.
void make_rows(const std::filesystem::path& file, int count) {
    std::ofstream(file).close();
    Connection connection(file, Connection::Access::read_write, no_wait);
    connection.execute("CREATE TABLE part (id TEXT PRIMARY KEY, number INTEGER, words TEXT) STRICT");
    const Transaction all(connection, Transaction::Kind::write);
    std::mt19937 random(11);
    for (int i = 0; i < count; ++i) {
        Statement row(connection, "INSERT INTO part VALUES (?,?,?)");
        row.bind(1, "row " + std::to_string(i));
        const std::int64_t largest = std::numeric_limits<std::int64_t>::max() >> (random() % 64);
        i % 7 == 0 ? row.bind_null(2) : row.bind(2, i % 2 == 0 ? largest : -largest - 1);
        row.bind(3, std::string(i % 50 == 0 ? 3000 + random() % 20000 : random() % 300, 'w')).run();
    }
    connection.execute("DELETE FROM part WHERE rowid % 5 = 0 OR rowid BETWEEN 100 AND 180; COMMIT");
}

template <typename Row>
std::string text_of(const Row& row) {
    std::string text(row.text(0));
    text += row.is_null(1) ? " NULL " : " " + std::to_string(row.integer(1)) + " ";
    return text.append(row.text(2));
}

std::vector<std::string> by_statement(Connection& connection) {
    std::vector<std::string> rows;
    Statement row(connection, "SELECT * FROM part");
    while (row.step()) {
        rows.push_back(text_of(row));
    }
    return rows;
}

/// Nothing where the pages are not read.
std::optional<std::vector<std::string>> by_pages(Connection& connection) {
    std::vector<std::string> rows;
    const auto pages = TablePages::of(connection, "part");
    const bool read = pages && pages->each_row(0, pages->count(),
                                               [&](const PageRow& row) { rows.push_back(text_of(row)); });
    return read ? std::optional(rows) : std::nullopt;
}

std::string bytes_of(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    std::ostringstream out;
    out << in.rdbuf();
    return out.str();
}

}  // namespace

TEST_CASE("the rows of a table's pages are those that a statement reads", "[storage]") {
    const TemporaryFolder folder;
    for (const int count : {0, 1, 3, 2000}) {
        const auto file = folder.path() / (std::to_string(count) + ".db");
        make_rows(file, count);
        Connection connection(file, Connection::Access::read_only, no_wait);
        const Transaction one_moment(connection, Transaction::Kind::read);
        CHECK(by_pages(connection) == by_statement(connection));
    }
}

TEST_CASE("pages read in parts have every row once", "[storage]") {
    const TemporaryFolder folder;
    make_rows(folder.path() / "rows.db", 2000);
    Connection connection(folder.path() / "rows.db", Connection::Access::read_only, no_wait);
    const Transaction one_moment(connection, Transaction::Kind::read);
    const auto pages = TablePages::of(connection, "part");
    REQUIRE(pages);
    REQUIRE(pages->count() > 20);
    std::vector<std::string> rows;
    for (std::size_t first = 0; first < pages->count(); first += 7) {
        CHECK(pages->each_row(first, std::min(first + 7, pages->count()),
                              [&](const PageRow& row) { rows.push_back(text_of(row)); }));
    }
    CHECK(rows == by_statement(connection));
}

TEST_CASE("pages are not read where no lock keeps others from writing them", "[storage]") {
    const TemporaryFolder folder;
    make_rows(folder.path() / "rows.db", 10);
    Connection connection(folder.path() / "rows.db", Connection::Access::read_write, no_wait);
    CHECK_FALSE(by_pages(connection));
}

TEST_CASE("pages are not read where a transaction may have more than the file", "[storage]") {
    const TemporaryFolder folder;
    make_rows(folder.path() / "rows.db", 10);
    Connection connection(folder.path() / "rows.db", Connection::Access::read_write, no_wait);
    const Transaction writing(connection, Transaction::Kind::write);
    connection.execute("UPDATE part SET number=5");
    CHECK_FALSE(by_pages(connection));
}

TEST_CASE("a table that is not there has no pages", "[storage]") {
    const TemporaryFolder folder;
    make_rows(folder.path() / "rows.db", 10);
    Connection connection(folder.path() / "rows.db", Connection::Access::read_only, no_wait);
    const Transaction one_moment(connection, Transaction::Kind::read);
    CHECK_FALSE(TablePages::of(connection, "other"));
}

TEST_CASE("damaged pages lead nowhere", "[storage]") {
    const TemporaryFolder folder;
    const auto file = folder.path() / "rows.db";
    make_rows(file, 2000);
    const std::string sound = bytes_of(file);
    const auto damaged = folder.path() / "damaged.db";
    std::mt19937 random(5);
    int read = 0;
    for (int trial = 0; trial < 300; ++trial) {
        std::string bytes = sound;
        // Behind the first page, or SQLite does not take the file for a database.
        for (int change = 0; change < 40; ++change) {
            bytes[4096 + random() % (bytes.size() - 4096)] = static_cast<char>(random());
        }
        if (trial % 3 == 0) {
            const std::size_t page = 1 + random() % (bytes.size() / 4096 - 1);
            for (std::size_t at = page * 4096; at < page * 4096 + 12; ++at) {
                bytes[at] = static_cast<char>(random());
            }
        }
        std::ofstream(damaged, std::ios::binary | std::ios::trunc) << bytes;
        Connection connection(damaged, Connection::Access::read_only, no_wait);
        const Transaction one_moment(connection, Transaction::Kind::read);
        const auto rows = by_pages(connection);
        read += rows ? 1 : 0;
        CHECK((!rows || rows->size() < 3000));
    }
    CHECK(read < 300);  // some are noticed without a checksum
}

TEST_CASE("a file that was cut off is not read from its pages", "[storage]") {
    const TemporaryFolder folder;
    const auto file = folder.path() / "rows.db";
    make_rows(file, 2000);
    Connection connection(file, Connection::Access::read_only, no_wait);
    const Transaction one_moment(connection, Transaction::Kind::read);
    (void)connection.integer("SELECT count(*) FROM part");
    std::filesystem::resize_file(file, std::filesystem::file_size(file) / 2);
    CHECK_FALSE(by_pages(connection));
}
