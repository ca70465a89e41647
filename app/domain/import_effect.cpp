#include "app/domain/import_effect.h"

#include <algorithm>
#include <string_view>
#include <unordered_map>

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

/// The log as it would be while the files come in: the newest state of each id.
class Standing {
public:
    explicit Standing(const Snapshot& snapshot) {
        for (const auto& [area, records] : snapshot.areas) {
            for (const auto& session : records->sessions) {
                sessions_[session->id.text] = session.get();
            }
            for (const auto& checkin : records->checkins) {
                checkins_[checkin->id.text] = checkin.get();
            }
        }
    }

    ImportEffect put(const Session& record, const ImportRecords& file) {
        return put(record, file, sessions_, checkins_, replaced_sessions_);
    }
    ImportEffect put(const CheckIn& record, const ImportRecords& file) {
        return put(record, file, checkins_, sessions_, replaced_checkins_);
    }

private:
    template <typename Record>
    using ById = std::unordered_map<std::string_view, const Record*>;

    template <typename Record, typename Other>
    static ImportEffect put(const Record& record, const ImportRecords& file, ById<Record>& same,
                            const ById<Other>& others, std::vector<std::unique_ptr<Record>>& replaced) {
        if (others.contains(record.id.text)) {
            return ImportEffect::refused;
        }
        const auto at = same.find(record.id.text);
        if (at == same.end()) {
            same[record.id.text] = &record;
            return ImportEffect::added;
        }
        auto filled = std::make_unique<Record>(record);
        keep_omitted(*filled, *at->second, file.omitted);
        const ImportEffect done = effect_on(*at->second, *filled, file.update);
        if (done == ImportEffect::replaced) {
            at->second = filled.get();
            replaced.push_back(std::move(filled));
        }
        return done;
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

void count(ImportPlan& plan, const ImportedAt& at) {
    switch (at.effect) {
        case ImportEffect::added: ++plan.added; break;
        case ImportEffect::unchanged: ++plan.unchanged; break;
        case ImportEffect::refused: plan.possible = false; [[fallthrough]];
        default: plan.others.push_back(at);
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
            count(plan, {f, true, i, standing.put(file.sessions[i], file)});
        }
        for (std::size_t i = 0; i < file.checkins.size(); ++i) {
            count(plan, {f, false, i, standing.put(file.checkins[i], file)});
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
