#include "tests/support/day_by_day.h"
#include "tests/support/random_log.h"

#include <catch2/catch_test_macros.hpp>

using namespace unknot;
using namespace unknot::guidance;
using namespace unknot::tests;

namespace {

/// The same log, its records moved apart by whole days, so that weeks of silence come between them.
Snapshot spread(const Snapshot& snapshot, int factor) {
    Snapshot out = snapshot;
    const std::int64_t start = 1'740'000'000'000;
    const auto moved = [&](const Instant& at) {
        const std::int64_t days = (at.utc_ms - start) / 86'400'000;
        return Instant{at.utc_ms + days * (factor - 1) * 86'400'000, at.offset_minutes};
    };
    for (auto& [area, records] : out.areas) {
        AreaRecords apart;
        for (const auto& session : records->sessions) {
            Session copy = *session;
            copy.started_at = moved(copy.started_at);
            apart.sessions.push_back(std::make_shared<const Session>(copy));
        }
        for (const auto& checkin : records->checkins) {
            CheckIn copy = *checkin;
            copy.at = moved(copy.at);
            apart.checkins.push_back(std::make_shared<const CheckIn>(copy));
        }
        sort_records(apart);
        records = std::make_shared<const AreaRecords>(std::move(apart));
    }
    return out;
}

}  // namespace

TEST_CASE("flags over time in one pass are those of every day anew", "[guidance][property]") {
    std::size_t intervals = 0;
    for (unsigned seed = 1; seed <= 60; ++seed) {
        RandomLog log(seed, seed % 2 == 0);
        const int edits = 20 + log.roll(60);
        for (int i = 0; i < edits; ++i) {
            log.edit();
        }
        const int factor = seed % 3 == 0 ? 3 : 1;
        const Snapshot snapshot = spread(log.snapshot(), factor);
        // Some days before the log's end, where records of later days must not count, or some weeks after it.
        const LocalDay end = local_day(log.now());
        const LocalDay start{1'740'000'000 / 86'400};
        const LocalDay last_day = start + (end - start) * factor + log.roll(60) - 10;
        const FlagHistory pass = history(snapshot, last_day);
        INFO("seed " << seed);
        CHECK(to_text(pass) == to_text(day_by_day(snapshot, last_day)));
        for (const auto& [key, of_track] : pass.tracks) {
            intervals += of_track.size();
        }
    }
    CHECK(intervals > 1000);
}

TEST_CASE("flags over time of a log without records are none", "[guidance]") {
    CHECK(to_text(history({}, LocalDay{20000})).empty());
}
