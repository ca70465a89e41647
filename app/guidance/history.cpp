#include "app/guidance/evaluate_track.h"

#include <algorithm>

namespace unknot::guidance {

namespace {

/// The flags standing on successive days, merged into intervals.
class Merger {
public:
    void put(LocalDay day, const std::vector<Flag>& flags) {
        close_missing(day, flags);
        for (const Flag& flag : flags) {
            const auto [at, begun] =
                open_.try_emplace(flag.code, FlagInterval{flag.code, flag.tier, day, {}, nullptr});
            if (flag.tier >= at->second.tier) {
                at->second.tier = flag.tier;
                at->second.flag = std::make_shared<const Flag>(flag);
            }
        }
    }

    std::vector<FlagInterval> finished() && {
        for (const auto& [code, interval] : open_) {
            done_.push_back(interval);
        }
        std::sort(done_.begin(), done_.end(), [](const FlagInterval& a, const FlagInterval& b) {
            return std::pair(a.from, name_of(a.code)) < std::pair(b.from, name_of(b.code));
        });
        return std::move(done_);
    }

private:
    void close_missing(LocalDay day, const std::vector<Flag>& flags) {
        for (auto at = open_.begin(); at != open_.end();) {
            const bool stands = std::any_of(flags.begin(), flags.end(),
                                            [&](const Flag& flag) { return flag.code == at->first; });
            if (stands) {
                ++at;
                continue;
            }
            at->second.to = day - 1;
            done_.push_back(at->second);
            at = open_.erase(at);
        }
    }

    std::map<FlagCode, FlagInterval> open_;
    std::vector<FlagInterval> done_;
};

std::optional<LocalDay> first_day(const Snapshot& snapshot) {
    std::optional<LocalDay> first;
    const auto take = [&](const Instant& at) {
        const LocalDay day = local_day(at);
        first = first ? std::min(*first, day) : day;
    };
    for (const auto& [area, records] : snapshot.areas) {
        for (const auto& session : records->sessions) {
            take(session->started_at);
        }
        for (const auto& checkin : records->checkins) {
            take(checkin->at);
        }
    }
    return first;
}

}  // namespace

FlagHistory history(const Snapshot& snapshot, LocalDay last_day) {
    FlagHistory history;
    const auto first = first_day(snapshot);
    if (!first) {
        return history;
    }
    std::map<TrackKey, Merger> tracks;
    Merger global;
    for (LocalDay day = *first; day <= last_day; day = day + 1) {
        const Counts counts = [day](const Instant& at) { return local_day(at) <= day; };
        const Guidance guidance = evaluate_counting(snapshot, counts, day, std::nullopt, Profile{});
        for (const auto& [key, track] : guidance.tracks) {
            tracks[key].put(day, track->flags);
        }
        global.put(day, guidance.global);
    }
    for (auto& [key, merger] : tracks) {
        auto intervals = std::move(merger).finished();
        if (!intervals.empty()) {
            history.tracks[key] = std::move(intervals);
        }
    }
    history.global = std::move(global).finished();
    return history;
}

}  // namespace unknot::guidance
