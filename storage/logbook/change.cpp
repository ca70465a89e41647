#include "storage/logbook/change.h"

#include "storage/logbook/image.h"

#include <algorithm>
#include <charconv>

namespace unknot::storage {

namespace {

constexpr std::size_t named_records = 100;

Kind kind_of(const Session& /*unused*/) {
    return Kind::session;
}
Kind kind_of(const CheckIn& /*unused*/) {
    return Kind::checkin;
}
const Instant& moment_of(const Session& session) {
    return session.started_at;
}
const Instant& moment_of(const CheckIn& checkin) {
    return checkin.at;
}

Failure about(Problem problem, const std::string& id) {
    Failure failure;
    failure.problem = problem;
    failure.id = id;
    return failure;
}

template <typename Record>
Applied applied_to(Applied::What what, const Record& first) {
    Applied applied;
    applied.what = what;
    applied.records = {first.id};
    applied.count = 1;
    applied.area = first.area;
    applied.side = first.side;
    applied.at = moment_of(first);
    return applied;
}

}  // namespace

Change::Change(Database& database, const Instant& now, std::string origin)
    : database_(database),
      tables_(database),
      now_(now),
      origin_(std::move(origin)),
      catalogue_(tables_.own_areas()) {
    revision_ = next_revision();
}

/// The hybrid logical clock never goes back, whatever the wall clock does.
Revision Change::next_revision() {
    const std::string stored = tables_.meta("clock");
    std::int64_t last = 0;
    std::from_chars(stored.data(), stored.data() + stored.size(), last);
    const std::int64_t clock = std::max(last + 1, now_.utc_ms << 16);
    tables_.put_meta("clock", std::to_string(clock));
    return {clock, tables_.meta("device")};
}

Applied Change::carry_out(const Command& command) {
    Applied applied = std::visit([this](const auto& c) { return apply(c); }, command);
    if (!std::holds_alternative<Undo>(command)) {
        applied.changed = !touched_.empty();
        if (applied.changed) {
            save_step(applied);
        }
    }
    return applied;
}

template <typename Record>
void Change::check(const Record& record, bool entering) {
    auto refusals = validate(record, catalogue_, entering ? std::optional(now_) : std::nullopt);
    if (!refusals.empty()) {
        Failure failure = about(Problem::not_accepted, record.id.text);
        failure.refusals = std::move(refusals);
        throw failure;
    }
}

void Change::remember(Kind kind, const std::string& id) {
    const auto before = tables_.revision(kind, id);
    touched_.push_back(
        {kind, id, tables_.image(kind, id), before ? std::optional(before->clock) : std::nullopt});
}

/// True where the record was added or replaced, false where it was there with the same content.
template <typename Record>
bool Change::add(const Record& record, bool update) {
    const std::string& id = record.id.text;
    const Kind kind = kind_of(record);
    const Kind other = kind == Kind::session ? Kind::checkin : Kind::session;
    if (tables_.revision(other, id)) {
        throw about(Problem::id_taken, id);
    }
    if (const std::string there = tables_.image(kind, id); !there.empty()) {
        if (there == image_of(record)) {
            return false;
        }
        if (!update) {
            throw about(Problem::id_taken, id);
        }
        const auto old_entry =
            kind == Kind::session ? session_from(there).entered_at : checkin_from(there).entered_at;
        const bool newer = record.entered_at && (!old_entry || earlier(*old_entry, *record.entered_at));
        if (!newer) {
            return false;
        }
        areas_.insert(kind == Kind::session ? session_from(there).area : checkin_from(there).area);
    }
    remember(kind, id);
    tables_.put(record, revision_);
    tables_.remove_tombstone(id);
    areas_.insert(record.area);
    return true;
}

template <typename Record>
void Change::replace(Record record) {
    const std::string& id = record.id.text;
    const Kind kind = kind_of(record);
    const std::string there = tables_.image(kind, id);
    if (there.empty()) {
        throw about(Problem::no_such_record, id);
    }
    if (kind == Kind::session) {
        const Session old = session_from(there);
        record.entered_at = old.entered_at;
        areas_.insert(old.area);
    } else {
        const CheckIn old = checkin_from(there);
        record.entered_at = old.entered_at;
        areas_.insert(old.area);
    }
    check(record, true);
    if (image_of(record) == there) {
        return;
    }
    remember(kind, id);
    tables_.put(record, revision_);
    areas_.insert(record.area);
}

Applied Change::apply(const LogSession& command) {
    check(command.session, true);
    (void)add(command.session, false);
    return applied_to(Applied::What::logged_session, command.session);
}

Applied Change::apply(const EditSession& command) {
    replace(command.session);
    return applied_to(Applied::What::edited_session, command.session);
}

Applied Change::apply(const RecordCheckIns& command) {
    Applied applied;
    applied.what = Applied::What::recorded_checkins;
    for (const CheckIn& checkin : command.checkins) {
        check(checkin, true);
        (void)add(checkin, false);
        if (applied.count == 0) {
            applied = applied_to(Applied::What::recorded_checkins, checkin);
        } else {
            ++applied.count;
            applied.records.push_back(checkin.id);
        }
    }
    return applied;
}

Applied Change::apply(const EditCheckIns& command) {
    Applied applied;
    applied.what = Applied::What::edited_checkins;
    for (const CheckIn& checkin : command.checkins) {
        replace(checkin);
        if (applied.count == 0) {
            applied = applied_to(Applied::What::edited_checkins, checkin);
        } else {
            ++applied.count;
            applied.records.push_back(checkin.id);
        }
    }
    return applied;
}

Applied Change::apply(const DeleteRecord& command) {
    const std::string& id = command.id.text;
    Applied applied;
    Kind kind = Kind::session;
    if (const auto session = tables_.session(id)) {
        applied = applied_to(Applied::What::deleted_session, *session);
    } else if (const auto checkin = tables_.checkin(id)) {
        kind = Kind::checkin;
        applied = applied_to(Applied::What::deleted_checkin, *checkin);
    } else {
        throw about(Problem::no_such_record, id);
    }
    remember(kind, id);
    tables_.remove(kind, id);
    tables_.put_tombstone(id, revision_);
    areas_.insert(applied.area);
    return applied;
}

Applied Change::apply(const SetProfile& command) {
    remember(Kind::profile, "");
    tables_.put(command.profile, revision_);
    Applied applied;
    applied.what = Applied::What::set_profile;
    applied.count = 1;
    return applied;
}

Applied Change::apply(const PutArea& command) {
    auto refusals = validate(command.area);
    if (!refusals.empty()) {
        Failure failure = about(Problem::not_accepted, command.area.id);
        failure.refusals = std::move(refusals);
        throw failure;
    }
    remember(Kind::own_area, command.area.id);
    tables_.put(command.area, revision_);
    Applied applied;
    applied.what = Applied::What::put_area;
    applied.count = 1;
    applied.area = command.area.id;
    return applied;
}

Applied Change::apply(const ImportRecords& command) {
    Applied applied;
    applied.what = Applied::What::imported;
    for (const Area& area : command.areas) {
        if (tables_.image(Kind::own_area, area.id) != image_of(area)) {
            (void)apply(PutArea{area});
            ++applied.count;
        }
    }
    catalogue_ = AreaCatalogue(tables_.own_areas());
    const auto take = [&](const auto& record) {
        check(record, false);
        if (add(record, command.update)) {
            ++applied.count;
            if (applied.records.size() < named_records) {
                applied.records.push_back(record.id);
            }
        }
    };
    std::for_each(command.sessions.begin(), command.sessions.end(), take);
    std::for_each(command.checkins.begin(), command.checkins.end(), take);
    if (command.profile && tables_.profile() != command.profile) {
        (void)apply(SetProfile{*command.profile});
        ++applied.count;
    }
    return applied;
}

}  // namespace unknot::storage
