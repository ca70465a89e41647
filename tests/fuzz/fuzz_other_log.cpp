#include "tests/fuzz/fuzzers.h"

#include "app/domain/validation.h"
#include "app/guidance/guidance.h"
#include "storage/logbook/checking.h"
#include "storage/logbook/other_log.h"
#include "storage/logbook/restore.h"
#include "storage/logbook/row.h"
#include "storage/logbook/salvage.h"

#include <charconv>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>
#include <vector>

#include <unistd.h>

namespace unknot::tests {

namespace {

namespace fs = std::filesystem;

/// The moment at which the files are read: 2026-03-07T20:00:00+01:00.
constexpr Instant reading_at{1'772'910'000'000, 60};

/// A folder in memory, where syncs cost nothing, that goes with the object.
class Folder {
public:
    Folder() {
        const bool memory = ::access("/dev/shm", W_OK) == 0;
        std::string name = std::string(memory ? "/dev/shm" : "/tmp") + "/unknot-fuzz-" +
                           std::string(6, 'X');  // mkdtemp puts letters in their place
        require(::mkdtemp(name.data()) != nullptr, "there is a temporary folder");
        path_ = name;
    }
    ~Folder() {
        std::error_code ignored;
        fs::remove_all(path_, ignored);
    }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    [[nodiscard]] fs::path operator/(const char* name) const { return path_ / name; }

private:
    fs::path path_;
};

storage::Services services() {
    return {[] { return reading_at; },
            [count = std::uint8_t{0}]() mutable { return std::array<std::uint8_t, 10>{++count}; },
            [] { return std::string("here"); }};
}

void write_bytes(const fs::path& file, std::string_view bytes) {
    std::ofstream(file, std::ios::binary) << bytes;
}

std::string bytes_of(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

std::unique_ptr<storage::Logbook> open(const fs::path& file) {
    storage::OpenOptions options;
    options.file = file;
    options.busy_timeout = std::chrono::milliseconds(0);
    auto log = storage::Logbook::open(options, services());
    return log ? std::move(*log) : nullptr;
}

/// An empty log of this version, as bytes.
const std::string& empty_log() {
    static const std::string bytes = [] {
        const Folder folder;
        (void)open(folder / "log.db");
        return bytes_of(folder / "log.db");
    }();
    return bytes;
}

/// What a log gives out once it was read: every record as the program itself would have accepted it, and the
/// rules have an answer.
void require_usable(storage::Logbook& log) {
    const auto snapshot = log.snapshot();
    if (!snapshot) {
        return;
    }
    const guidance::Guidance answer = guidance::evaluate(**snapshot, reading_at);
    require(answer.tracks.empty() || !(*snapshot)->empty(), "no track without a record");
    (void)guidance::explained_history(**snapshot, answer.today);
}

/// What can be taken back, and brought back, of a log: it is as hostile as the rest.
void take_back(storage::Logbook& log) {
    const auto deleted = log.deleted_records();
    if (deleted && !deleted->empty()) {
        const storage::DeletedRecord& first = deleted->front();
        (void)log.apply(RestoreRecord{first.session ? first.session->id : first.checkin->id});
    }
    (void)log.undo_preview("");
    (void)log.apply(Undo{});
    require_usable(log);
}

/// Joins it with an empty log, twice: the second time nothing is left to do.
void join(const fs::path& file, const fs::path& own) {
    const auto other = storage::OtherLog::read(file);
    if (!other) {
        return;
    }
    write_bytes(own, empty_log());
    const auto log = open(own);
    require(log != nullptr, "an empty log is opened");
    const auto merged = log->merge(**other);
    if (!merged) {
        return;
    }
    const auto snapshot = log->snapshot();
    require(snapshot.ok(), "what was joined is read");
    for (const auto& [area, records] : (*snapshot)->areas) {
        for (const auto& session : records->sessions) {
            require(validate(*session, *(*snapshot)->catalogue, std::nullopt).empty(),
                    "a joined session is one");
        }
        for (const auto& checkin : records->checkins) {
            require(validate(*checkin, *(*snapshot)->catalogue, std::nullopt).empty(),
                    "a joined check-in is one");
        }
    }
    require_usable(*log);
    const auto again = log->merge_preview(**other);
    require(again && again->changes() == 0, "joined twice is joined once");
}

/// Everything that reads a log which somebody else may have made.
void read_by_all(const Folder& folder, const fs::path& file) {
    const std::string bytes = bytes_of(file);
    join(file, folder / "own.db");
    (void)storage::salvage(file, folder / "salvaged.db", services());
    if (fs::exists(folder / "salvaged.db")) {
        const auto saved = open(folder / "salvaged.db");
        require(saved != nullptr, "what was salvaged is opened");
        require_usable(*saved);
    }
    (void)storage::glance_at(file);
    (void)storage::look_into(file);
    require(bytes_of(file) == bytes, "a foreign file is only read");
    (void)storage::check_log(file);
    if (const auto log = open(file)) {
        require_usable(*log);
        take_back(*log);
    }
}

std::vector<std::string_view> split(std::string_view text, char at) {
    std::vector<std::string_view> parts;
    while (true) {
        const std::size_t end = text.find(at);
        parts.push_back(text.substr(0, end));
        if (end == std::string_view::npos) {
            return parts;
        }
        text.remove_prefix(end + 1);
    }
}

std::optional<std::int64_t> whole_number(std::string_view text) {
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc() && end == text.data() + text.size() ? std::optional(value) : std::nullopt;
}

bool has_checksum(std::string_view table) {
    return table != "meta" && table != "device" && table != "area_change" && table != "undo_step";
}

/// "session|s1|calf|0|…": the columns of a row without its checksum, which is computed. "~" is NULL, and a
/// quote before a number makes it text.
void put_row(storage::Connection& connection, std::string_view line) {
    const auto columns = split(line, '|');
    const std::string table(columns.front());
    if (columns.size() < 2 || table.empty() ||
        table.find_first_not_of("abcdefghijklmnopqrstuvwxyz_") != std::string::npos) {
        return;
    }
    std::string sql = "INSERT OR REPLACE INTO " + table + " VALUES (?";
    for (std::size_t i = 2; i < columns.size() + (has_checksum(table) ? 1 : 0); ++i) {
        sql += ",?";
    }
    try {
        storage::Statement statement(connection, sql + ")");
        storage::RowContent content(table);
        int parameter = 0;
        for (std::size_t i = 1; i < columns.size(); ++i) {
            ++parameter;
            if (columns[i] == "~") {
                statement.bind_null(parameter);
                content.add_null();
            } else if (const auto number = whole_number(columns[i])) {
                statement.bind(parameter, *number);
                content.add(*number);
            } else {
                const std::string_view text = columns[i].substr(columns[i].starts_with('\'') ? 1 : 0);
                statement.bind(parameter, text);
                content.add(text);
            }
        }
        if (has_checksum(table)) {
            statement.bind(parameter + 1, content.checksum());
        }
        statement.run();
    } catch (const storage::DatabaseError&) {
        // No such table, another number of columns, a value of another type: not even a hostile file has it.
    }
}

}  // namespace

void fuzz_other_log(std::string_view input) {
    const Folder folder;
    write_bytes(folder / "log.db", input);
    read_by_all(folder, folder / "log.db");
}

void fuzz_other_rows(std::string_view input) {
    const Folder folder;
    write_bytes(folder / "log.db", empty_log());
    {
        storage::Connection connection(folder / "log.db", storage::Connection::Access::read_write,
                                       std::chrono::milliseconds(0));
        // Whoever makes a file need not keep what its tables say.
        connection.execute("PRAGMA ignore_check_constraints=ON; PRAGMA foreign_keys=OFF; BEGIN IMMEDIATE");
        for (const std::string_view line : split(input, '\n')) {
            put_row(connection, line);
        }
        connection.execute("COMMIT");
    }
    read_by_all(folder, folder / "log.db");
}

}  // namespace unknot::tests
