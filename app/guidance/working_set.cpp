#include "app/guidance/working_set.h"

#include "app/guidance/evaluator.h"
#include "app/guidance/track_records.h"

#include <algorithm>
#include <limits>

namespace unknot::guidance {

namespace {

using Area = std::shared_ptr<const AreaRecords>;

constexpr std::int64_t day_ms = 86'400'000;

/// How long a working set is good for: somebody who looks less often waits for the whole log once.
constexpr int good_days = 14;

/// So many days before the last record of a side are tried first; then twice as many each time.
constexpr int first_try_days = 64;

/// Both halves of each day: an answer can change in between, when a check-in becomes due.
std::vector<Instant> moments_from(const Instant& as_of) {
    constexpr std::int64_t half_day_s = day_ms / 2000;
    std::vector<Instant> moments;
    for (std::int64_t half = 0; half <= std::int64_t{2} * good_days; ++half) {
        moments.push_back(plus_seconds(as_of, half * half_day_s));
    }
    return moments;
}

/// The earliest of the last records of each side: none of the sides may be left without its own.
std::int64_t last_of_every_side(const AreaRecords& area) {
    std::int64_t earliest = std::numeric_limits<std::int64_t>::max();
    for (const TrackRecords& side : by_side(area, {area.sessions.size(), area.checkins.size()})) {
        if (side.empty()) {
            continue;
        }
        std::int64_t last = std::numeric_limits<std::int64_t>::min();
        if (!side.sessions.empty()) {
            last = side.sessions.back()->started_at.utc_ms;
        }
        if (!side.checkins.empty()) {
            last = std::max(last, side.checkins.back()->at.utc_ms);
        }
        earliest = std::min(earliest, last);
    }
    return earliest;
}

/// The records of an area from a moment on.
Area from_moment(const AreaRecords& area, std::int64_t ms) {
    const auto session = std::partition_point(area.sessions.begin(), area.sessions.end(),
                                              [&](const auto& s) { return s->started_at.utc_ms < ms; });
    const auto checkin = std::partition_point(area.checkins.begin(), area.checkins.end(),
                                              [&](const auto& c) { return c->at.utc_ms < ms; });
    return std::make_shared<const AreaRecords>(
        AreaRecords{{session, area.sessions.end()}, {checkin, area.checkins.end()}});
}

/// What the rules answer about an area by itself.
std::vector<Guidance> answers(const std::string& area, const Area& records,
                              const std::vector<Instant>& moments) {
    Snapshot alone;
    alone.areas[area] = records;
    Evaluator evaluator;
    std::vector<Guidance> answered;
    answered.reserve(moments.size());
    for (const Instant& moment : moments) {
        answered.push_back(evaluator.evaluate(alone, moment));
    }
    return answered;
}

bool same_tracks(const Guidance& a, const Guidance& b) {
    return a.ignored_future == b.ignored_future &&
           std::equal(
               a.tracks.begin(), a.tracks.end(), b.tracks.begin(), b.tracks.end(),
               [](const auto& x, const auto& y) { return x.first == y.first && *x.second == *y.second; });
}

/// As few of the latest records of an area as the rules answer the same about.
Area enough_of(const std::string& area, const Area& records, const std::vector<Instant>& moments) {
    const std::vector<Guidance> wanted = answers(area, records, moments);
    const std::int64_t last = last_of_every_side(*records);
    const std::size_t all = records->sessions.size() + records->checkins.size();
    for (std::int64_t days = first_try_days;; days *= 2) {
        Area part = from_moment(*records, last - days * day_ms);
        if (part->sessions.size() + part->checkins.size() == all) {
            return records;
        }
        const std::vector<Guidance> got = answers(area, part, moments);
        if (std::equal(wanted.begin(), wanted.end(), got.begin(), got.end(), same_tracks)) {
            return part;
        }
    }
}

}  // namespace

std::optional<WorkingSet> working_set(const Snapshot& snapshot, const Instant& as_of) {
    const std::vector<Instant> moments = moments_from(as_of);
    WorkingSet set;
    set.clock = snapshot.clock;
    set.from = local_day(moments.front());
    set.until = local_day(moments.back());
    Snapshot part = snapshot;
    for (auto& [area, records] : part.areas) {
        records = enough_of(area, records, moments);
        for (const auto& session : records->sessions) {
            set.sessions.push_back(session->id);
        }
        for (const auto& checkin : records->checkins) {
            set.checkins.push_back(checkin->id);
        }
    }
    const bool same_person = std::all_of(moments.begin(), moments.end(), [&](const Instant& moment) {
        return evaluate_person(part, moment) == evaluate_person(snapshot, moment);
    });
    return same_person ? std::optional(std::move(set)) : std::nullopt;
}

}  // namespace unknot::guidance
