#include "app/domain/import_effect.h"

#include <algorithm>
#include <string_view>
#include <unordered_map>
#include <utility>

namespace unknot {

namespace {

template <typename Record>
ImportEffect effect(const Record& there, Record record, bool update) {
    const std::optional<Instant> entered_at = record.entered_at;
    record.entered_at = there.entered_at;
    if (record == there) {
        return ImportEffect::unchanged;
    }
    if (!update) {
        return ImportEffect::refused;
    }
    const bool newer = entered_at && (!there.entered_at || earlier(*there.entered_at, *entered_at));
    return newer ? ImportEffect::replaced : ImportEffect::kept;
}

template <typename Value>
void keep(Value& value, const Value& there, FieldSet omitted, Field field) {
    if (omitted.contains(field)) {
        value = there;
    }
}

void compare(FieldSet& differing, Field field, bool same) {
    if (!same) {
        differing.insert(field);
    }
}

FieldSet differing(const Session& a, const Session& b) {
    FieldSet fields;
    compare(fields, Field::area, a.area == b.area);
    compare(fields, Field::side, a.side == b.side);
    compare(fields, Field::started_at, a.started_at == b.started_at);
    compare(fields, Field::pressure, a.pressure == b.pressure);
    compare(fields, Field::duration, a.duration == b.duration);
    compare(fields, Field::soreness_before, a.soreness_before == b.soreness_before);
    compare(fields, Field::sensations, a.sensations == b.sensations);
    compare(fields, Field::screening, a.screening == b.screening);
    compare(fields, Field::tool, a.tool == b.tool);
    compare(fields, Field::note, a.note == b.note);
    return fields;
}

FieldSet differing(const CheckIn& a, const CheckIn& b) {
    FieldSet fields;
    compare(fields, Field::area, a.area == b.area);
    compare(fields, Field::side, a.side == b.side);
    compare(fields, Field::at, a.at == b.at);
    compare(fields, Field::soreness, a.soreness == b.soreness);
    compare(fields, Field::symptoms, a.symptoms == b.symptoms);
    compare(fields, Field::note, a.note == b.note);
    return fields;
}

std::optional<int> level_of(const Session& session) {
    return number(session.pressure);
}

std::optional<int> level_of(const CheckIn& checkin) {
    return checkin.soreness ? std::optional(checkin.soreness->value()) : std::nullopt;
}

RecordThere there_of(const Session& session) {
    return {true, session.area, session.side, session.started_at, {}, level_of(session), {}};
}

RecordThere there_of(const CheckIn& checkin) {
    return {false, checkin.area, checkin.side, checkin.at, {}, level_of(checkin), {}};
}

struct Met {
    ImportEffect effect = ImportEffect::added;
    RecordThere there = {};  ///< of the effects that a preview names
};

/// The log as it would be while the files come in: the newest state of each id.
class Standing {
public:
    explicit Standing(const Snapshot& snapshot) {
        for (const auto& [area, records] : snapshot.areas) {
            for (const auto& session : records->sessions) {
                sessions_[session->id] = session.get();
            }
            for (const auto& checkin : records->checkins) {
                checkins_[checkin->id] = checkin.get();
            }
        }
    }

    Met put(const Session& record, const ImportRecords& file) {
        return put(record, file, sessions_, checkins_, replaced_sessions_);
    }
    Met put(const CheckIn& record, const ImportRecords& file) {
        return put(record, file, checkins_, sessions_, replaced_checkins_);
    }

private:
    template <typename Record>
    using ById = std::unordered_map<RecordId, const Record*>;

    template <typename Record, typename Other>
    static Met put(const Record& record, const ImportRecords& file, ById<Record>& same,
                   const ById<Other>& others, std::vector<std::unique_ptr<Record>>& replaced) {
        if (const auto other = others.find(record.id); other != others.end()) {
            return {ImportEffect::refused, there_of(*other->second)};
        }
        const auto at = same.find(record.id);
        if (at == same.end()) {
            same[record.id] = &record;
            return {ImportEffect::added};
        }
        auto filled = std::make_unique<Record>(record);
        keep_omitted(*filled, *at->second, file.omitted);
        Met met{effect_on(*at->second, *filled, file.update)};
        if (met.effect == ImportEffect::unchanged) {
            return met;
        }
        met.there = there_of(*at->second);
        met.there.differing = differing(*at->second, *filled);
        met.there.file_level = level_of(*filled);
        if (met.effect == ImportEffect::replaced) {
            at->second = filled.get();
            replaced.push_back(std::move(filled));
        }
        return met;
    }

    ById<Session> sessions_;
    ById<CheckIn> checkins_;
    std::vector<std::unique_ptr<Session>> replaced_sessions_;
    std::vector<std::unique_ptr<CheckIn>> replaced_checkins_;
};

/// How many of these names `sorted` does not have.
std::size_t count_missing(const std::vector<std::string>& names, const std::vector<std::string>& sorted) {
    return static_cast<std::size_t>(std::count_if(names.begin(), names.end(), [&](const std::string& name) {
        return !std::binary_search(sorted.begin(), sorted.end(), name);
    }));
}

void count(ImportPlan& plan, ImportedAt at, Met met) {
    at.effect = met.effect;
    at.there = std::move(met.there);
    switch (at.effect) {
        case ImportEffect::added: ++plan.added; break;
        case ImportEffect::unchanged: ++plan.unchanged; break;
        case ImportEffect::refused: plan.possible = false; [[fallthrough]];
        default: plan.others.push_back(std::move(at));
    }
}

}  // namespace

void keep_omitted(Session& record, const Session& there, FieldSet omitted) {
    keep(record.duration, there.duration, omitted, Field::duration);
    keep(record.soreness_before, there.soreness_before, omitted, Field::soreness_before);
    keep(record.sensations, there.sensations, omitted, Field::sensations);
    keep(record.screening, there.screening, omitted, Field::screening);
    keep(record.tool, there.tool, omitted, Field::tool);
    keep(record.note, there.note, omitted, Field::note);
}

void keep_omitted(CheckIn& record, const CheckIn& there, FieldSet omitted) {
    keep(record.soreness, there.soreness, omitted, Field::soreness);
    keep(record.symptoms, there.symptoms, omitted, Field::symptoms);
    keep(record.note, there.note, omitted, Field::note);
}

ImportEffect effect_on(const Session& there, const Session& record, bool update) {
    return effect(there, record, update);
}

ImportEffect effect_on(const CheckIn& there, const CheckIn& record, bool update) {
    return effect(there, record, update);
}

ImportPlan plan_import(const Snapshot& snapshot, const ImportFiles& brought) {
    ImportPlan plan;
    Standing standing(snapshot);
    Profile profile = snapshot.profile;
    bool answered = snapshot.profile_asked;
    for (std::size_t f = 0; f < brought.files.size(); ++f) {
        const ImportRecords& file = brought.files[f];
        for (std::size_t i = 0; i < file.sessions.size(); ++i) {
            count(plan, {f, true, i}, standing.put(file.sessions[i], file));
        }
        for (std::size_t i = 0; i < file.checkins.size(); ++i) {
            count(plan, {f, false, i}, standing.put(file.checkins[i], file));
        }
        for (const Area& area : file.areas) {
            const Area* there = snapshot.catalogue->find(area.id);
            plan.areas += there == nullptr || *there != area ? 1U : 0U;
        }
        plan.tools += count_missing(file.retired_tools, snapshot.retired_tools) +
                      count_missing(file.tools, snapshot.added_tools);
        if (file.profile && (!answered || *file.profile != profile)) {
            profile = *file.profile;
            answered = true;
            plan.profile = true;
        }
    }
    return plan;
}

}  // namespace unknot
