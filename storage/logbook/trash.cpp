#include "storage/logbook/trash.h"

#include "storage/logbook/columns.h"

namespace unknot::storage {

namespace {

TrashedRecord read_trashed(const Statement& statement) {
    RowReader row(statement, "trash");
    TrashedRecord record;
    record.id = row.text();
    record.kind = static_cast<Kind>(row.integer());
    record.content = row.text();
    record.deleted_ms = instant_of(row.integer(), 0, record.id).utc_ms;
    row.finish(record.id);
    return record;
}

Tombstone read_tombstone(const Statement& statement) {
    RowReader row(statement, "tombstone");
    Tombstone tombstone;
    tombstone.id = row.text();
    tombstone.clock = row.integer();
    tombstone.device = row.integer();
    row.finish(tombstone.id);
    return tombstone;
}

}  // namespace

void Trash::put(Kind kind, const std::string& id, const std::string& content, std::int64_t deleted_ms,
                const Revision& revision) {
    put_tombstone({id, revision.clock, revision.device});
    put_content({kind, id, content, deleted_ms});
}

void Trash::put_tombstone(const Tombstone& tombstone) {
    Statement row(connection_, "INSERT OR REPLACE INTO tombstone VALUES (?,?,?,?)");
    RowWriter(row, "tombstone").put(tombstone.id).put(tombstone.clock).put(tombstone.device).finish();
}

void Trash::put_content(const TrashedRecord& record) {
    Statement row(connection_, "INSERT OR REPLACE INTO trash VALUES (?,?,?,?,?)");
    RowWriter(row, "trash")
        .put(record.id)
        .put(static_cast<std::int64_t>(record.kind))
        .put(record.content)
        .put(record.deleted_ms)
        .finish();
}

std::optional<Tombstone> Trash::tombstone(const std::string& id) {
    Statement row(connection_, "SELECT * FROM tombstone WHERE id=?");
    return row.bind(1, id).step() ? std::optional(read_tombstone(row)) : std::nullopt;
}

void Trash::each_tombstone(const std::function<void(const Tombstone&)>& take) {
    Statement row(connection_, "SELECT * FROM tombstone");
    while (row.step()) {
        take(read_tombstone(row));
    }
}

void Trash::forget_tombstone(const std::string& id) {
    Statement(connection_, "DELETE FROM tombstone WHERE id=?").bind(1, id).run();
}

bool Trash::contains(const std::string& id) {
    return Statement(connection_, "SELECT 1 FROM trash WHERE id=?").bind(1, id).step();
}

std::optional<TrashedRecord> Trash::find(const std::string& id) {
    Statement row(connection_, "SELECT * FROM trash WHERE id=?");
    return row.bind(1, id).step() ? std::optional(read_trashed(row)) : std::nullopt;
}

std::vector<TrashedRecord> Trash::all() {
    std::vector<TrashedRecord> records;
    Statement row(connection_, "SELECT * FROM trash ORDER BY deleted_ms DESC, id DESC");
    while (row.step()) {
        records.push_back(read_trashed(row));
    }
    return records;
}

void Trash::forget_content(const std::string& id) {
    Statement(connection_, "DELETE FROM trash WHERE id=?").bind(1, id).run();
}

void Trash::forget(const std::string& id) {
    forget_tombstone(id);
    forget_content(id);
}

void Trash::forget_before(std::int64_t limit_ms) {
    Statement(connection_, "DELETE FROM trash WHERE deleted_ms<?").bind(1, limit_ms).run();
}

}  // namespace unknot::storage
