#include "app/guidance/evaluator.h"

#include "app/domain/on_all_cores.h"
#include "app/domain/validation.h"
#include "app/guidance/evaluate_track.h"
#include "app/guidance/person.h"

#include <algorithm>
#include <utility>

namespace unknot::guidance {

namespace {

constexpr std::array<Side, 3> track_sides{Side::left, Side::right, Side::center};

std::int64_t counts_until(const Instant& as_of) {
    return plus_seconds(as_of, future_tolerance_seconds).utc_ms;
}

GlobalNext global_next(const std::vector<Flag>& global) {
    GlobalNext next = GlobalNext::none;
    for (const Flag& flag : global) {
        if (flag.code == FlagCode::red_flag) {
            return GlobalNext::stop_seek_care;
        }
        if (flag.code == FlagCode::contraindication) {
            next = GlobalNext::ask_clinician_first;
        }
    }
    return next;
}

void add_future(std::vector<RecordId>& ignored, const AreaRecords& area, const Counted& counted) {
    for (std::size_t i = counted.sessions; i < area.sessions.size(); ++i) {
        ignored.push_back(area.sessions[i]->id);
    }
    for (std::size_t i = counted.checkins; i < area.checkins.size(); ++i) {
        ignored.push_back(area.checkins[i]->id);
    }
}

}  // namespace

/// For the same records: does the answer for another moment stand for this one?
bool Evaluator::still_good(const AreaAnswer& answer, const Instant& as_of) {
    if (local_day(answer.as_of) != local_day(as_of)) {
        return false;
    }
    return std::none_of(answer.tracks.begin(), answer.tracks.end(), [&](const auto& track) {
        return track && (answer.as_of.utc_ms < track->ask_from_ms) != (as_of.utc_ms < track->ask_from_ms);
    });
}

std::size_t Evaluator::refresh(AreaAnswer& answer, const std::shared_ptr<const AreaRecords>& records,
                               const Instant& as_of) {
    const Counted counted = counted_until(*records, counts_until(as_of));
    const Counted before{answer.counted_sessions, answer.counted_checkins};
    const bool same_records = answer.records == records && before == counted;
    if (same_records && still_good(answer, as_of)) {
        answer.as_of = as_of;
        return 0;
    }
    if (!same_records) {
        answer.person_report = latest_person_report(*records, counted.checkins);
    }
    const auto alive = std::exchange(answer.records, records);  // what the memories compare with
    answer.counted_sessions = counted.sessions;
    answer.counted_checkins = counted.checkins;
    answer.as_of = as_of;
    const SideRecords sides = by_side(*records, counted);
    std::size_t asked = 0;
    for (const Side side : track_sides) {
        const TrackRecords& of_side = sides[static_cast<std::size_t>(side)];
        auto& track = answer.tracks[static_cast<std::size_t>(side)];
        track.reset();
        TrackMemory& memory = answer.memories[static_cast<std::size_t>(side)];
        const TrackWalk walk = memory.walk(of_side);
        if (!of_side.empty()) {
            track = std::make_shared<const TrackGuidance>(evaluate_track(walk, of_side, as_of));
            ++asked;
        }
    }
    return asked;
}

void Evaluator::refresh_all(const Snapshot& snapshot, const Instant& as_of) {
    struct Area {
        AreaAnswer* answer;
        const std::shared_ptr<const AreaRecords>* records;
        std::size_t asked = 0;
    };
    std::erase_if(areas_, [&](const auto& answered) { return !snapshot.areas.contains(answered.first); });
    std::vector<Area> areas;
    std::size_t changed = 0;
    for (const auto& [area, records] : snapshot.areas) {
        areas.push_back({&areas_[area], &records});
        if (areas.back().answer->records != records) {
            changed += records->sessions.size() + records->checkins.size();
        }
    }
    const auto ask = [&](std::size_t i) {
        areas[i].asked = refresh(*areas[i].answer, *areas[i].records, as_of);
    };
    on_cores(areas.size(), changed, ask);
    tracks_asked_ = 0;
    for (const Area& area : areas) {
        tracks_asked_ += area.asked;
    }
}

Guidance Evaluator::evaluate(const Snapshot& snapshot, const Instant& as_of) {
    refresh_all(snapshot, as_of);
    Guidance guidance;
    guidance.as_of = as_of;
    guidance.today = local_day(as_of);
    std::vector<PersonRecords> person;
    for (const auto& [area, records] : snapshot.areas) {
        const AreaAnswer& answer = areas_[area];
        for (const Side side : track_sides) {
            if (const auto& track = answer.tracks[static_cast<std::size_t>(side)]) {
                guidance.tracks.emplace(TrackKey{area, side}, track);
            }
        }
        person.push_back({records.get(), answer.counted_checkins, answer.person_report});
        add_future(guidance.ignored_future, *records, {answer.counted_sessions, answer.counted_checkins});
    }
    std::sort(guidance.ignored_future.begin(), guidance.ignored_future.end());
    Look look(guidance.today, Look::Detail::whole);
    guidance.global = person_flags(person, snapshot.profile, look);
    guidance.global_next = global_next(guidance.global);
    return guidance;
}

Guidance evaluate(const Snapshot& snapshot, const Instant& as_of) {
    return Evaluator().evaluate(snapshot, as_of);
}

std::vector<Flag> evaluate_person(const Snapshot& snapshot, const Instant& as_of) {
    std::vector<PersonRecords> person;
    for (const auto& [area, records] : snapshot.areas) {
        const Counted counted = counted_until(*records, counts_until(as_of));
        person.push_back({records.get(), counted.checkins, latest_person_report(*records, counted.checkins)});
    }
    Look look(local_day(as_of), Look::Detail::whole);
    return person_flags(person, snapshot.profile, look);
}

const TrackGuidance* Guidance::find(const TrackKey& key) const {
    const auto found = tracks.find(key);
    return found == tracks.end() ? nullptr : found->second.get();
}

}  // namespace unknot::guidance
