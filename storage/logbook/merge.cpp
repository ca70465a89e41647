#include "storage/logbook/merge.h"

#include "storage/logbook/record_traits.h"

namespace unknot::storage {

namespace {

void count_record(Verdict verdict, MergeCounts& counts) {
    counts.added += verdict == Verdict::add ? 1U : 0U;
    counts.changed += verdict == Verdict::replace ? 1U : 0U;
    counts.deleted += verdict == Verdict::remove ? 1U : 0U;
    counts.kept += verdict == Verdict::keep ? 1U : 0U;
    counts.identical += verdict == Verdict::same ? 1U : 0U;
}

bool brings(Verdict verdict) {
    return verdict == Verdict::add || verdict == Verdict::replace;
}

}  // namespace

template <typename Record>
Decision Comparison::beside(const Stored<Record>& theirs, const Stored<Record>& ours) {
    const Stamp here{ours.revision.clock, devices_.id_of(ours.revision.device)};
    const Stamp there{theirs.revision.clock, their_device(theirs.revision.device)};
    if (theirs.record == ours.record) {
        return {Verdict::same, there > here};
    }
    const bool later = there != here ? there > here : image_of(theirs.record) > image_of(ours.record);
    return later ? Decision{Verdict::replace, true} : Decision{Verdict::keep, false};
}

template <typename Record>
Decision Comparison::decide(const Stored<Record>& theirs) {
    const auto ours = stored(tables_, theirs.record);
    if (ours) {
        return beside(theirs, *ours);
    }
    const Kind kind = kind_of(theirs.record);
    if (is_record(kind)) {
        const std::string id = key_of(theirs.record);
        if (tables_.contains(kind == Kind::session ? Kind::checkin : Kind::session, id)) {
            Failure failure;
            failure.problem = Problem::id_taken;
            failure.id = id;
            throw failure;
        }
        if (const auto gone = trash_.tombstone(id)) {
            const Stamp here{gone->clock, devices_.id_of(gone->device)};
            const Stamp there{theirs.revision.clock, their_device(theirs.revision.device)};
            return there > here ? Decision{Verdict::add, true} : Decision{Verdict::keep, false};
        }
    }
    return {Verdict::add, true};
}

std::optional<Revision> Comparison::revision_here(const std::string& id) {
    const auto session = tables_.revision(Kind::session, id);
    return session ? session : tables_.revision(Kind::checkin, id);
}

Decision Comparison::decide(const Tombstone& theirs) {
    const Stamp there{theirs.clock, their_device(theirs.device)};
    if (const auto record = revision_here(theirs.id)) {
        const bool later = there >= Stamp{record->clock, devices_.id_of(record->device)};
        return later ? Decision{Verdict::remove, true} : Decision{Verdict::keep, false};
    }
    const auto gone = trash_.tombstone(theirs.id);
    return {Verdict::none, !gone || there > Stamp{gone->clock, devices_.id_of(gone->device)}};
}

MergeCounts Comparison::each(const Take& take) {
    MergeCounts counts;
    Tables theirs(other_.connection());
    theirs.each_stored_area([&](const Stored<Area>& area) {
        const Decision decision = decide(area);
        counts.areas += brings(decision.verdict) ? 1U : 0U;
        take.area(area, decision);
    });
    theirs.each_stored_tool([&](const Stored<Tool>& tool) {
        const Decision decision = decide(tool);
        // One that sessions here have, and that is not known as retired, is offered anyway.
        const bool tells = decision.verdict == Verdict::replace ||
                           (decision.verdict == Verdict::add &&
                            (tool.record.retired || tables_.sessions_with(tool.record.name).empty()));
        counts.tools += tells ? 1U : 0U;
        take.tool(tool, decision);
    });
    if (const auto profile = theirs.profile()) {
        const Decision decision = decide(*profile);
        counts.profile = brings(decision.verdict);
        take.profile(*profile, decision);
    }
    theirs.each_stored_session([&](const Stored<Session>& session) {
        const Decision decision = decide(session);
        count_record(decision.verdict, counts);
        take.session(session, decision);
    });
    theirs.each_stored_checkin([&](const Stored<CheckIn>& checkin) {
        const Decision decision = decide(checkin);
        count_record(decision.verdict, counts);
        take.checkin(checkin, decision);
    });
    Trash(other_.connection()).each_tombstone([&](const Tombstone& tombstone) {
        const Decision decision = decide(tombstone);
        count_record(decision.verdict, counts);
        take.tombstone(tombstone, decision);
    });
    return counts;
}

}  // namespace unknot::storage
