#include "app/guidance/answered.h"
#include "app/guidance/evaluate_track.h"
#include "app/guidance/timeline.h"
#include "tests/support/log_maker.h"
#include "tests/support/random_log.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

using namespace unknot;
using namespace unknot::guidance;
using namespace unknot::tests;

namespace {

/// The flag that the rules raise at the end of that day for the records so far, asked anew.
Flag asked_anew(const AreaRecords& area, Side side, FlagCode code, LocalDay day) {
    const SideRecords sides = by_side(area, {area.sessions.size(), area.checkins.size()});
    const TrackRecords records = until_day(sides.at(static_cast<std::size_t>(side)), day);
    const Instant end{(day.number + std::int64_t{1}) * 86'400'000 + day_start_hour * 3'600'000 - 1, 0};
    const TrackGuidance track = evaluate_track(records, end);
    const auto flag = std::find_if(track.flags.begin(), track.flags.end(),
                                   [code](const Flag& f) { return f.code == code; });
    REQUIRE(flag != track.flags.end());
    return *flag;
}

}  // namespace

TEST_CASE("an explained history has the numbers and the evidence of each flag's last day",
          "[guidance][property]") {
    std::size_t flags = 0;
    for (unsigned seed = 1; seed <= 20; ++seed) {
        RandomLog log(seed, false);
        for (int i = 0; i < 50; ++i) {
            log.edit();
        }
        const LocalDay last = local_day(log.now());
        const FlagHistory plain = history(log.snapshot(), last);
        const FlagHistory explained = explained_history(log.snapshot(), last);
        INFO("seed " << seed);
        REQUIRE(plain.tracks.size() == explained.tracks.size());
        for (const auto& [key, intervals] : explained.tracks) {
            REQUIRE(plain.tracks.at(key).size() == intervals.size());
            for (const FlagInterval& interval : intervals) {
                ++flags;
                INFO(to_text(key) << " " << name_of(interval.code) << " " << to_iso(interval.from));
                const Flag anew = asked_anew(*log.snapshot().areas.at(key.area), key.side, interval.code,
                                             interval.flag_day);
                CHECK(interval.flag->tier == interval.tier);
                CHECK(interval.flag->tier == anew.tier);
                CHECK(!interval.flag->evidence.empty());
                CHECK(interval.flag->evidence == anew.evidence);
                CHECK(interval.flag->values == anew.values);
                CHECK(interval.flag->ratings.size() == anew.ratings.size());
            }
        }
    }
    CHECK(flags > 200);
}

TEST_CASE("check-ins are counted by the day they were due, today only once it is answered", "[guidance]") {
    const Session pressed = session("s", "2026-03-02T19:00:00+01:00", "calf", Side::left);
    const CheckIn first = checkin("a", "2026-03-03T08:00:00+01:00", "calf", Side::left, 5);
    const CheckIn again = checkin("b", "2026-03-03T20:00:00+01:00", "calf", Side::left, 4);
    const auto day = [](const char* text) { return *parse_iso_day(text); };
    const auto counted = [&](const Snapshot& log, const char* to, const char* today) {
        return answered_days(*log.areas.at("calf"), Side::left, day("2026-03-01"), day(to), day(today));
    };
    // Two ratings of one day are one answer; the 4th was due and is over, the 5th is not over yet.
    CHECK(counted(log_of({pressed}, {first, again}), "2026-03-31", "2026-03-05") == AnsweredDays{1, 2});
    CHECK(counted(log_of({pressed}, {first}), "2026-03-03", "2026-03-05") == AnsweredDays{1, 1});
    // Settled: asked no more. Never rated: asked for four days.
    const CheckIn settled = checkin("c", "2026-03-04T08:00:00+01:00", "calf", Side::left, 1);
    CHECK(counted(log_of({pressed}, {first, settled}), "2026-03-31", "2026-03-31") == AnsweredDays{2, 2});
    CHECK(counted(log_of({pressed}, {}), "2026-03-31", "2026-03-31") == AnsweredDays{0, 4});
    CHECK(answered_days(*log_of({pressed}, {}).areas.at("calf"), Side::right, day("2026-03-01"),
                        day("2026-03-31"), day("2026-03-31")) == AnsweredDays{0, 0});
}
