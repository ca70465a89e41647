#include "storage/logbook/change.h"
#include "storage/logbook/record_traits.h"

#include <algorithm>

namespace unknot::storage {

namespace {

Failure changed_since(const std::string& id) {
    Failure failure;
    failure.problem = Problem::changed_since;
    failure.id = id;
    return failure;
}

bool deleted(const Applied& applied) {
    return applied.what == Applied::What::deleted_session || applied.what == Applied::What::deleted_checkin;
}

}  // namespace

Change::Change(Connection& connection, const Instant& now, std::string origin, std::string token,
               const std::string& device)
    : connection_(connection),
      tables_(connection),
      trash_(connection),
      steps_(connection),
      devices_(connection),
      now_(now),
      origin_(std::move(origin)),
      token_(std::move(token)),
      catalogue_(tables_.own_areas()) {
    // The hybrid logical clock never goes back, whatever the wall clock does.
    const std::int64_t last = connection_.integer("SELECT coalesce(max(clock), 0) FROM area_change");
    if (last >= latest_possible_clock) {
        throw DamagedRecord{"area_change"};
    }
    revision_.clock = std::max(last + 1, now_.utc_ms << 16);
    revision_.state = revision_.clock;
    revision_.device = devices_.number_of(device);
    tombstones_ = connection_.integer("SELECT EXISTS (SELECT 1 FROM tombstone)") != 0;
}

void Change::keep_step(const Applied& applied) {
    UndoStep step;
    step.clock = revision_.clock;
    step.token = token_;
    step.origin = origin_;
    step.at_ms = now_.utc_ms;
    step.added = added_;
    step.applied = applied;
    step_ = steps_.add(step, before_);
}

void Change::note_areas() {
    std::set<std::string> areas;
    for (const TouchedRecord& record : records_) {
        areas.insert(record.area_before);
        areas.insert(record.area_after);
    }
    areas.erase("");
    if (others_changed_) {
        areas.insert("");
    }
    Statement note(connection_, "INSERT OR REPLACE INTO area_change VALUES (?,?)");
    for (const std::string& area : areas) {
        note.bind(1, area).bind(2, revision_.clock).run();
    }
}

void Change::forget_old() {
    steps_.forget(step_ - kept_steps, now_.utc_ms - kept_ms);
    trash_.forget_before(now_.utc_ms - kept_ms);
}

bool Change::is_committed(Connection& connection) const {
    if (!removed_.empty()) {
        return !Trash(connection).contains(removed_);
    }
    return UndoSteps(connection).is_there(step_, token_) != undo_;
}

Applied Change::apply(const Undo& command) {
    const auto step = steps_.latest(command.origin);
    if (!step) {
        Failure failure;
        failure.problem = Problem::nothing_to_undo;
        throw failure;
    }
    undo_ = true;
    step_ = step->number;
    token_ = step->token;
    const auto changes = steps_.changes(step->number);
    if (step->applied.what == Applied::What::merged) {
        take_back_merge(*step, changes);
    } else {
        // Records before own areas: an area goes only where nothing is left in it.
        take_back_added(*step, changes);
        for (const UndoChange& change : changes) {
            take_back(*step, change);
        }
    }
    steps_.remove(step->number);
    Applied applied = step->applied;
    applied.undone = true;
    return applied;
}

/// The records that a step added, which must all be as it left them.
std::vector<std::pair<Kind, std::string>> Change::added_by(const UndoStep& step,
                                                           const std::vector<UndoChange>& changes) {
    std::vector<std::pair<Kind, std::string>> added;
    if (step.added == 0) {
        return added;
    }
    std::set<std::pair<Kind, std::string>> replaced;
    for (const UndoChange& change : changes) {
        replaced.insert({change.kind, change.id});
    }
    for (const Kind kind : {Kind::session, Kind::checkin}) {
        for (std::string& id : tables_.with_state(kind, step.clock)) {
            if (replaced.count({kind, id}) == 0) {
                added.emplace_back(kind, std::move(id));
            }
        }
    }
    if (static_cast<std::int64_t>(added.size()) != step.added) {
        // With several added, nobody can tell which of them is another one now.
        throw changed_since(step.applied.count == 1 && !step.applied.records.empty()
                                ? step.applied.records.front().text()
                                : std::string());
    }
    return added;
}

void Change::take_back_added(const UndoStep& step, const std::vector<UndoChange>& changes) {
    for (const auto& [kind, id] : added_by(step, changes)) {
        if (kind == Kind::session) {
            remove(*tables_.session(id));
        } else {
            remove(*tables_.checkin(id));
        }
    }
}

/// Puts one thing back as it was, under a new revision: other machines see the undo as the latest word. Its
/// state is the old one, so that the step that made that state can be taken back next.
template <typename Record>
void Change::restore(const Record& record, std::int64_t state) {
    if (catalogue_.find(record.area) == nullptr) {  // its own area was taken back meanwhile
        throw changed_since(record.id.text());
    }
    const auto there = stored(tables_, record);
    Revision revision = revision_;
    revision.state = state;
    tables_.put(record, revision);
    trash_.forget(record.id.text());
    records_.push_back(
        {kind_of(record), record.id.text(), there ? there->record.area.str() : std::string(), record.area});
}

void Change::take_back(const UndoStep& step, const UndoChange& change) {
    const auto present = tables_.revision(change.kind, change.id);
    // The row of a tool that got another name is gone, as is a deleted record.
    const bool gone = deleted(step.applied) || (step.applied.what == Applied::What::renamed_tool &&
                                                change.kind == Kind::tool && !present);
    const bool as_left = gone ? !present : present && present->state == step.clock;
    if (!as_left) {
        throw changed_since(change.id);
    }
    switch (change.kind) {
        case Kind::session:
            restore(read_image(change.id, *change.content, session_from), change.state);
            break;
        case Kind::checkin:
            restore(read_image(change.id, *change.content, checkin_from), change.state);
            break;
        case Kind::own_area:
        case Kind::profile:
        case Kind::tool: take_back_own(step, change); break;
    }
}

/// An own area, the profile or a tool, which may not have been there before.
void Change::take_back_own(const UndoStep& step, const UndoChange& change) {
    others_changed_ = true;
    Revision revision = revision_;
    revision.state = change.state;
    if (change.kind == Kind::tool) {
        take_back_tool(step, change, revision);
    } else if (!change.content) {
        if (change.kind == Kind::own_area && tables_.has_records(change.id)) {
            throw changed_since(change.id);
        }
        tables_.remove(change.kind, change.id);
    } else if (change.kind == Kind::own_area) {
        tables_.put(read_image(change.id, *change.content, area_from), revision);
    } else {
        tables_.put(read_image(change.id, *change.content, profile_from), revision);
    }
}

void Change::take_back_tool(const UndoStep& step, const UndoChange& change, const Revision& revision) {
    if (change.content) {
        tables_.put(read_image(change.id, *change.content, tool_from), revision);
        return;
    }
    using What = Applied::What;
    const What what = step.applied.what;
    const auto row = tables_.tool(change.id);
    const bool was_offered =
        what == What::retired_tool || what == What::removed_tool || has_sessions(change.id);
    if (row && row->record.retired && was_offered) {
        // Offered, as before, and a later word than the retiring that another machine may have by now.
        tables_.put(Tool{change.id, false}, revision);
    } else {
        tables_.remove(Kind::tool, change.id);
    }
}

}  // namespace unknot::storage
