#include "storage/logbook/change.h"
#include "storage/logbook/image.h"

namespace unknot::storage {

namespace {

constexpr std::int64_t kept_steps = 200;
constexpr std::int64_t kept_ms = 90LL * 24 * 3'600'000;

}  // namespace

void Change::save_step(const Applied& applied) {
    Statement step(database_,
                   "INSERT INTO step (origin,what,at_ms,area,side,about_ms,about_offset,count) VALUES "
                   "(?,?,?,?,?,?,?,?)");
    step.bind(1, origin_).bind(2, static_cast<std::int64_t>(applied.what)).bind(3, now_.utc_ms);
    step.bind(4, applied.area).bind(5, static_cast<std::int64_t>(applied.side));
    step.bind(6, applied.at ? std::optional(applied.at->utc_ms) : std::nullopt);
    step.bind(7, applied.at ? std::optional<std::int64_t>(applied.at->offset_minutes) : std::nullopt);
    step.bind(8, static_cast<std::int64_t>(applied.count));
    step.run();
    const std::int64_t number = database_.integer("SELECT last_insert_rowid()");
    Statement change(database_, "INSERT INTO step_change VALUES (?,?,?,?,?,?,?,?)");
    std::int64_t position = 0;
    for (const Touched& touched : touched_) {
        change.bind(1, number).bind(2, position++).bind(3, static_cast<std::int64_t>(touched.kind));
        change.bind(4, touched.id);
        if (!touched.before.empty()) {
            change.bind(5, touched.before);
        }
        change.bind(6, touched.before_clock).bind(7, revision_.clock).bind(8, revision_.device).run();
    }
    Statement old(database_, "DELETE FROM step WHERE number <= ? OR at_ms < ?");
    old.bind(1, number - kept_steps).bind(2, now_.utc_ms - kept_ms).run();
}

std::int64_t latest_step(Database& database, const std::string& origin) {
    Statement latest(database, "SELECT max(number) FROM step WHERE ?1 = '' OR origin = ?1");
    latest.bind(1, origin);
    return latest.step() ? latest.optional_integer(0).value_or(0) : 0;
}

Applied describe_step(Database& database, std::int64_t step) {
    Statement row(database, "SELECT what,area,side,about_ms,about_offset,count FROM step WHERE number=?");
    row.bind(1, step);
    Applied applied;
    if (!row.step()) {
        return applied;
    }
    applied.what = static_cast<Applied::What>(row.integer(0));
    applied.area = row.text(1);
    applied.side = static_cast<Side>(row.integer(2));
    if (!row.is_null(3)) {
        applied.at = Instant{row.integer(3), static_cast<std::int32_t>(row.integer(4))};
    }
    applied.count = static_cast<std::size_t>(row.integer(5));
    return applied;
}

Applied Change::apply(const Undo& command) {
    const std::int64_t step = latest_step(database_, command.origin);
    if (step == 0) {
        Failure failure;
        failure.problem = Problem::nothing_to_undo;
        throw failure;
    }
    Applied applied = describe_step(database_, step);
    applied.undone = true;
    struct Row {
        Kind kind;
        std::string id;
        std::string before;
        std::optional<std::int64_t> before_clock;
        Revision after;
    };
    std::vector<Row> rows;
    {
        Statement read(database_,
                       "SELECT kind,id,before,before_clock,clock,device FROM step_change WHERE step=? ORDER "
                       "BY position DESC");
        read.bind(1, step);
        while (read.step()) {
            rows.push_back({static_cast<Kind>(read.integer(0)),
                            read.text(1),
                            read.text(2),
                            read.optional_integer(3),
                            {read.integer(4), read.text(5)}});
        }
    }
    for (const Row& row : rows) {
        const auto now_there = tables_.revision(row.kind, row.id);
        const bool was_deleted =
            applied.what == Applied::What::deleted_session || applied.what == Applied::What::deleted_checkin;
        if (was_deleted ? now_there.has_value() : now_there != row.after) {
            Failure failure;
            failure.problem = Problem::changed_since;
            failure.id = row.id;
            throw failure;
        }
    }
    for (const Row& row : rows) {
        restore(row.kind, row.id, row.before);
        pass_on_revision(row.kind, row.id, row.before_clock);
    }
    Statement remove(database_, "DELETE FROM step WHERE number=?");
    remove.bind(1, step).run();
    return applied;
}

/// The undone state is the one that an earlier step left, under a new revision: that step can still be taken
/// back.
void Change::pass_on_revision(Kind kind, const std::string& id, std::optional<std::int64_t> before_clock) {
    if (!before_clock) {
        return;
    }
    Statement update(database_, "UPDATE step_change SET clock=?, device=? WHERE kind=? AND id=? AND clock=?");
    update.bind(1, revision_.clock).bind(2, revision_.device).bind(3, static_cast<std::int64_t>(kind));
    update.bind(4, id).bind(5, *before_clock).run();
}

/// Puts one thing back as it was: a new revision, so that other machines see the undo as the latest word.
void Change::restore(Kind kind, const std::string& id, const std::string& before) {
    if (const std::string present = tables_.image(kind, id); !present.empty()) {
        if (kind == Kind::session) {
            areas_.insert(session_from(present).area);
        } else if (kind == Kind::checkin) {
            areas_.insert(checkin_from(present).area);
        }
    }
    if (before.empty()) {
        tables_.remove(kind, id);
        if (kind == Kind::session || kind == Kind::checkin) {
            tables_.put_tombstone(id, revision_);
        }
        return;
    }
    switch (kind) {
        case Kind::session: {
            const Session session = session_from(before);
            areas_.insert(session.area);
            tables_.put(session, revision_);
            tables_.remove_tombstone(id);
            break;
        }
        case Kind::checkin: {
            const CheckIn checkin = checkin_from(before);
            areas_.insert(checkin.area);
            tables_.put(checkin, revision_);
            tables_.remove_tombstone(id);
            break;
        }
        case Kind::profile: tables_.put(profile_from(before), revision_); break;
        case Kind::own_area: tables_.put(area_from(before), revision_); break;
    }
}

}  // namespace unknot::storage
