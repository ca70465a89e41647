#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>

struct sqlite3;
struct sqlite3_stmt;

namespace unknot::storage {

/// What SQLite reported, with its extended result code and the system's error number (0 where there was
/// none).
class DatabaseError : public std::runtime_error {
public:
    DatabaseError(int code, int system_errno, const std::string& message)
        : std::runtime_error(message), code_(code), system_errno_(system_errno) {}
    [[nodiscard]] int code() const { return code_; }
    [[nodiscard]] int primary_code() const { return code_ & 0xFF; }
    [[nodiscard]] int system_errno() const { return system_errno_; }

private:
    int code_;
    int system_errno_;
};

class Database;

/// A prepared statement. Parameters count from 1, columns from 0. Throws DatabaseError.
class Statement {
public:
    Statement(Database& database, std::string_view sql);

    Statement& bind(int parameter, std::int64_t value);
    Statement& bind(int parameter, std::string_view value);
    Statement& bind(int parameter, const std::optional<std::int64_t>& value);

    /// True where there is a row.
    bool step();
    /// Runs to the end, forgets parameters.
    void run();
    void reset();

    [[nodiscard]] bool is_null(int column) const;
    [[nodiscard]] std::int64_t integer(int column) const;
    [[nodiscard]] std::optional<std::int64_t> optional_integer(int column) const;
    [[nodiscard]] std::string text(int column) const;

private:
    struct Finalize {
        void operator()(sqlite3_stmt* statement) const;
    };
    Database& database_;
    std::unique_ptr<sqlite3_stmt, Finalize> statement_;
};

/// An open SQLite file with the settings that a log needs; the only class that holds a sqlite3 handle.
class Database {
public:
    enum class Access : std::uint8_t { read_only, read_write, create };

    /// Opens, and sets journal_mode=TRUNCATE, synchronous=FULL and the defences against hostile files. Throws
    /// DatabaseError, also where the connection did not get what was asked for.
    Database(const std::filesystem::path& file, Access access, std::chrono::milliseconds busy_timeout);

    void execute(const std::string& sql);
    [[nodiscard]] std::int64_t integer(std::string_view sql);
    [[nodiscard]] std::string text(std::string_view sql);
    [[nodiscard]] bool in_transaction() const;
    /// True where the file could only be opened for reading, whatever was asked for.
    [[nodiscard]] bool read_only() const;
    [[nodiscard]] sqlite3* handle() const { return handle_.get(); }

    /// Throws what the connection last reported.
    [[noreturn]] void fail(int code) const;

private:
    struct Close {
        void operator()(sqlite3* handle) const;
    };
    std::unique_ptr<sqlite3, Close> handle_;
};

/// BEGIN IMMEDIATE: takes the write lock at once, so that nothing read inside can be outdated when it writes.
/// Rolled back by the destructor unless committed.
class Transaction {
public:
    explicit Transaction(Database& database);
    ~Transaction();
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;
    void commit();

private:
    Database& database_;
    bool open_ = true;
};

}  // namespace unknot::storage
