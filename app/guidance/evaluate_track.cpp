#include "app/guidance/evaluate_track.h"

#include "app/guidance/flags.h"

#include <algorithm>
#include <tuple>

namespace unknot::guidance {

namespace {

void describe_episode(TrackGuidance& track, const Standing& standing, const TrackWalk& walk, LocalDay today) {
    const EpisodeWalk& episodes = walk.episodes();
    if (episodes.latest()) {
        track.latest_rating = shown(*episodes.latest());
    }
    if (standing.episode == nullptr) {
        return;
    }
    const SessionDay& last = *episodes.last();
    track.session_day = last.day;
    track.follow_up_day = today - last.day;
    track.ask_from_ms = check_in_from(last.end_ms);
    for (const Session* session : last.sessions) {
        track.session_day_sessions.push_back(session->id);
    }
    const Episode& e = *standing.episode;
    if (e.base_known) {
        track.starting_level = Soreness::of(e.base);
        for (const RecordId* record : *e.base_evidence) {
            track.starting_level_evidence.push_back(*record);
        }
    }
    track.settled_line = Soreness::of(e.line);
    for (const Rating& value : e.values) {
        track.day_values.push_back({value.day, value.soreness, *value.record});
    }
}

/// The records that a flag names. They are looked for from the end, where nearly all of them are.
TrackRecords only_evidence(const TrackRecords& records, const Flag& flag) {
    TrackRecords alone;
    std::size_t missing = flag.evidence.size();
    auto session = records.sessions.rbegin();
    auto checkin = records.checkins.rbegin();
    const auto take = [&](auto& at, auto& found) {
        if (std::binary_search(flag.evidence.begin(), flag.evidence.end(), (*at)->id)) {
            found.push_back(*at);
            --missing;
        }
        ++at;
    };
    while (missing > 0 && (session != records.sessions.rend() || checkin != records.checkins.rend())) {
        const bool next_is_session =
            checkin == records.checkins.rend() ||
            (session != records.sessions.rend() && (*session)->started_at.utc_ms > (*checkin)->at.utc_ms);
        if (next_is_session) {
            take(session, alone.sessions);
        } else {
            take(checkin, alone.checkins);
        }
    }
    std::reverse(alone.sessions.begin(), alone.sessions.end());
    std::reverse(alone.checkins.begin(), alone.checkins.end());
    return alone;
}

/// Evidence must carry its flag alone. A starting level can hang on earlier episodes, and these on others
/// again; where the named records alone give another answer, the flag rests on all that the track holds, and
/// says so.
void make_evidence_sufficient(Flag& flag, const TrackRecords& records, LocalDay today) {
    const TrackRecords evidence = only_evidence(records, flag);
    TrackWalk alone;
    alone.take(evidence.sessions, evidence.checkins);
    Look look(today, Look::Detail::codes);
    const std::vector<Flag> flags = track_flags(alone, standing_on(alone, look), look);
    const bool stands = std::any_of(flags.begin(), flags.end(), [&](const Flag& other) {
        return other.code == flag.code && other.tier == flag.tier;
    });
    if (stands) {
        return;
    }
    for (const Session* session : records.sessions) {
        flag.evidence.push_back(session->id);
    }
    for (const CheckIn* checkin : records.checkins) {
        flag.evidence.push_back(checkin->id);
    }
    tidy_evidence(flag);
}

}  // namespace

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

TrackGuidance evaluate_track(const TrackRecords& records, const Instant& as_of) {
    TrackWalk walk;
    walk.take(records.sessions, records.checkins);
    return evaluate_track(walk, records, as_of);
}

TrackGuidance evaluate_track(const TrackWalk& walk, const TrackRecords& records, const Instant& as_of) {
    Look look(local_day(as_of), Look::Detail::whole);
    const Standing standing = standing_on(walk, look);

    TrackGuidance track;
    track.state = standing.state;
    track.flags = track_flags(walk, standing, look);
    sort_flags(track.flags);
    for (Flag& flag : track.flags) {
        make_evidence_sufficient(flag, records, look.today());
    }
    track.tier = track.flags.empty() ? Tier::none : track.flags.front().tier;
    track.next = next_session(standing, walk, track.tier, look);
    track.due = check_in_due(standing, walk, track.flags, look, as_of);
    describe_episode(track, standing, walk, look.today());
    return track;
}

}  // namespace unknot::guidance
