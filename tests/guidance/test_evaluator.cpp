#include "app/guidance/evaluator.h"
#include "tests/support/day_by_day.h"
#include "tests/support/random_log.h"

#include <catch2/catch_test_macros.hpp>

using namespace unknot;
using namespace unknot::guidance;
using namespace unknot::tests;

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
