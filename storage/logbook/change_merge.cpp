#include "storage/logbook/change.h"
#include "storage/logbook/merge.h"
#include "storage/logbook/record_traits.h"

#include <algorithm>

namespace unknot::storage {

// Joining another machine's log. What is taken keeps its revision, so that every log says the same of it in
// the end; its state is the merge's, by which undo finds it. Taking a merge back puts back the revisions from
// before: it is as if the merge had not been, for other machines too, and merging again brings it again.

namespace {

/// What a merge left of a thing that it kept the state from before of.
enum class Left : std::uint8_t { other, same, gone };

/// One thing as it was before the merge, as the undo step keeps it.
struct Before {
    Left left = Left::other;
    std::optional<Revision> was;        ///< empty: nothing was known of it
    std::optional<std::string> record;  ///< its image; without one, and with `was`: a tombstone
    std::optional<TrashedRecord> trash;
};

std::string text_of(const Before& before) {
    nlohmann::json json{{"left", static_cast<int>(before.left)}};
    if (before.was) {
        json["was"] = {before.was->clock, before.was->device};
    }
    if (before.record) {
        json["record"] = *before.record;
    }
    if (before.trash) {
        json["trash"] = {static_cast<int>(before.trash->kind), before.trash->content,
                         before.trash->deleted_ms};
    }
    return json.dump();
}

Before before_from(const std::string& id, std::int64_t state, const std::string& image) {
    const auto json = nlohmann::json::parse(image);
    Before before;
    before.left = static_cast<Left>(json.at("left").get<int>());
    if (json.contains("was")) {
        before.was = Revision{json["was"].at(0), json["was"].at(1), state};
    }
    if (json.contains("record")) {
        before.record = json["record"].get<std::string>();
    }
    if (json.contains("trash")) {
        const auto& trash = json["trash"];
        before.trash = TrashedRecord{static_cast<Kind>(trash.at(0).get<int>()), id,
                                     trash.at(1).get<std::string>(), trash.at(2).get<std::int64_t>()};
    }
    return before;
}

Failure changed_since_merge(const std::string& id) {
    Failure failure;
    failure.problem = Problem::changed_since;
    failure.id = id;
    return failure;
}

}  // namespace

Applied Change::merge(OtherLog& other, MergeCounts& counts) {
    // Later than everything that is known from now on: what is said here next is the latest word.
    revision_.clock = std::max(revision_.clock, other.latest_clock() + 1);
    revision_.state = revision_.clock;
    Comparison comparison(connection_, other);
    const auto take = [&](const auto& theirs, const Decision& decision) {
        if (decision.writes) {
            take_over(theirs.record,
                      {theirs.revision.clock,
                       devices_.number_of(comparison.their_device(theirs.revision.device)), revision_.clock});
        }
    };
    const auto take_deletion = [&](const Tombstone& theirs, const Decision& decision) {
        if (decision.writes) {
            take_over({theirs.id, theirs.clock, devices_.number_of(comparison.their_device(theirs.device))});
        }
    };
    counts = comparison.each({take, take, take, take, take, take_deletion});
    Applied applied;
    applied.what = Applied::What::merged;
    applied.count = counts.changes();
    return finished(std::move(applied));
}

template <typename Record>
void Change::take_over(const Record& record, Revision revision) {
    const Kind kind = kind_of(record);
    const std::string id = key_of(record);
    const auto ours = stored(tables_, record);
    Before before;
    if (ours) {
        before.left = ours->record == record ? Left::same : Left::other;
        before.was = ours->revision;
        before.record = image_of(ours->record);
        // The steps that gave it this content can still be taken back.
        revision.state = before.left == Left::same ? ours->revision.state : revision.state;
    } else if (const auto gone = is_record(kind) ? trash_.tombstone(id) : std::nullopt) {
        before.was = Revision{gone->clock, gone->device, 0};
        before.trash = trash_.find(id);
        trash_.forget(id);
    }
    tables_.put(record, revision);
    others_changed_ = true;
    if constexpr (std::is_same_v<Record, Session> || std::is_same_v<Record, CheckIn>) {
        records_.push_back({kind, id, ours ? ours->record.area.str() : std::string(), record.area});
        if (!before.was) {
            ++added_;  // undo finds it by its state
            return;
        }
    }
    before_.push_back({kind, id, text_of(before), before.was ? before.was->state : 0});
}

void Change::take_over(const Tombstone& tombstone) {
    const std::string& id = tombstone.id;
    Before before;
    before.left = Left::gone;
    Kind kind = Kind::session;
    const auto remove_row = [&](const auto& ours) {
        kind = kind_of(ours.record);
        before.was = ours.revision;
        before.record = image_of(ours.record);
        tables_.remove(kind, id);
        trash_.put_content({kind, id, *before.record, now_.utc_ms});
        records_.push_back({kind, id, ours.record.area, ""});
    };
    if (const auto session = tables_.session(id)) {
        remove_row(*session);
    } else if (const auto checkin = tables_.checkin(id)) {
        remove_row(*checkin);
    } else if (const auto gone = trash_.tombstone(id)) {
        before.was = Revision{gone->clock, gone->device, 0};
        before.trash = trash_.find(id);
    }
    trash_.put_tombstone(tombstone);
    others_changed_ = true;
    before_.push_back({kind, id, text_of(before), before.was ? before.was->state : 0});
}

void Change::take_back_merge(const UndoStep& step, const std::vector<UndoChange>& changes) {
    others_changed_ = true;
    for (const auto& [kind, id] : added_by(step, changes)) {
        const std::string area =
            kind == Kind::session ? tables_.session(id)->record.area : tables_.checkin(id)->record.area;
        tables_.remove(kind, id);
        records_.push_back({kind, id, area, ""});
    }
    // Areas go last: only where nothing is left in them.
    std::vector<const UndoChange*> ordered;
    ordered.reserve(changes.size());
    for (const UndoChange& change : changes) {
        ordered.push_back(&change);
    }
    std::stable_partition(ordered.begin(), ordered.end(),
                          [](const UndoChange* change) { return change->kind != Kind::own_area; });
    for (const UndoChange* change : ordered) {
        take_back_merged(step, *change);
    }
}

void Change::take_back_merged(const UndoStep& step, const UndoChange& change) {
    const std::string& id = change.id;
    if (!change.content) {
        throw DamagedRecord{id};
    }
    const Before before = read_image(
        id, *change.content, [&](const std::string& image) { return before_from(id, change.state, image); });
    const auto present = tables_.revision(change.kind, id);
    const bool as_left =
        before.left == Left::gone
            ? !present && trash_.tombstone(id)
            : present && present->state == (before.left == Left::same ? change.state : step.clock);
    if (!as_left) {
        throw changed_since_merge(id);
    }
    if (before.record) {
        put_back(change.kind, id, *before.record, *before.was);
        return;
    }
    if (change.kind == Kind::own_area && tables_.has_records(id)) {
        throw changed_since_merge(id);
    }
    if (present) {
        if (is_record(change.kind)) {
            const std::string area = change.kind == Kind::session ? tables_.session(id)->record.area
                                                                  : tables_.checkin(id)->record.area;
            records_.push_back({change.kind, id, area, ""});
        }
        tables_.remove(change.kind, id);
    }
    if (is_record(change.kind)) {
        trash_.forget_tombstone(id);
        if (before.was) {
            trash_.put_tombstone({id, before.was->clock, before.was->device});
        }
        if (before.trash) {
            trash_.put_content(*before.trash);
        }
    }
}

/// A row as it was, under its revision from before.
void Change::put_back(Kind kind, const std::string& id, const std::string& image, const Revision& revision) {
    const auto put_record = [&](const auto& record) {
        const auto there = stored(tables_, record);
        tables_.put(record, revision);
        trash_.forget(id);
        records_.push_back({kind, id, there ? there->record.area.str() : std::string(), record.area});
    };
    switch (kind) {
        case Kind::session: put_record(read_image(id, image, session_from)); break;
        case Kind::checkin: put_record(read_image(id, image, checkin_from)); break;
        case Kind::own_area: tables_.put(read_image(id, image, area_from), revision); break;
        case Kind::profile: tables_.put(read_image(id, image, profile_from), revision); break;
        case Kind::tool: tables_.put(read_image(id, image, tool_from), revision); break;
    }
}

}  // namespace unknot::storage
