#include "app/guidance/track_memory.h"

#include <algorithm>
#include <limits>

namespace unknot::guidance {

namespace {

/// How many of the last local days are walked through each time.
constexpr int open_days = 7;

/// With more records than that behind what is remembered, more is remembered.
constexpr std::size_t most_rest = 256;

constexpr std::int64_t longest_disorder_ms = (day_disorder + 1) * 86'400'000LL;

const Instant& moment(const Session* session) {
    return session->started_at;
}

const Instant& moment(const CheckIn* checkin) {
    return checkin->at;
}

/// How many of the first records are not of the days after `day`, as seen from the end.
template <typename Record>
std::size_t count_until(const std::vector<const Record*>& records, LocalDay day) {
    std::size_t count = records.size();
    while (count > 0 && local_day(moment(records[count - 1])) > day) {
        --count;
    }
    return count;
}

template <typename Record>
bool begins_with(const std::vector<const Record*>& records, const std::vector<const Record*>& first) {
    return first.size() <= records.size() && std::equal(first.begin(), first.end(), records.begin());
}

template <typename Record>
void note_latest(const std::vector<const Record*>& records, std::int64_t& ms, LocalDay& day) {
    for (auto at = records.rbegin(); at != records.rend() && moment(*at).utc_ms + longest_disorder_ms >= ms;
         ++at) {
        ms = std::max(ms, moment(*at).utc_ms);
        day = std::max(day, local_day(moment(*at)));
    }
}

template <typename Record>
LocalDay last_day(const std::vector<const Record*>& records, LocalDay least) {
    return records.empty() ? least : std::max(least, local_day(moment(records.back())));
}

}  // namespace

TrackMemory::Rest TrackMemory::after_old(const TrackRecords& records) const {
    return {Sessions(records.sessions).subspan(old_.sessions.size()),
            CheckIns(records.checkins).subspan(old_.checkins.size())};
}

/// A walk goes on only with what is later both in time and by local day.
bool TrackMemory::all_later(const Rest& rest) const {
    const auto later = [this](const auto* record) {
        return moment(record).utc_ms > last_ms_ && local_day(moment(record)) > last_day_;
    };
    return old_.empty() || (std::all_of(rest.sessions.begin(), rest.sessions.end(), later) &&
                            std::all_of(rest.checkins.begin(), rest.checkins.end(), later));
}

bool TrackMemory::continues(const TrackRecords& records) const {
    if (!begins_with(records.sessions, old_.sessions) || !begins_with(records.checkins, old_.checkins)) {
        return false;
    }
    const Rest rest = after_old(records);
    return rest.sessions.size() + rest.checkins.size() <= most_rest && all_later(rest);
}

void TrackMemory::note_end() {
    last_ms_ = std::numeric_limits<std::int64_t>::min();
    last_day_ = LocalDay{std::numeric_limits<std::int32_t>::min()};
    note_latest(old_.sessions, last_ms_, last_day_);
    note_latest(old_.checkins, last_ms_, last_day_);
}

void TrackMemory::remember(const TrackRecords& records) {
    LocalDay newest{std::numeric_limits<std::int32_t>::min() + open_days};
    newest = last_day(records.checkins, last_day(records.sessions, newest));
    const auto cut = [&](const auto& all) {
        return all.begin() + static_cast<std::ptrdiff_t>(count_until(all, newest - open_days));
    };
    old_.sessions.assign(records.sessions.begin(), cut(records.sessions));
    old_.checkins.assign(records.checkins.begin(), cut(records.checkins));
    note_end();
    if (!all_later(after_old(records))) {
        old_ = {};  // its days interleave here (the clock's offset jumped): then from nothing each time
    }
    before_ = TrackWalk();
    before_.take(old_.sessions, old_.checkins);
}

TrackWalk TrackMemory::walk(const TrackRecords& records) {
    if (!continues(records)) {
        remember(records);
    }
    TrackWalk walk = before_;
    const Rest rest = after_old(records);
    walk.take(rest.sessions, rest.checkins);
    return walk;
}

}  // namespace unknot::guidance
