#include "storage/logbook/undo.h"

#include "storage/logbook/columns.h"

namespace unknot::storage {

namespace {

/// A step has no checksum.
Applied::What what_of(std::int64_t what, const std::string& id) {
    if (what < 0 || what > static_cast<std::int64_t>(Applied::What::removed_tool)) {
        throw DamagedRecord{id};
    }
    return static_cast<Applied::What>(what);
}

}  // namespace

std::int64_t UndoSteps::add(const UndoStep& step, const std::vector<UndoChange>& changes) {
    const std::int64_t number = connection_.integer("SELECT coalesce(max(number), 0) + 1 FROM undo_step");
    const Applied& applied = step.applied;
    Statement row(connection_, "INSERT INTO undo_step VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?)");
    row.bind(1, number).bind(2, step.clock).bind(3, step.token).bind(4, step.origin).bind(5, step.at_ms);
    row.bind(6, static_cast<std::int64_t>(applied.what)).bind(7, static_cast<std::int64_t>(applied.count));
    row.bind(8, step.added).bind(9, applied.records.empty() ? std::string() : applied.records.front().text());
    row.bind(10, applied.area).bind(11, static_cast<std::int64_t>(applied.side));
    row.bind(12, applied.at ? std::optional(applied.at->utc_ms) : std::nullopt);
    row.bind(13, applied.at ? std::optional<std::int64_t>(applied.at->offset_minutes) : std::nullopt);
    row.run();
    Statement before(connection_, "INSERT INTO undo_change VALUES (?,?,?,?,?,?)");
    for (const UndoChange& change : changes) {
        RowWriter writer(before, "undo_change");
        writer.put(number).put(static_cast<std::int64_t>(change.kind)).put(change.id);
        change.content ? writer.put(*change.content) : writer.put_null();
        writer.put(change.state).finish();
    }
    return number;
}

std::optional<UndoStep> UndoSteps::latest(const std::string& origin) {
    Statement row(
        connection_,
        "SELECT number, clock, token, origin, at_ms, what, count, added, first_id, area, side, about_ms, "
        "about_offset FROM undo_step WHERE ?1 = '' OR origin = ?1 ORDER BY number DESC LIMIT 1");
    if (!row.bind(1, origin).step()) {
        return std::nullopt;
    }
    UndoStep step;
    step.number = row.integer(0);
    step.clock = row.integer(1);
    step.token = row.text(2);
    step.origin = row.text(3);
    step.at_ms = row.integer(4);
    step.added = row.integer(7);
    const std::string first_id(row.text(8));
    step.applied.what = what_of(row.integer(5), first_id);
    step.applied.count = static_cast<std::size_t>(row.integer(6));
    if (!first_id.empty()) {
        step.applied.records = {RecordId{first_id}};
    }
    step.applied.area = row.text(9);
    step.applied.side = side_of(row.integer(10), first_id);
    if (!row.is_null(11)) {
        step.applied.at = instant_of(row.integer(11), row.integer(12), first_id);
    }
    return step;
}

std::vector<UndoChange> UndoSteps::changes(std::int64_t number) {
    std::vector<UndoChange> changes;
    Statement statement(connection_, "SELECT * FROM undo_change WHERE step=?");
    statement.bind(1, number);
    while (statement.step()) {
        RowReader row(statement, "undo_change");
        (void)row.integer();
        UndoChange change;
        change.kind = static_cast<Kind>(row.integer());
        change.id = row.text();
        change.content = row.optional_text();
        change.state = row.integer();
        row.finish(change.id);
        changes.push_back(std::move(change));
    }
    return changes;
}

bool UndoSteps::is_there(std::int64_t number, const std::string& token) {
    Statement row(connection_, "SELECT 1 FROM undo_step WHERE number=? AND token=?");
    return row.bind(1, number).bind(2, token).step();
}

void UndoSteps::remove(std::int64_t number) {
    Statement(connection_, "DELETE FROM undo_step WHERE number=?").bind(1, number).run();
}

void UndoSteps::forget_record(const std::string& id) {
    // The command that added the record counts it among what it added and keeps no image of it: its clock is
    // the state of one of the images that later steps keep.
    constexpr std::string_view added_it =
        "UPDATE undo_step SET added=added-1 WHERE added>0 AND clock IN "
        "(SELECT state FROM undo_change WHERE id=?1 AND kind<=2) AND NOT EXISTS "
        "(SELECT 1 FROM undo_change WHERE step=number AND id=?1 AND kind<=2)";
    Statement(connection_, added_it).bind(1, id).run();
    Statement(connection_, "DELETE FROM undo_change WHERE id=? AND kind<=2").bind(1, id).run();
    connection_.execute(
        "DELETE FROM undo_step WHERE added=0 AND NOT EXISTS (SELECT 1 FROM undo_change WHERE step=number)");
}

void UndoSteps::forget(std::int64_t last_number, std::int64_t limit_ms) {
    Statement(connection_, "DELETE FROM undo_step WHERE number<=? OR at_ms<?")
        .bind(1, last_number)
        .bind(2, limit_ms)
        .run();
}

}  // namespace unknot::storage
