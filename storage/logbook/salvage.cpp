#include "storage/logbook/salvage.h"

#include "storage/logbook/guarded.h"
#include "storage/logbook/log_file.h"
#include "storage/logbook/opening.h"
#include "storage/logbook/raw_rows.h"
#include "storage/logbook/tables.h"
#include "storage/sqlite/statement.h"
#include "storage/sqlite/transaction.h"

#include <cerrno>
#include <fstream>
#include <map>
#include <set>
#include <sstream>

#include <unistd.h>

namespace unknot::storage {

namespace {

/// The latest state of each row found, by table and id.
using Rows = std::map<std::pair<std::string, std::string>, RawRow>;

std::int64_t number_at(const RawRow& row, std::size_t column) {
    const auto* number = std::get_if<std::int64_t>(&row.columns.at(column));
    return number == nullptr ? 0 : *number;
}

std::string text_at(const RawRow& row, std::size_t column) {
    const auto* text = std::get_if<std::string>(&row.columns.at(column));
    return text == nullptr ? std::string() : *text;
}

/// Where a table keeps the clock of its rows, counted from the end.
std::size_t clock_column(const RawRow& row) {
    const std::size_t last = row.columns.size() - 1;
    return row.table == "area_place" ? last : row.table == "tombstone" ? last - 1 : last - 2;
}

std::string bytes_of(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    std::ostringstream out;
    out << in.rdbuf();
    if (!in) {
        throw failure_of_errno(errno, file);
    }
    return out.str();
}

/// The damaged file's bytes after a change that a crash cut short is taken back, if that can be done: on a
/// copy, so that the file itself stays as it is.
std::string recovered_bytes(const std::filesystem::path& damaged, const std::filesystem::path& target,
                            const std::string& token) {
    const std::string journal = damaged.string() + "-journal";
    if (!holds_bytes(journal)) {
        return bytes_of(damaged);
    }
    const NewFile copy(target, token + "-copy");
    const std::filesystem::path journal_copy = copy.path().string() + "-journal";
    copy_bytes(damaged, copy.path());
    std::ofstream(journal_copy, std::ios::binary) << bytes_of(journal);
    try {
        Connection connection(copy.path(), Connection::Access::read_write, std::chrono::milliseconds(0));
        (void)connection.integer("SELECT count(*) FROM sqlite_schema");
    } catch (const DatabaseError&) {
        // Then every row is taken as it stands.
        ::unlink(journal_copy.c_str());
        return bytes_of(damaged);
    }
    ::unlink(journal_copy.c_str());
    return bytes_of(copy.path());
}

Rows latest_rows(const std::string& bytes) {
    Rows rows;
    each_raw_row(bytes, [&](RawRow row) {
        const auto key = std::pair(row.table, text_at(row, 0));
        const auto there = rows.find(key);
        if (there == rows.end() ||
            number_at(there->second, clock_column(there->second)) < number_at(row, clock_column(row))) {
            rows.insert_or_assign(key, std::move(row));
        }
    });
    std::erase_if(rows, [&](const auto& entry) {
        const auto& [key, row] = entry;
        if (key.first != "session" && key.first != "checkin") {
            return false;
        }
        const auto tombstone = rows.find({"tombstone", key.second});
        return tombstone != rows.end() && number_at(tombstone->second, clock_column(tombstone->second)) >
                                              number_at(row, clock_column(row));
    });
    return rows;
}

void put_row(Connection& connection, const RawRow& row) {
    std::string sql = "INSERT OR REPLACE INTO " + row.table + " VALUES (?";
    for (std::size_t i = 0; i < row.columns.size(); ++i) {
        sql += ",?";
    }
    Statement statement(connection, sql + ")");
    RowWriter writer(statement, row.table);
    for (const RawValue& value : row.columns) {
        if (const auto* number = std::get_if<std::int64_t>(&value)) {
            writer.put(*number);
        } else if (const auto* text = std::get_if<std::string>(&value)) {
            writer.put(std::string_view(*text));
        } else {
            writer.put_null();
        }
    }
    writer.finish();
}

/// Devices have no checksum, so their names cannot be trusted; the numbers are what rows refer to.
void put_devices(Connection& connection, const Rows& rows, const std::string& token) {
    std::set<std::int64_t> devices;
    for (const auto& [key, row] : rows) {
        if (key.first != "area_place") {
            devices.insert(number_at(row, clock_column(row) + 1));
        }
    }
    Statement device(connection, "INSERT OR IGNORE INTO device VALUES (?,?)");
    for (const std::int64_t number : devices) {
        device.bind(1, number).bind(2, token + "-" + std::to_string(number)).run();
    }
}

/// Own areas that records are in and that were lost get their id as name, and the sides that are in use.
std::size_t put_lost_areas(Connection& connection) {
    Tables tables(connection);
    const AreaCatalogue known(tables.own_areas());
    std::map<std::string, AreaSides> lost;
    Statement used(connection,
                   "SELECT DISTINCT area, side FROM session UNION SELECT DISTINCT area, side FROM checkin");
    while (used.step()) {
        const std::string area(used.text(0));
        if (known.find(area) == nullptr) {
            const std::int64_t side = used.integer(1);
            AreaSides& sides = lost[area];
            sides.left = sides.left || side == 0 || side == 3;
            sides.right = sides.right || side == 1 || side == 3;
            sides.center = sides.center || side == 2;
        }
    }
    for (const auto& [id, sides] : lost) {
        Area area;
        area.id = id;
        area.name = id;  // an id is shorter than a name may be
        area.sides = sides;
        area.own = true;
        tables.put(area, {1, 1, 1});
    }
    return lost.size();
}

void put_clocks(Connection& connection) {
    connection.execute(
        "INSERT OR REPLACE INTO area_change SELECT area, max(clock) FROM (SELECT area, clock FROM session "
        "UNION "
        "ALL SELECT area, clock FROM checkin) GROUP BY area;"
        "INSERT OR REPLACE INTO area_change SELECT '', coalesce(max(clock), 1) FROM (SELECT clock FROM "
        "own_area "
        "UNION ALL SELECT clock FROM profile UNION ALL SELECT clock FROM tool UNION ALL SELECT clock FROM "
        "tombstone)");
}

Salvaged count(Connection& connection) {
    Salvaged saved;
    saved.sessions = static_cast<std::size_t>(connection.integer("SELECT count(*) FROM session"));
    saved.checkins = static_cast<std::size_t>(connection.integer("SELECT count(*) FROM checkin"));
    saved.own_areas = static_cast<std::size_t>(connection.integer("SELECT count(*) FROM own_area"));
    saved.profile = connection.integer("SELECT count(*) FROM profile") != 0;
    return saved;
}

}  // namespace

Result<Salvaged, Failure> salvage(const std::filesystem::path& damaged, const std::filesystem::path& target,
                                  const Services& services) {
    const std::filesystem::path from = resolved(damaged);
    const std::filesystem::path to = resolved(target);
    return guarded<Salvaged>(from, [&] {
        const std::string token = make_record_id(services.now().utc_ms, services.random()).text();
        const auto header = look_at(from);
        if (!header || (header->sqlite && header->application_id == application_id &&
                        header->user_version > current_version())) {
            // What a newer version keeps beside the rows known here would be lost without a word.
            Failure failure;
            failure.problem = header ? Problem::newer_version : Problem::missing;
            throw failure;
        }
        const Rows rows = latest_rows(recovered_bytes(from, to, token));
        if (rows.empty()) {
            Failure failure;
            failure.problem = Problem::not_ours;
            failure.system = "no row of a log was found in it";
            throw failure;
        }
        OpenOptions options;
        options.file = to;
        options.must_be_new = true;
        const OpenLog log = open_log_file(to, options, services);
        Connection& connection = *log.connection;
        Transaction transaction(connection, Transaction::Kind::write);
        put_devices(connection, rows, token);
        for (const auto& [key, row] : rows) {
            put_row(connection, row);
        }
        connection.execute(
            "DELETE FROM area_place WHERE NOT EXISTS (SELECT 1 FROM own_area WHERE own_area.id=area_place.id "
            "AND own_area.clock=area_place.clock)");
        const std::size_t renamed = put_lost_areas(connection);
        put_clocks(connection);
        Salvaged saved = count(connection);
        saved.renamed_areas = renamed;
        transaction.commit();
        return saved;
    });
}

}  // namespace unknot::storage
