// The peer of the log: the same rows through the SQLite C API, with the same pragmas.
//
//   sqlite_loops save FILE N    inserts N sessions, a transaction each; prints the nanoseconds of each
//   sqlite_loops scan FILE      reads every column of every session and check-in; prints the rows and bytes
#include <sqlite3.h>

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <random>
#include <string>
#include <vector>

namespace {

[[noreturn]] void fail(sqlite3* db, const char* what) {
    std::fprintf(stderr, "%s: %s\n", what, db == nullptr ? "" : sqlite3_errmsg(db));
    std::exit(1);
}

void run(sqlite3* db, const char* sql) {
    if (sqlite3_exec(db, sql, nullptr, nullptr, nullptr) != SQLITE_OK) {
        fail(db, sql);
    }
}

sqlite3* open(const char* file) {
    sqlite3* db = nullptr;
    if (sqlite3_open_v2(file, &db, SQLITE_OPEN_READWRITE, nullptr) != SQLITE_OK) {
        fail(db, "open");
    }
    run(db, "PRAGMA journal_mode=TRUNCATE");
    run(db, "PRAGMA synchronous=FULL");
    return db;
}

sqlite3_stmt* prepare(sqlite3* db, const std::string& sql) {
    sqlite3_stmt* statement = nullptr;
    if (sqlite3_prepare_v2(db, sql.c_str(), -1, &statement, nullptr) != SQLITE_OK) {
        fail(db, sql.c_str());
    }
    return statement;
}

/// Later ones are greater, as a log's are.
std::string fresh_id(std::mt19937_64& random) {
    char text[64];
    std::snprintf(
        text, sizeof text, "%016llx-%016llx",
        static_cast<unsigned long long>(std::chrono::system_clock::now().time_since_epoch().count()),
        static_cast<unsigned long long>(random()));
    return text;
}

/// The values of a session that is there, by column. Copies: a statement that stays half read would hold the
/// lock from one save to the next, and the journal open, which no program may that shares its log.
std::vector<sqlite3_value*> row_to_copy(sqlite3* db) {
    sqlite3_stmt* row = prepare(db, "SELECT * FROM session LIMIT 1");
    if (sqlite3_step(row) != SQLITE_ROW) {
        fail(db, "no session to copy");
    }
    std::vector<sqlite3_value*> values;
    for (int i = 0; i < sqlite3_column_count(row); ++i) {
        values.push_back(sqlite3_value_dup(sqlite3_column_value(row, i)));
    }
    sqlite3_finalize(row);
    return values;
}

/// The columns of the table, the id first.
int save(sqlite3* db, int count) {
    const std::vector<sqlite3_value*> row = row_to_copy(db);
    const int columns = static_cast<int>(row.size());
    std::string sql = "INSERT INTO session VALUES (?";
    for (int i = 1; i < columns; ++i) {
        sql += ",?";
    }
    sqlite3_stmt* insert = prepare(db, sql + ")");
    std::mt19937_64 random{std::random_device{}()};
    for (int n = 0; n < count; ++n) {
        const std::string id = fresh_id(random);
        const auto begun = std::chrono::steady_clock::now();
        run(db, "BEGIN IMMEDIATE");
        sqlite3_bind_text(insert, 1, id.c_str(), -1, SQLITE_TRANSIENT);
        for (int i = 1; i < columns; ++i) {
            sqlite3_bind_value(insert, i + 1, row[static_cast<std::size_t>(i)]);
        }
        if (sqlite3_step(insert) != SQLITE_DONE) {
            fail(db, "insert");
        }
        sqlite3_reset(insert);
        run(db, "COMMIT");
        std::printf("%lld\n",
                    static_cast<long long>(
                        std::chrono::nanoseconds(std::chrono::steady_clock::now() - begun).count()));
    }
    sqlite3_finalize(insert);
    for (sqlite3_value* value : row) {
        sqlite3_value_free(value);
    }
    return 0;
}

int scan(sqlite3* db) {
    long long rows = 0;
    long long bytes = 0;
    for (const char* table : {"session", "checkin"}) {
        sqlite3_stmt* all = prepare(db, std::string("SELECT * FROM ") + table);
        const int columns = sqlite3_column_count(all);
        while (sqlite3_step(all) == SQLITE_ROW) {
            ++rows;
            for (int i = 0; i < columns; ++i) {
                if (sqlite3_column_type(all, i) == SQLITE_INTEGER) {
                    bytes += sqlite3_column_int64(all, i) & 1;
                } else if (sqlite3_column_text(all, i) != nullptr) {
                    bytes += sqlite3_column_bytes(all, i);
                }
            }
        }
        sqlite3_finalize(all);
    }
    std::printf("%lld %lld\n", rows, bytes);
    return 0;
}

}  // namespace

int main(int argc, char** argv) {
    const std::string mode = argc > 2 ? argv[1] : "";
    if (mode != "scan" && !(mode == "save" && argc == 4)) {
        std::fputs("usage: sqlite_loops save FILE N | scan FILE\n", stderr);
        return 2;
    }
    sqlite3* db = open(argv[2]);
    const int status = mode == "scan" ? scan(db) : save(db, std::atoi(argv[3]));
    sqlite3_close(db);
    return status;
}
