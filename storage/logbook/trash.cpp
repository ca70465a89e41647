#include "storage/logbook/trash.h"

namespace unknot::storage {

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

void Trash::forget(const std::string& id) {
    forget_tombstone(id);
    Statement(connection_, "DELETE FROM trash WHERE id=?").bind(1, id).run();
}

void Trash::forget_before(std::int64_t limit_ms) {
    Statement(connection_, "DELETE FROM trash WHERE deleted_ms<?").bind(1, limit_ms).run();
}

}  // namespace unknot::storage
