#pragma once

#include "storage/sqlite/error.h"

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

struct sqlite3;
struct sqlite3_file;
struct sqlite3_stmt;

namespace unknot::storage {

/// An open SQLite file with the settings that a log needs. Everything throws DatabaseError. Statements made
/// on it must be gone before it. For one thread at a time.
class Connection {
public:
    enum class Access : std::uint8_t { read_only, read_write };

    /// Opens a file that is there; a symbolic link is not followed. Sets journal_mode=TRUNCATE,
    /// synchronous=FULL and the defences against hostile files, and throws where the connection did not get
    /// what was asked for. `busy_timeout`: how long to wait for another process that holds the file.
    Connection(const std::filesystem::path& file, Access access, std::chrono::milliseconds busy_timeout);

    /// A database in memory, gone with the connection.
    [[nodiscard]] static Connection in_memory();

    /// A copy in memory of the bytes of a database file, which may be anybody's: with the defences. Nothing
    /// written there reaches a file.
    [[nodiscard]] static Connection of_bytes(std::string_view bytes);

    Connection(Connection&&) = default;
    ~Connection();
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;
    Connection& operator=(Connection&&) = delete;

    /// Runs statements that return nothing of interest.
    void execute(const std::string& sql);
    /// The first column of the first row; 0 or empty where there is no row.
    [[nodiscard]] std::int64_t integer(std::string_view sql);
    [[nodiscard]] std::string text(std::string_view sql);

    [[nodiscard]] bool in_transaction() const;

    /// True where the file at the path is no longer the one that was opened: renamed, deleted or replaced.
    [[nodiscard]] bool moved() const;

    /// The open file, for reading what a transaction for reading stands on, until it ends; null where no such
    /// transaction is open, or one that writes: what it wrote need not be in the file.
    [[nodiscard]] sqlite3_file* file_for_reading() const;

    /// Throws what the connection last reported.
    [[noreturn]] void fail(int code) const;

private:
    friend class Statement;
    friend class Transaction;
    friend struct FileHeader;

    Connection(const std::string& name, int flags, std::chrono::milliseconds busy_timeout);
    void defend();
    [[nodiscard]] sqlite3_stmt* take_statement(std::string_view sql);
    void give_back_statement(std::string_view sql, sqlite3_stmt* statement);

    /// How long this connection has waited for the present lock, and may wait.
    struct Patience {
        int limit_ms = 0;
        int waited_ms = 0;
    };
    static int wait_for_lock(void* patience, int attempt);

    struct Close {
        void operator()(sqlite3* handle) const;
    };
    struct Finalize {
        void operator()(sqlite3_stmt* statement) const;
    };
    std::unique_ptr<Patience> patience_;
    std::unique_ptr<sqlite3, Close> handle_;
    /// Prepared statements that nobody uses at the moment: preparing costs more than most of them take to
    /// run.
    std::map<std::string, std::vector<std::unique_ptr<sqlite3_stmt, Finalize>>, std::less<>> idle_;
};

/// The beginning of a file as SQLite's documentation describes it ("The Database Header"), read without
/// opening the file as a database: no lock, no recovery, nothing written.
struct FileHeader {
    bool empty = false;        ///< no byte in the file; all else is meaningless then
    bool sqlite = false;       ///< long enough, and begins with SQLite's magic text
    bool write_ahead = false;  ///< the file is in write-ahead mode
    std::int64_t user_version = 0;
    std::int64_t application_id = 0;
    std::int64_t size = 0;  ///< of the database in bytes, as the header says; 0 where it does not say

    /// Goes through SQLite's own file layer: opening and closing the file here by ourselves would drop the
    /// locks that another connection of this process holds on it (POSIX locks belong to the process).
    [[nodiscard]] static FileHeader read(const std::filesystem::path& file);

    /// The header at the beginning of these bytes.
    [[nodiscard]] static FileHeader of(std::string_view bytes);

    /// The first bytes of the file, at most `most`, through the same layer.
    [[nodiscard]] static std::string beginning(const std::filesystem::path& file, std::size_t most);
};

}  // namespace unknot::storage
