#include "app/guidance/evaluator.h"
#include "tests/support/day_by_day.h"
#include "tests/support/random_log.h"

#include <catch2/catch_test_macros.hpp>

using namespace unknot;
using namespace unknot::guidance;
using namespace unknot::tests;

namespace {

/// Several areas of so many records that they are asked about on all cores: a session every third day, three
/// check-ins on each day.
Snapshot long_log() {
    constexpr std::int64_t hour_ms = 3'600'000;
    Snapshot snapshot;
    int number = 0;
    for (const char* area : {"calf", "shin", "low_back", "forearm_outer"}) {
        AreaRecords records;
        for (int day = 0; day < 1800; ++day) {
            const Instant morning{1'600'000'000'000 + day * 24 * hour_ms, 60};
            if (day % 3 == 0) {
                Session session;
                session.id = {"s" + std::to_string(++number)};
                session.started_at = morning;
                session.area = area;
                session.pressure = *pressure_level(1 + number % 5);
                session.soreness_before = Soreness::of(number % 4);
                records.sessions.push_back(std::make_shared<const Session>(session));
            }
            for (int time = 1; time <= 3; ++time) {
                CheckIn checkin;
                checkin.id = {"c" + std::to_string(++number)};
                checkin.at = {morning.utc_ms + time * hour_ms, 60};
                checkin.area = area;
                checkin.soreness = Soreness::of(number * 7 % 11);
                records.checkins.push_back(std::make_shared<const CheckIn>(checkin));
            }
        }
        snapshot.areas[area] = std::make_shared<const AreaRecords>(std::move(records));
    }
    return snapshot;
}

}  // namespace

TEST_CASE("a long log, asked about on all cores, is answered as each of its areas by itself", "[guidance]") {
    const Snapshot log = long_log();
    REQUIRE(log.session_count() + log.checkin_count() > 20'000);
    const Instant as_of{1'600'000'000'000 + std::int64_t{1800} * 86'400'000, 60};
    Evaluator evaluator;
    const Guidance together = evaluator.evaluate(log, as_of);
    CHECK(together.tracks.size() == 4);
    CHECK(evaluator.tracks_asked() == 4);
    Guidance one_by_one = together;
    for (const auto& [area, records] : log.areas) {
        Snapshot alone;
        alone.areas[area] = records;
        for (const auto& [key, track] : evaluate(alone, as_of).tracks) {
            one_by_one.tracks[key] = track;
        }
    }
    CHECK(to_text(together) == to_text(one_by_one));
}

TEST_CASE("an evaluator answers like the rules from nothing, whatever is edited and whatever the time is",
          "[guidance][property]") {
    for (unsigned seed = 1; seed <= 40; ++seed) {
        RandomLog log(1000 + seed, seed % 2 == 0);
        Evaluator evaluator;
        for (int i = 0; i < 60; ++i) {
            if (log.roll(3) != 0) {
                log.edit();
            }
            // Minutes later, hours earlier, days later: what lies in the future comes to count and goes
            // again.
            const std::int64_t minutes = log.roll(4) == 0 ? log.roll(10 * 1440) : log.roll(600) - 400;
            const Instant as_of = plus_seconds(log.now(), minutes * 60);
            INFO("seed " << seed << ", step " << i);
            REQUIRE(to_text(evaluator.evaluate(log.snapshot(), as_of)) ==
                    to_text(evaluate(log.snapshot(), as_of)));
        }
    }
}

TEST_CASE("an evaluator asks the rules only about the area that was edited", "[guidance]") {
    RandomLog log(5, false);
    for (int i = 0; i < 80; ++i) {
        log.edit();
    }
    const Instant noon = plus_seconds(log.now(), 86'400);
    Evaluator evaluator;
    const auto first = evaluator.evaluate(log.snapshot(), noon);
    CHECK(evaluator.tracks_asked() == first.tracks.size());
    CHECK(first.tracks.size() > 3);
    const auto again = evaluator.evaluate(log.snapshot(), plus_seconds(noon, 60));
    CHECK(evaluator.tracks_asked() == 0);
    log.edit();
    const auto after = evaluator.evaluate(log.snapshot(), plus_seconds(noon, 120));
    CHECK(evaluator.tracks_asked() > 0);
    CHECK(evaluator.tracks_asked() <= 3);
}
