#include "app/domain/on_all_cores.h"
#include "app/guidance/day_spans.h"
#include "app/guidance/flags.h"
#include "app/guidance/person.h"

#include <algorithm>
#include <array>
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
                open_.try_emplace(flag.code, Open{{flag.code, flag.tier, day, {}, nullptr, day}, true});
            Open& open = at->second;
            if (flag.tier >= open.interval.tier) {
                open.interval.tier = flag.tier;
                open.interval.flag = std::make_shared<const Flag>(flag);
                open.at_tier = true;
            } else if (open.at_tier) {
                open.interval.flag_day = day - 1;
                open.at_tier = false;
            }
        }
    }

    std::vector<FlagInterval> finished(LocalDay last_day) && {
        for (auto& [code, open] : open_) {
            done_.push_back(ended(open, last_day));
        }
        std::sort(done_.begin(), done_.end(), [](const FlagInterval& a, const FlagInterval& b) {
            return std::pair(a.from, name_of(a.code)) < std::pair(b.from, name_of(b.code));
        });
        return std::move(done_);
    }

private:
    struct Open {
        FlagInterval interval;
        bool at_tier = true;  ///< the flag stands at the interval's tier, which may have been higher than now
    };

    static FlagInterval ended(const Open& open, LocalDay last) {
        FlagInterval interval = open.interval;
        interval.flag_day = open.at_tier ? last : interval.flag_day;
        return interval;
    }

    void close_missing(LocalDay day, const std::vector<Flag>& flags) {
        for (auto at = open_.begin(); at != open_.end();) {
            const bool stands = std::any_of(flags.begin(), flags.end(),
                                            [&](const Flag& flag) { return flag.code == at->first; });
            if (stands) {
                ++at;
                continue;
            }
            done_.push_back(ended(at->second, day - 1));
            done_.back().to = day - 1;
            at = open_.erase(at);
        }
    }

    std::map<FlagCode, Open> open_;
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

/// On which days flags are to be explained, and the intervals that they are for.
using Unexplained = std::multimap<LocalDay, FlagInterval*>;

/// The flags of those days once more, with numbers and evidence, which a merger does without.
template <typename Walk>
void explain_days(const Unexplained& wanted, const Walk& walk, LocalDay day, LocalDay until) {
    for (auto at = wanted.lower_bound(day); at != wanted.end() && at->first <= until;) {
        const auto end = wanted.upper_bound(at->first);
        Look look(at->first, Look::Detail::whole);
        const std::vector<Flag> flags = flags_on(walk, look);
        for (; at != end; ++at) {
            const auto flag = std::find_if(flags.begin(), flags.end(),
                                           [&](const Flag& f) { return f.code == at->second->code; });
            Flag whole = *flag;
            tidy_evidence(whole);
            at->second->flag = std::make_shared<const Flag>(std::move(whole));
        }
    }
}

template <typename Walk>
std::vector<FlagInterval> intervals(const TrackRecords& records, LocalDay last_day, Look::Detail detail) {
    Merger merger;
    const std::vector<Stretch> stretches = stretches_of(records);
    for_each_day_span<Walk>(stretches, last_day, [&](const Walk& walk, LocalDay day, LocalDay until) {
        put_days(merger, walk, day, until);
    });
    std::vector<FlagInterval> found = std::move(merger).finished(last_day);
    if (detail == Look::Detail::whole && !found.empty()) {
        Unexplained wanted;
        for (FlagInterval& interval : found) {
            wanted.emplace(interval.flag_day, &interval);
        }
        for_each_day_span<Walk>(stretches, last_day, [&](const Walk& walk, LocalDay day, LocalDay until) {
            explain_days(wanted, walk, day, until);
        });
    }
    return found;
}

/// The intervals of an area's tracks: left, right, center.
using AreaHistory = std::array<std::vector<FlagInterval>, 3>;

AreaHistory history_of(const AreaRecords& records, LocalDay last_day, Look::Detail detail) {
    AreaHistory history;
    SideRecords sides = by_side(records, {records.sessions.size(), records.checkins.size()});
    for (std::size_t side = 0; side < sides.size(); ++side) {
        history.at(side) =
            intervals<TrackWalk>(until_day(std::move(sides.at(side)), last_day), last_day, detail);
    }
    return history;
}

std::vector<AreaHistory> histories_of(const std::vector<const AreaRecords*>& areas, LocalDay last_day,
                                      Look::Detail detail) {
    std::vector<AreaHistory> histories(areas.size());
    const auto ask = [&](std::size_t i) { histories[i] = history_of(*areas[i], last_day, detail); };
    std::size_t records = 0;
    for (const AreaRecords* area : areas) {
        records += area->sessions.size() + area->checkins.size();
    }
    on_cores(areas.size(), records, ask);
    return histories;
}

FlagHistory history_of(const Snapshot& snapshot, LocalDay last_day, Look::Detail detail) {
    std::vector<const AreaRecords*> areas;
    for (const auto& [area, records] : snapshot.areas) {
        areas.push_back(records.get());
    }
    std::vector<AreaHistory> histories = histories_of(areas, last_day, detail);
    FlagHistory history;
    auto of_area = histories.begin();
    for (const auto& [area, records] : snapshot.areas) {
        for (std::size_t side = 0; side < of_area->size(); ++side) {
            if (!of_area->at(side).empty()) {
                history.tracks.emplace(TrackKey{area, static_cast<Side>(side)}, std::move(of_area->at(side)));
            }
        }
        ++of_area;
    }
    TrackRecords of_person;
    of_person.checkins = reports_and_answers(snapshot);
    history.global = intervals<PersonWalk>(until_day(std::move(of_person), last_day), last_day, detail);
    return history;
}

}  // namespace

FlagHistory history(const Snapshot& snapshot, LocalDay last_day) {
    return history_of(snapshot, last_day, Look::Detail::codes);
}

FlagHistory explained_history(const Snapshot& snapshot, LocalDay last_day) {
    return history_of(snapshot, last_day, Look::Detail::whole);
}

}  // namespace unknot::guidance
