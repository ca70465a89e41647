#include "storage/logbook/change.h"

#include "app/domain/import_effect.h"
#include "app/domain/seeded_fault.h"
#include "storage/logbook/record_traits.h"

#include <algorithm>

namespace unknot::storage {

namespace {

constexpr std::size_t named_records = 100;

Failure about(Problem problem, const std::string& id) {
    Failure failure;
    failure.problem = problem;
    failure.id = id;
    return failure;
}

Failure refused(std::vector<Refusal> refusals, const std::string& id) {
    Failure failure = about(Problem::not_accepted, id);
    failure.refusals = std::move(refusals);
    return failure;
}

std::size_t record_count(std::span<const ImportRecords> files) {
    std::size_t count = 0;
    for (const ImportRecords& file : files) {
        count += file.sessions.size() + file.checkins.size();
    }
    return count;
}

template <typename Record>
void tell(Applied& applied, const Record& record) {
    if (applied.count++ == 0) {
        applied.area = record.area;
        applied.side = record.side;
        applied.at = moment_of(record);
    }
    if (applied.records.size() < named_records) {
        applied.records.push_back(record.id);
    }
}

}  // namespace

Applied Change::carry_out(const Command& command, const Progress& progress) {
    progress_ = progress;
    return finished(std::visit([this](const auto& c) { return apply(c); }, command));
}

/// What every change ends with: its undo step, its clock, and what has had its time goes.
Applied Change::finished(Applied applied) {
    applied.changed = changed();
    if (applied.changed) {
        if (!undo_ && removed_.empty()) {
            keep_step(applied);
        }
        note_areas();
        forget_old();
    }
    return applied;
}

/// What is wrong with a record. Where the later revision of its area lost a side that records are on, because
/// another machine used it meanwhile, the area has it all the same: so the snapshot shows it.
template <typename Record>
std::vector<Refusal> Change::refusals_of(const Record& record, const std::optional<Instant>& now) {
    std::vector<Refusal> refusals = validate(record, catalogue_, now);
    std::erase_if(refusals, [&](const Refusal& refusal) {
        return refusal.reason == Reason::side_not_of_area && side_in_use(record.area, record.side);
    });
    return refusals;
}

template <typename Record>
void Change::require_valid(const Record& record, const std::optional<Instant>& now) {
    auto refusals = refusals_of(record, now);
    if (!refusals.empty()) {
        throw refused(std::move(refusals), record.id.text());
    }
}

bool Change::side_in_use(const std::string& area, Side side) {
    const Area* const known = catalogue_.find(area);
    if (known == nullptr || !known->own) {
        return false;
    }
    AreaSides sides = known->sides;
    Statement used(connection_,
                   "SELECT side FROM session WHERE area=?1 UNION SELECT side FROM checkin WHERE area=?1");
    used.bind(1, area);
    while (used.step()) {
        sides.add(static_cast<Side>(used.integer(0)));
    }
    return sides.has(side);
}

/// True where the record was added or replaced, false where it stays as it is.
template <typename Record>
bool Change::add(const Record& record, bool update, FieldSet omitted) {
    const std::string& id = record.id.text();
    const Kind kind = kind_of(record);
    if (tables_.contains(kind == Kind::session ? Kind::checkin : Kind::session, id)) {
        throw about(Problem::id_taken, id);
    }
    if (const auto there = stored(tables_, record)) {
        Record filled = record;
        keep_omitted(filled, there->record, omitted);
        switch (effect_on(there->record, filled, update)) {
            case ImportEffect::refused: throw about(Problem::id_taken, id);
            case ImportEffect::replaced: overwrite(*there, filled); return true;
            default: return false;
        }
    }
    tables_.add(record, revision_);
    if (tombstones_) {
        trash_.forget_tombstone(id);
    }
    records_.push_back({kind, id, "", record.area});
    ++added_;
    return true;
}

template <typename Record>
void Change::overwrite(const Stored<Record>& before, const Record& record) {
    const Kind kind = kind_of(record);
    const std::string& id = record.id.text();
    // What this very command added, or replaced once already, has its state from before kept.
    if (before.revision.state != revision_.clock) {
        before_.push_back({kind, id, image_of(before.record), before.revision.state});
    }
    tables_.put(record, revision_);
    records_.push_back({kind, id, before.record.area, record.area});
}

template <typename Record>
void Change::edit(Record record) {
    const auto there = stored(tables_, record);
    if (!there) {
        throw about(Problem::no_such_record, record.id.text());
    }
    record.entered_at = there->record.entered_at;
    auto refusals = refusals_of(record, now_);
    if (record.area == there->record.area) {
        // A record of an area that was retired later can still be corrected.
        std::erase_if(refusals,
                      [](const Refusal& refusal) { return refusal.reason == Reason::retired_area; });
    }
    if (!refusals.empty()) {
        throw refused(std::move(refusals), record.id.text());
    }
    if (record != there->record) {
        overwrite(*there, record);
    }
}

template <typename Record>
void Change::remove(const Stored<Record>& stored) {
    const Kind kind = kind_of(stored.record);
    const std::string& id = stored.record.id.text();
    const std::string image = image_of(stored.record);
    before_.push_back({kind, id, image, stored.revision.state});
    tables_.remove(kind, id);
    trash_.put(kind, id, image, now_.utc_ms, revision_);
    records_.push_back({kind, id, stored.record.area, ""});
}

Applied Change::apply(const LogSession& command) {
    require_valid(command.session, now_);
    offer_removed(command.session.tool);
    (void)add(command.session, false);
    Applied applied;
    applied.what = Applied::What::logged_session;
    tell(applied, command.session);
    return applied;
}

Applied Change::apply(const EditSession& command) {
    offer_removed(command.session.tool);
    edit(command.session);
    Applied applied;
    applied.what = Applied::What::edited_session;
    tell(applied, command.session);
    return applied;
}

Applied Change::apply(const RecordCheckIns& command) {
    Applied applied;
    applied.what = Applied::What::recorded_checkins;
    for (const CheckIn& checkin : command.checkins) {
        require_valid(checkin, now_);
        (void)add(checkin, false);
        tell(applied, checkin);
    }
    return applied;
}

Applied Change::apply(const EditCheckIns& command) {
    Applied applied;
    applied.what = Applied::What::edited_checkins;
    for (const CheckIn& checkin : command.checkins) {
        edit(checkin);
        tell(applied, checkin);
    }
    return applied;
}

Applied Change::apply(const DeleteRecord& command) {
    Applied applied;
    if (const auto session = tables_.session(command.id.text())) {
        applied.what = Applied::What::deleted_session;
        tell(applied, session->record);
        remove(*session);
    } else if (const auto checkin = tables_.checkin(command.id.text())) {
        applied.what = Applied::What::deleted_checkin;
        tell(applied, checkin->record);
        remove(*checkin);
    } else {
        throw about(Problem::no_such_record, command.id.text());
    }
    return applied;
}

/// False where it says what is there already.
bool Change::put_profile(const Profile& profile) {
    const auto there = tables_.profile();
    if (there && there->record == profile) {
        return false;
    }
    before_.push_back({Kind::profile, "", there ? std::optional(image_of(there->record)) : std::nullopt,
                       there ? there->revision.state : 0});
    tables_.put(profile, revision_);
    others_changed_ = true;
    return true;
}

Applied Change::apply(const SetProfile& command) {
    Applied applied;
    applied.what = Applied::What::set_profile;
    applied.count = put_profile(command.profile) ? 1 : 0;
    return applied;
}

/// A side that records are on cannot be taken from an area: they would be records that no one accepts.
void Change::require_sides_in_use(const Area& area) {
    const AreaRecords records = tables_.area_records(area.id);
    const auto refuse_lost = [&](Side side) {
        if (!area.sides.has(side)) {
            std::vector<std::string> sides;
            for (const Side had : {Side::left, Side::right, Side::center}) {
                if (area.sides.has(had)) {
                    sides.emplace_back(name_of(had));
                }
            }
            throw refused({{Field::side, Reason::side_not_of_area, std::string(name_of(side)), sides}},
                          area.id);
        }
    };
    for (const auto& session : records.sessions) {
        refuse_lost(session->side);
    }
    for (const auto& checkin : records.checkins) {
        refuse_lost(checkin->side);
    }
}

/// False where it says what is there already.
bool Change::put_area(const Area& area) {
    const Area* const known = catalogue_.find(area.id);
    if (known != nullptr && !known->own) {
        throw about(Problem::id_taken, area.id);
    }
    auto refusals = validate(area);
    if (!is_acceptable_record_id(area.id)) {
        refusals.push_back({Field::id, Reason::not_a_record_id, shown_value(area.id), {}});
    }
    if (!refusals.empty()) {
        throw refused(std::move(refusals), area.id);
    }
    Area own = area;
    own.own = true;      // whatever the caller says
    own.muscle.clear();  // an own area is the user's words and a place, nothing else
    own.region.clear();
    const auto there = tables_.own_area(area.id);
    if (there && there->record == own) {
        return false;
    }
    if (there) {
        require_sides_in_use(own);
    }
    // What this very command put there already has its state from before kept.
    if (!there || there->revision.state != revision_.clock) {
        before_.push_back({Kind::own_area, area.id,
                           there ? std::optional(image_of(there->record)) : std::nullopt,
                           there ? there->revision.state : 0});
    }
    tables_.put(own, revision_);
    others_changed_ = true;
    catalogue_ = AreaCatalogue(tables_.own_areas());
    return true;
}

Applied Change::apply(const PutArea& command) {
    Applied applied;
    applied.what = Applied::What::put_area;
    applied.area = command.area.id;
    applied.count = put_area(command.area) ? 1 : 0;
    return applied;
}

void Change::take_in(const ImportRecords& file, Applied& applied, Milestones& milestones, std::size_t& step) {
    for (const Area& area : file.areas) {
        Area imported = area;
        if (const Area* known = catalogue_.find(area.id); known != nullptr && !imported.map_place) {
            imported.map_place = known->map_place;  // files of version 1 do not say it
        }
        applied.count += put_area(imported) ? 1U : 0U;
    }
    const auto take = [&](const auto& record) {
        if (seeded(Fault::imports_some) && applied.count > 0) {
            return;
        }
        if (!milestones.go_on(step++)) {
            throw about(Problem::stopped, {});
        }
        require_valid(record, std::nullopt);
        if (add(record, file.update, file.omitted)) {
            tell(applied, record);
        }
    };
    std::for_each(file.sessions.begin(), file.sessions.end(), take);
    std::for_each(file.checkins.begin(), file.checkins.end(), take);
    for (const std::string& tool : file.tools) {
        applied.count += put_tool({tool, false}) ? 1U : 0U;
    }
    for (const std::string& tool : file.retired_tools) {
        applied.count += put_tool({tool, true}) ? 1U : 0U;
    }
    if (file.profile) {
        applied.count += put_profile(*file.profile) ? 1U : 0U;
    }
}

Applied Change::import(std::span<const ImportRecords> files) {
    Applied applied;
    applied.what = Applied::What::imported;
    Milestones milestones(progress_, record_count(files));
    std::size_t step = 0;
    for (const ImportRecords& file : files) {
        take_in(file, applied, milestones, step);
    }
    return applied;
}

Applied Change::apply(const ImportRecords& command) {
    return import({&command, 1});
}

Applied Change::apply(const ImportFiles& command) {
    return import(command.files);
}

template void Change::overwrite(const Stored<Session>&, const Session&);

}  // namespace unknot::storage
