#include "app/guidance/evaluate_track.h"

#include "app/guidance/flags.h"

#include <algorithm>
#include <set>
#include <tuple>

namespace unknot::guidance {

namespace {

std::set<Side> tracked_sides(const AreaRecords& area, const Counts& counts) {
    std::set<Side> sides;
    const auto add = [&](Side side, const Instant& at) {
        if (!counts(at)) {
            return;
        }
        if (side == Side::both) {
            sides.insert({Side::left, Side::right});
        } else {
            sides.insert(side);
        }
    };
    for (const auto& session : area.sessions) {
        add(session->side, session->started_at);
    }
    for (const auto& checkin : area.checkins) {
        add(checkin->side, checkin->at);
    }
    return sides;
}

/// Most serious first, then the oldest, then by the order of the rules.
void sort_flags(std::vector<Flag>& flags) {
    for (Flag& flag : flags) {
        tidy_evidence(flag);
    }
    std::stable_sort(flags.begin(), flags.end(), [](const Flag& a, const Flag& b) {
        const auto key = [](const Flag& f) {
            return std::tuple(-static_cast<int>(f.tier), f.since.value_or(LocalDay{0}), f.code);
        };
        return key(a) < key(b);
    });
}

void add(std::vector<Flag>& flags, std::optional<Flag> flag) {
    if (flag) {
        flags.push_back(std::move(*flag));
    }
}

void describe_episode(TrackGuidance& track, const Standing& standing, const Replay& replay, LocalDay today) {
    if (!replay.ratings.empty()) {
        track.latest_rating = replay.ratings.back();
    }
    if (!standing.episode) {
        return;
    }
    const SessionDay& last = replay.days.back();
    track.session_day = last.day;
    track.follow_up_day = today - last.day;
    for (const auto& session : last.sessions) {
        track.session_day_sessions.push_back(session->id);
    }
    const Episode& e = *standing.episode;
    if (e.base_known) {
        track.starting_level = Soreness::of(e.base);
        track.starting_level_evidence = e.base_evidence;
    }
    track.settled_line = Soreness::of(e.line);
    for (const EvidenceRating& value : e.values) {
        track.day_values.push_back({value.day, value.soreness, value.record});
    }
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

/// The rules once, evidence as each flag names it.
TrackGuidance judge(const TrackRecords& records, LocalDay today, const std::optional<Instant>& now) {
    Replay walked = replay(records);
    std::optional<Flag> building = building_across_sessions(walked, today);
    const Standing standing = standing_on(walked, today);

    TrackGuidance track;
    track.state = standing.state;
    track.flags = episode_flags(standing, today);
    const bool severe_stands = std::any_of(track.flags.begin(), track.flags.end(),
                                           [](const Flag& flag) { return flag.code == FlagCode::severe; });
    if (!severe_stands) {  // severe is severe, with or without a linked session
        add(track.flags, unlinked_severe(walked, today));
    }
    add(track.flags, std::move(building));
    add(track.flags, pressure_too_high(walked));
    add(track.flags, contraindication(records, today));
    add(track.flags, red_flag(records, today));
    add(track.flags, ongoing(walked, today));
    sort_flags(track.flags);
    track.tier = track.flags.empty() ? Tier::none : track.flags.front().tier;
    track.next = next_session(standing, walked, track.tier, today);
    track.due = check_in_due(standing, walked, records, track.flags, today, now);
    describe_episode(track, standing, walked, today);
    return track;
}

TrackRecords only_evidence(const TrackRecords& records, const Flag& flag) {
    const auto is_evidence = [&](const RecordId& id) {
        return std::binary_search(flag.evidence.begin(), flag.evidence.end(), id);
    };
    TrackRecords alone{records.key, {}, {}};
    std::copy_if(records.sessions.begin(), records.sessions.end(), std::back_inserter(alone.sessions),
                 [&](const auto& session) { return is_evidence(session->id); });
    std::copy_if(records.checkins.begin(), records.checkins.end(), std::back_inserter(alone.checkins),
                 [&](const auto& checkin) { return is_evidence(checkin->id); });
    return alone;
}

/// Evidence must carry its flag alone. A starting level can hang on earlier episodes, and these on others
/// again; where the named records alone give another answer, the flag rests on all that the track holds, and
/// says so.
void make_evidence_sufficient(Flag& flag, const TrackRecords& records, LocalDay today) {
    const TrackGuidance alone = judge(only_evidence(records, flag), today, std::nullopt);
    const bool stands = std::any_of(alone.flags.begin(), alone.flags.end(), [&](const Flag& other) {
        return other.code == flag.code && other.tier == flag.tier;
    });
    if (stands) {
        return;
    }
    for (const auto& session : records.sessions) {
        flag.evidence.push_back(session->id);
    }
    for (const auto& checkin : records.checkins) {
        flag.evidence.push_back(checkin->id);
    }
    tidy_evidence(flag);
}

}  // namespace

TrackGuidance evaluate_track(const TrackRecords& records, LocalDay today, const std::optional<Instant>& now) {
    TrackGuidance track = judge(records, today, now);
    if (now) {  // flags over time show no evidence
        for (Flag& flag : track.flags) {
            make_evidence_sufficient(flag, records, today);
        }
    }
    return track;
}

Guidance evaluate_counting(const Snapshot& snapshot, const Counts& counts, LocalDay today,
                           const std::optional<Instant>& now, const Profile& profile) {
    Guidance guidance;
    guidance.today = today;
    std::vector<std::shared_ptr<const CheckIn>> checkins;
    for (const auto& [area, records] : snapshot.areas) {
        for (const Side side : tracked_sides(*records, counts)) {
            const TrackKey key{area, side};
            guidance.tracks[key] = std::make_shared<TrackGuidance>(
                evaluate_track(records_of(*records, key, counts), today, now));
        }
        std::copy_if(records->checkins.begin(), records->checkins.end(), std::back_inserter(checkins),
                     [&](const auto& checkin) { return counts(checkin->at); });
    }
    std::sort(checkins.begin(), checkins.end(), [](const auto& a, const auto& b) {
        return std::tie(a->at.utc_ms, a->id) < std::tie(b->at.utc_ms, b->id);
    });
    guidance.global = whole_person_flags(checkins, profile, today);
    sort_flags(guidance.global);
    guidance.global_next = global_next(guidance.global);
    return guidance;
}

Guidance evaluate(const Snapshot& snapshot, const Instant& as_of) {
    const std::int64_t limit = as_of.utc_ms + future_tolerance_minutes * 60'000LL;
    const Counts counts = [limit](const Instant& at) { return at.utc_ms <= limit; };
    Guidance guidance = evaluate_counting(snapshot, counts, local_day(as_of), as_of, snapshot.profile);
    guidance.as_of = as_of;
    for (const auto& [area, records] : snapshot.areas) {
        for (const auto& session : records->sessions) {
            if (!counts(session->started_at)) {
                guidance.ignored_future.push_back(session->id);
            }
        }
        for (const auto& checkin : records->checkins) {
            if (!counts(checkin->at)) {
                guidance.ignored_future.push_back(checkin->id);
            }
        }
    }
    std::sort(guidance.ignored_future.begin(), guidance.ignored_future.end());
    return guidance;
}

const TrackGuidance* Guidance::find(const TrackKey& key) const {
    const auto found = tracks.find(key);
    return found == tracks.end() ? nullptr : found->second.get();
}

}  // namespace unknot::guidance
