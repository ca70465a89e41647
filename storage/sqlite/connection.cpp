#include "storage/sqlite/connection.h"

#include "app/domain/seeded_fault.h"
#include "storage/sqlite/record_format.h"
#include "storage/sqlite/statement.h"

#include <sqlite3.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>

namespace unknot::storage {

namespace {

constexpr int always = SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_NOFOLLOW | SQLITE_OPEN_EXRESCODE;
constexpr std::size_t header_size = 100;

void require(bool good, const std::string& what) {
    if (!good) {
        throw DatabaseError(SQLITE_MISUSE, 0, "SQLite did not accept the setting " + what);
    }
}

std::int64_t number_at(std::string_view header, std::size_t at) {
    return static_cast<std::int64_t>(big_endian(header.substr(at, 4)));
}

}  // namespace

void Connection::Close::operator()(sqlite3* handle) const {
    sqlite3_close_v2(handle);
}

void Connection::Finalize::operator()(sqlite3_stmt* statement) const {
    sqlite3_finalize(statement);
}

/// SQLite's own waiting sleeps ever longer, up to 100 ms; with several writers one of them can then miss
/// every gap. Short sleeps keep everybody's chances equal.
int Connection::wait_for_lock(void* patience, int attempt) {
    auto& state = *static_cast<Patience*>(patience);
    if (attempt == 0) {
        state.waited_ms = 0;
    }
    if (state.waited_ms >= state.limit_ms) {
        return 0;
    }
    const int sleep_ms = std::min(1 + attempt, 5);
    sqlite3_sleep(sleep_ms);
    state.waited_ms += sleep_ms;
    return 1;
}

Connection::Connection(const std::string& name, int flags, std::chrono::milliseconds busy_timeout)
    : patience_(std::make_unique<Patience>()) {
    patience_->limit_ms = seeded(Fault::never_waits) ? 0 : static_cast<int>(busy_timeout.count());
    sqlite3* raw = nullptr;
    errno = 0;
    const int code = sqlite3_open_v2(name.c_str(), &raw, flags | always, nullptr);
    handle_.reset(raw);
    if (code != SQLITE_OK) {
        fail(code);
    }
    sqlite3_busy_handler(raw, &Connection::wait_for_lock, patience_.get());
}

Connection::Connection(const std::filesystem::path& file, Access access,
                       std::chrono::milliseconds busy_timeout)
    : Connection(file.string(), access == Access::read_only ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE,
                 busy_timeout) {
    defend();
    if (access == Access::read_write) {
        // SQLite falls back to reading where it may not write; whoever asked for writing must know.
        require(sqlite3_db_readonly(handle_.get(), "main") == 0, "read and write");
        // DELETE, the default, lost the last acknowledged save in replays of a power cut; write-ahead mode
        // can lose rows where two processes write and checkpoint at once.
        require(text("PRAGMA journal_mode=TRUNCATE") == "truncate", "journal_mode=TRUNCATE");
        if (seeded(Fault::does_not_sync)) {
            execute("PRAGMA synchronous=OFF");
        }
    }
}

Connection Connection::in_memory() {
    return {std::string(":memory:"), SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE,
            std::chrono::milliseconds(0)};
}

Connection Connection::of_bytes(std::string_view bytes) {
    Connection connection = in_memory();
    auto* const copy = static_cast<unsigned char*>(sqlite3_malloc64(std::max<std::size_t>(bytes.size(), 1)));
    if (copy == nullptr) {
        connection.fail(SQLITE_NOMEM);
    }
    std::memcpy(copy, bytes.data(), bytes.size());
    const auto size = static_cast<sqlite3_int64>(bytes.size());
    // SQLite frees the copy, also where it does not take it.
    const int code = sqlite3_deserialize(connection.handle_.get(), "main", copy, size, size,
                                         SQLITE_DESERIALIZE_FREEONCLOSE | SQLITE_DESERIALIZE_RESIZEABLE);
    if (code != SQLITE_OK) {
        connection.fail(code);
    }
    connection.defend();
    return connection;
}

Connection::~Connection() = default;

/// Durability first, then the defences against a file that somebody else made (a restored backup, a planted
/// log).
void Connection::defend() {
    const auto configured = [this](int option, int wanted, const char* name) {
        int got = -1;
        sqlite3_db_config(handle_.get(), option, wanted, &got);
        require(got == wanted, name);
    };
    configured(SQLITE_DBCONFIG_DEFENSIVE, 1, "defensive");
    configured(SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, "trusted_schema=OFF");
    configured(SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0, "no extensions");
    configured(SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, "no triggers");
    configured(SQLITE_DBCONFIG_ENABLE_VIEW, 0, "no views");
    execute(
        "PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; PRAGMA cell_size_check=ON; PRAGMA mmap_size=0;"
        "PRAGMA temp_store=MEMORY; PRAGMA secure_delete=ON");
    require(integer("PRAGMA synchronous") == 2, "synchronous=FULL");
    require(integer("PRAGMA foreign_keys") == 1, "foreign_keys=ON");
    require(integer("PRAGMA cell_size_check") == 1, "cell_size_check=ON");
    require(integer("PRAGMA mmap_size") == 0, "mmap_size=0");
    require(integer("PRAGMA temp_store") == 2, "temp_store=MEMORY");
    require(integer("PRAGMA secure_delete") == 1, "secure_delete=ON");
}

void Connection::fail(int code) const {
    const int latest = errno;
    const int primary = code & 0xFF;
    int system_errno = 0;
    if (primary == SQLITE_IOERR || primary == SQLITE_CANTOPEN) {
        // SQLite keeps no number for a commit that failed; errno was cleared before the call, so it is of
        // this one.
        system_errno = latest != 0 || !handle_ ? latest : sqlite3_system_errno(handle_.get());
    }
    throw DatabaseError(code, system_errno, handle_ ? sqlite3_errmsg(handle_.get()) : sqlite3_errstr(code));
}

void Connection::execute(const std::string& sql) {
    errno = 0;
    const int code = sqlite3_exec(handle_.get(), sql.c_str(), nullptr, nullptr, nullptr);
    if (code != SQLITE_OK) {
        fail(code);
    }
}

std::int64_t Connection::integer(std::string_view sql) {
    Statement statement(*this, sql);
    return statement.step() ? statement.integer(0) : 0;
}

std::string Connection::text(std::string_view sql) {
    Statement statement(*this, sql);
    return statement.step() ? std::string(statement.text(0)) : std::string();
}

bool Connection::in_transaction() const {
    return sqlite3_get_autocommit(handle_.get()) == 0;
}

bool Connection::moved() const {
    int moved = 0;
    const int code = sqlite3_file_control(handle_.get(), "main", SQLITE_FCNTL_HAS_MOVED, &moved);
    return code == SQLITE_OK && moved != 0;
}

sqlite3_file* Connection::file_for_reading() const {
    if (!in_transaction() || sqlite3_txn_state(handle_.get(), "main") != SQLITE_TXN_READ) {
        return nullptr;
    }
    sqlite3_file* opened = nullptr;
    const int code = sqlite3_file_control(handle_.get(), "main", SQLITE_FCNTL_FILE_POINTER, &opened);
    return code == SQLITE_OK && opened != nullptr && opened->pMethods != nullptr ? opened : nullptr;
}

sqlite3_stmt* Connection::take_statement(std::string_view sql) {
    if (const auto found = idle_.find(sql); found != idle_.end() && !found->second.empty()) {
        sqlite3_stmt* const statement = found->second.back().release();
        found->second.pop_back();
        return statement;
    }
    sqlite3_stmt* raw = nullptr;
    errno = 0;
    const int code = sqlite3_prepare_v3(handle_.get(), sql.data(), static_cast<int>(sql.size()),
                                        SQLITE_PREPARE_PERSISTENT, &raw, nullptr);
    if (code != SQLITE_OK) {
        fail(code);
    }
    return raw;
}

void Connection::give_back_statement(std::string_view sql, sqlite3_stmt* statement) {
    std::unique_ptr<sqlite3_stmt, Finalize> owned(statement);
    sqlite3_reset(statement);
    sqlite3_clear_bindings(statement);
    auto place = idle_.find(sql);
    if (place == idle_.end()) {
        place = idle_.try_emplace(std::string(sql)).first;
    }
    place->second.push_back(std::move(owned));
}

std::string FileHeader::beginning(const std::filesystem::path& file, std::size_t most) {
    const Connection connection(file.string(), SQLITE_OPEN_READONLY, std::chrono::milliseconds(0));
    sqlite3_file* opened = nullptr;
    sqlite3_int64 size = 0;
    errno = 0;
    int code = sqlite3_file_control(connection.handle_.get(), "main", SQLITE_FCNTL_FILE_POINTER, &opened);
    if (code == SQLITE_OK) {
        code = opened->pMethods->xFileSize(opened, &size);
    }
    std::string bytes(std::min(most, static_cast<std::size_t>(size)), '\0');
    if (code == SQLITE_OK && !bytes.empty()) {
        code = opened->pMethods->xRead(opened, bytes.data(), static_cast<int>(bytes.size()), 0);
    }
    if (code != SQLITE_OK) {
        throw DatabaseError(code, errno, sqlite3_errstr(code));
    }
    return bytes;
}

FileHeader FileHeader::read(const std::filesystem::path& file) {
    return of(beginning(file, header_size));
}

FileHeader FileHeader::of(std::string_view bytes) {
    FileHeader header;
    header.empty = bytes.empty();
    if (bytes.size() < header_size) {
        return header;
    }
    constexpr std::string_view magic{"SQLite format 3\0", 16};
    header.sqlite = bytes.starts_with(magic);
    header.write_ahead = bytes[18] == 2 || bytes[19] == 2;
    header.user_version = number_at(bytes, 60);
    header.application_id = number_at(bytes, 68);
    if (number_at(bytes, 24) == number_at(bytes, 92)) {  // else the count of pages is an older program's
        const std::int64_t written = number_at(bytes, 16) >> 16;
        const std::int64_t page_size = written == 1 ? 65536 : written;
        header.size = page_size * number_at(bytes, 28);
    }
    return header;
}

}  // namespace unknot::storage
