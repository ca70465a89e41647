#include "storage/logbook/trash.h"

namespace unknot::storage {

namespace {

TrashedRecord read_trashed(const Statement& statement) {
    RowReader row(statement, "trash");
    TrashedRecord record;
    record.id = row.text();
    record.kind = static_cast<Kind>(row.integer());
    record.content = row.text();
    record.deleted_ms = row.integer();
    row.finish(record.id);
    return record;
}

}  // namespace

void Trash::put(Kind kind, const std::string& id, const std::string& content, std::int64_t deleted_ms,
                const Revision& revision) {
    Statement tombstone(connection_, "INSERT OR REPLACE INTO tombstone VALUES (?,?,?,?)");
    RowWriter(tombstone, "tombstone").put(id).put(revision.clock).put(revision.device).finish();
    Statement row(connection_, "INSERT OR REPLACE INTO trash VALUES (?,?,?,?,?)");
    RowWriter(row, "trash")
        .put(id)
        .put(static_cast<std::int64_t>(kind))
        .put(content)
        .put(deleted_ms)
        .finish();
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
