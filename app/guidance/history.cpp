#include "app/guidance/flags.h"
#include "app/guidance/person.h"
#include "app/guidance/timeline.h"

#include <algorithm>
#include <map>

namespace unknot::guidance {

namespace {

/// The flags standing on successive days, merged into intervals. A day that is left out is like the last one
/// put.
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

std::vector<Flag> flags_on(const TrackWalk& walk, Look& look) {
    return track_flags(walk, standing_on(walk, look), look);
}

/// Told check-ins only, and only of the whole person.
class PersonWalk {
public:
    void take(Sessions /*sessions*/, CheckIns checkins) {
        for (const CheckIn* checkin : checkins) {
            reports_.take(*checkin);
        }
    }
    [[nodiscard]] const SignReports& reports() const { return reports_; }

private:
    SignReports reports_ = reports_of_person();
};

std::vector<Flag> flags_on(const PersonWalk& walk, Look& look) {
    const auto flag = walk.reports().flag(look);
    return flag ? std::vector<Flag>{*flag} : std::vector<Flag>{};
}

/// The flags from `day` to `until`, both included. They are asked for again on each day on which an answer
/// about the time that has passed turns; in between they are the same (Look).
template <typename Walk>
void put_days(Merger& merger, const Walk& walk, LocalDay day, LocalDay until) {
    for (std::optional<LocalDay> next = day; next && *next <= until;) {
        Look look(*next, Look::Detail::codes);
        merger.put(*next, flags_on(walk, look));
        next = look.next_change();
    }
}

/// One pass: each stretch is walked once. Only where its local days interleave (the clock's offset jumped) is
/// each of them but the last answered by a copy that walks the records up to that day.
template <typename Walk>
std::vector<FlagInterval> intervals(const TrackRecords& records, LocalDay last_day) {
    Walk walk;
    Merger merger;
    const std::vector<Stretch> stretches = stretches_of(records);
    for (std::size_t i = 0; i < stretches.size(); ++i) {
        const Stretch& stretch = stretches[i];
        for (std::size_t k = 0; k + 1 < stretch.days.size(); ++k) {
            const TrackRecords so_far = up_to(stretch, stretch.days[k]);
            Walk until_then = walk;
            until_then.take(so_far.sessions, so_far.checkins);
            put_days(merger, until_then, stretch.days[k], stretch.days[k + 1] - 1);
        }
        walk.take(stretch.sessions, stretch.checkins);
        const LocalDay until = i + 1 < stretches.size() ? stretches[i + 1].days.front() - 1 : last_day;
        put_days(merger, walk, stretch.days.back(), until);
    }
    return std::move(merger).finished();
}

/// Every check-in of the log that answered the question about warning signs, by time, then id.
TrackRecords answers_of_person(const Snapshot& snapshot) {
    TrackRecords answers;
    for (const auto& [area, records] : snapshot.areas) {
        for (const auto& checkin : records->checkins) {
            if (checkin->symptoms) {
                answers.checkins.push_back(checkin.get());
            }
        }
    }
    std::sort(answers.checkins.begin(), answers.checkins.end(), [](const CheckIn* a, const CheckIn* b) {
        return a->at.utc_ms != b->at.utc_ms ? a->at.utc_ms < b->at.utc_ms : a->id < b->id;
    });
    return answers;
}

bool anybody_reported(const Snapshot& snapshot) {
    return std::any_of(snapshot.areas.begin(), snapshot.areas.end(), [](const auto& area) {
        return latest_person_report(*area.second, area.second->checkins.size()) != nullptr;
    });
}

}  // namespace

FlagHistory history(const Snapshot& snapshot, LocalDay last_day) {
    FlagHistory history;
    for (const auto& [area, records] : snapshot.areas) {
        const SideRecords sides = by_side(*records, {records->sessions.size(), records->checkins.size()});
        for (std::size_t side = 0; side < sides.size(); ++side) {
            auto of_track = intervals<TrackWalk>(until_day(sides[side], last_day), last_day);
            if (!of_track.empty()) {
                history.tracks.emplace(TrackKey{area, static_cast<Side>(side)}, std::move(of_track));
            }
        }
    }
    if (anybody_reported(snapshot)) {
        history.global = intervals<PersonWalk>(until_day(answers_of_person(snapshot), last_day), last_day);
    }
    return history;
}

}  // namespace unknot::guidance
