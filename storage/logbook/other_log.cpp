#include "storage/logbook/other_log.h"

#include "storage/logbook/backup.h"
#include "storage/logbook/guarded.h"
#include "storage/logbook/log_file.h"
#include "storage/logbook/opening.h"
#include "storage/logbook/tables.h"
#include "storage/migrations/migrations.h"
#include "storage/sqlite/statement.h"

#include <algorithm>
#include <cerrno>
#include <limits>

#include <sys/stat.h>

namespace unknot::storage {

namespace {

/// What SQLite reads at once.
constexpr std::int64_t largest_file = std::numeric_limits<std::int32_t>::max();

/// Of SQLite's own header.
constexpr std::size_t header_size = 100;

/// What tells whether a file is still the one that it was.
struct Look {
    dev_t disk = 0;
    ino_t number = 0;
    std::int64_t size = 0;
    std::int64_t written_s = 0;
    std::int64_t written_ns = 0;

    friend bool operator==(const Look&, const Look&) = default;
};

Look look_of(const std::filesystem::path& file) {
    struct stat info {};
    if (::lstat(file.c_str(), &info) != 0) {
        throw failure_of_errno(errno, file);
    }
    return {info.st_dev, info.st_ino, info.st_size, info.st_mtim.tv_sec, info.st_mtim.tv_nsec};
}

void require_nothing_beside(const std::filesystem::path& file) {
    for (const char* end : {"-journal", "-wal"}) {
        if (holds_bytes(file.string() + end)) {
            throw failed(Problem::unfinished, file, file.filename().string() + end + " lies beside it");
        }
    }
}

/// True for what a file begins as that is being made in place: nothing but zeros, or less than a header.
bool is_a_beginning(std::string_view bytes) {
    constexpr std::string_view magic{"SQLite format 3\0", 16};
    return bytes.find_first_not_of('\0') == std::string_view::npos ||
           (bytes.size() < header_size && bytes.substr(0, magic.size()) == magic.substr(0, bytes.size()));
}

void require_log(const std::filesystem::path& file, std::string_view bytes) {
    const FileHeader header = FileHeader::of(bytes);
    if (header.empty) {
        throw failed(Problem::unfinished, file, "the file is empty");
    }
    if (!header.sqlite && is_a_beginning(bytes)) {
        throw failed(Problem::unfinished, file, "only its beginning is there");
    }
    if (!header.sqlite || header.write_ahead || header.application_id != application_id ||
        header.user_version < 1) {
        throw failed(Problem::not_ours, file);
    }
    if (header.user_version > current_version()) {
        throw failed(Problem::newer_version, file);
    }
    if (header.size > static_cast<std::int64_t>(bytes.size())) {
        throw failed(
            Problem::unfinished, file,
            std::to_string(bytes.size()) + " of " + std::to_string(header.size) + " bytes are there");
    }
}

/// The bytes of the file, all of one moment.
std::string whole_bytes(const std::filesystem::path& file) {
    if (!look_at(file)) {
        throw failed(Problem::missing, file);
    }
    const Look before = look_of(file);
    require_nothing_beside(file);
    if (before.size > largest_file) {
        throw failed(Problem::io_error, file, "it is larger than 2 GiB");
    }
    std::string bytes = FileHeader::beginning(file, static_cast<std::size_t>(largest_file));
    require_nothing_beside(file);
    // The header counts the changes: times alone may be too coarse to tell.
    const bool changed = look_of(file) != before || static_cast<std::int64_t>(bytes.size()) != before.size ||
                         !bytes.starts_with(FileHeader::beginning(file, header_size));
    if (changed) {
        throw failed(Problem::unfinished, file, "it changed while it was read");
    }
    require_log(file, bytes);
    return bytes;
}

/// What it is about is whole and was written by something else all the same.
void require_acceptable(std::vector<Refusal> refusals, const std::string& id) {
    // Of an area's sides the later revision tells, which may be the other machine's.
    std::erase_if(refusals,
                  [](const Refusal& refusal) { return refusal.reason == Reason::side_not_of_area; });
    if (!refusals.empty()) {
        throw DamagedRecord{id};
    }
}

}  // namespace

OtherLog::OtherLog(std::filesystem::path file, Connection copy)
    : file_(std::move(file)), copy_(std::move(copy)) {}

Result<std::unique_ptr<OtherLog>, Failure> OtherLog::read(const std::filesystem::path& path) {
    const std::filesystem::path file = resolved(path);
    return guarded<std::unique_ptr<OtherLog>>(file, [&] {
        std::unique_ptr<OtherLog> other;
        {
            const std::string bytes = whole_bytes(file);
            other.reset(new OtherLog(file, Connection::of_bytes(bytes)));
        }
        other->check();
        return other;
    });
}

void OtherLog::check() {
    const auto version = static_cast<std::size_t>(copy_.integer("PRAGMA user_version"));
    require_own_schema(copy_, file_, all_migrations().first(version));
    require_sound(copy_, file_);
    {
        Statement broken(copy_, "PRAGMA foreign_key_check");
        if (broken.step()) {
            throw failed(Problem::damaged, file_,
                         "a row of " + std::string(broken.text(0)) + " refers to one that is not there");
        }
    }
    migrate(copy_, all_migrations());
    // A salvaged log may hold a record together with its tombstone: the later one is what it says.
    copy_.execute(
        "DELETE FROM tombstone WHERE EXISTS (SELECT 1 FROM session WHERE session.id=tombstone.id AND "
        "session.clock>tombstone.clock) OR EXISTS (SELECT 1 FROM checkin WHERE checkin.id=tombstone.id AND "
        "checkin.clock>tombstone.clock);"
        "DELETE FROM session WHERE id IN (SELECT id FROM tombstone);"
        "DELETE FROM checkin WHERE id IN (SELECT id FROM tombstone)");
    check_records();
}

void OtherLog::check_records() {
    Tables tables(copy_);
    const AreaCatalogue built_in;
    std::vector<Area> own;
    tables.each_stored_area([&](const Stored<Area>& area) {
        if (built_in.find(area.record.id) != nullptr || !is_acceptable_record_id(area.record.id)) {
            throw DamagedRecord{area.record.id};
        }
        require_acceptable(validate(area.record), area.record.id);
        own.push_back(area.record);
    });
    const AreaCatalogue areas(own);
    const auto check_one = [&](const auto& stored) {
        require_acceptable(validate(stored.record, areas, std::nullopt), stored.record.id.text());
    };
    tables.each_stored_session(check_one);
    tables.each_stored_checkin(check_one);
    tables.each_stored_tool([&](const Stored<Tool>& tool) {
        require_acceptable(validate_tool(tool.record.name), tool.record.name);
    });
    if (const std::string twice = copy_.text("SELECT id FROM session WHERE id IN (SELECT id FROM checkin)");
        !twice.empty()) {
        throw DamagedRecord{twice};
    }
    // Each change notes its clock for the areas that it touched. Rows that are later than that were copied
    // from another state of the file than the rest.
    const std::string torn = copy_.text(
        "SELECT id FROM (SELECT id, area, clock FROM session UNION ALL SELECT id, area, clock FROM checkin) "
        "r "
        "WHERE clock>coalesce((SELECT clock FROM area_change WHERE area_change.area=r.area), 0)");
    if (!torn.empty()) {
        throw failed(Problem::unfinished, file_, "its pages are of different moments");
    }
    constexpr const char* all_clocks =
        "FROM (SELECT clock FROM session UNION ALL SELECT clock FROM checkin UNION ALL SELECT clock FROM "
        "own_area UNION ALL SELECT clock FROM profile UNION ALL SELECT clock FROM tool UNION ALL SELECT "
        "clock FROM tombstone)";
    latest_clock_ = copy_.integer(std::string("SELECT coalesce(max(clock), 0) ") + all_clocks);
    const std::int64_t first = copy_.integer(std::string("SELECT coalesce(min(clock), 1) ") + all_clocks);
    if (first < 1 || latest_clock_ >= latest_possible_clock) {
        throw failed(Problem::damaged, file_, "a revision is outside what clocks can say");
    }
}

MergeCounts OtherLog::beside_nothing() {
    const auto count = [&](const char* sql) { return static_cast<std::size_t>(copy_.integer(sql)); };
    MergeCounts counts;
    counts.added = count("SELECT count(*) FROM session") + count("SELECT count(*) FROM checkin");
    counts.areas = count("SELECT count(*) FROM own_area");
    counts.tools = count("SELECT count(*) FROM tool WHERE retired=1");
    counts.profile = count("SELECT count(*) FROM profile") != 0;
    return counts;
}

}  // namespace unknot::storage
