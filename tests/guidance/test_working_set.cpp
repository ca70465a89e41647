#include "app/guidance/evaluator.h"
#include "app/guidance/working_set.h"
#include "tests/support/day_by_day.h"
#include "tests/support/random_log.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

using namespace unknot;
using namespace unknot::guidance;
using namespace unknot::tests;

namespace {

/// What somebody has who reads just these records of a log.
Snapshot only(const WorkingSet& set, const Snapshot& log) {
    const auto named = [](const std::vector<RecordId>& ids, const RecordId& id) {
        return std::find(ids.begin(), ids.end(), id) != ids.end();
    };
    Snapshot part = log;
    for (auto& [area, records] : part.areas) {
        AreaRecords kept;
        std::copy_if(records->sessions.begin(), records->sessions.end(), std::back_inserter(kept.sessions),
                     [&](const auto& session) { return named(set.sessions, session->id); });
        std::copy_if(records->checkins.begin(), records->checkins.end(), std::back_inserter(kept.checkins),
                     [&](const auto& checkin) { return named(set.checkins, checkin->id); });
        records = std::make_shared<const AreaRecords>(std::move(kept));
    }
    return part;
}

/// A log of one area: a session every other day that settles the day after, for so many days.
Snapshot settling_log(int days) {
    constexpr std::int64_t day_ms = 86'400'000;
    AreaRecords records;
    for (int day = 0; day < days; ++day) {
        const Instant morning{1'600'000'000'000 + day * day_ms, 60};
        if (day % 2 == 0) {
            Session session;
            session.id = RecordId("s" + std::to_string(day));
            session.started_at = morning;
            session.area = "calf";
            session.pressure = *pressure_level(3);
            session.soreness_before = Soreness::of(2);
            records.sessions.push_back(std::make_shared<const Session>(session));
        }
        CheckIn checkin;
        checkin.id = RecordId("c" + std::to_string(day));
        checkin.at = plus_seconds(morning, 3600);
        checkin.area = "calf";
        checkin.soreness = Soreness::of(day % 2 == 0 ? 4 : 2);
        checkin.symptoms = Symptoms{};
        records.checkins.push_back(std::make_shared<const CheckIn>(checkin));
    }
    Snapshot log;
    log.areas["calf"] = std::make_shared<const AreaRecords>(std::move(records));
    return log;
}

Instant end_of(const Snapshot& log) {
    return plus_seconds(log.areas.begin()->second->checkins.back()->at, 3600);
}

/// Puts a report of numbness into the log on a day of its beginning; no answer comes after it.
Snapshot with_unanswered_report(const Snapshot& log, std::size_t at) {
    AreaRecords records = *log.areas.at("calf");
    for (std::size_t i = at; i < records.checkins.size(); ++i) {
        CheckIn checkin = *records.checkins[i];
        checkin.symptoms = i == at ? std::optional(Symptoms{Symptom::numbness}) : std::nullopt;
        records.checkins[i] = std::make_shared<const CheckIn>(checkin);
    }
    Snapshot changed;
    changed.areas["calf"] = std::make_shared<const AreaRecords>(std::move(records));
    return changed;
}

}  // namespace

TEST_CASE("asked about a working set alone, the rules answer the same on each day on which it holds",
          "[guidance][property]") {
    int smaller = 0;
    int found = 0;
    for (unsigned seed = 1; seed <= 16; ++seed) {
        RandomLog log(5000 + seed, seed % 2 == 0);
        for (int i = 0; i < 400; ++i) {
            log.edit();
        }
        const Instant as_of = plus_seconds(log.now(), log.roll(3000) * 60);
        const auto set = working_set(log.snapshot(), as_of);
        if (!set) {
            continue;
        }
        ++found;
        const Snapshot part = only(*set, log.snapshot());
        CHECK(set->from == local_day(as_of));
        CHECK(set->until - set->from == 14);
        const std::size_t all = log.snapshot().session_count() + log.snapshot().checkin_count();
        smaller += set->sessions.size() + set->checkins.size() < all ? 1 : 0;
        for (int hours = 0; local_day(plus_seconds(as_of, hours * 3600)) <= set->until; hours += 7) {
            const Instant then = plus_seconds(as_of, hours * 3600);
            INFO("seed " << seed << ", " << hours << " h later");
            REQUIRE(to_text(evaluate(part, then)) == to_text(evaluate(log.snapshot(), then)));
        }
    }
    CHECK(found >= 14);
    CHECK(smaller >= 3);
}

TEST_CASE("the working set of a long log is a few weeks of it", "[guidance]") {
    const Snapshot log = settling_log(5000);
    const auto set = working_set(log, end_of(log));
    REQUIRE(set);
    CHECK(set->sessions.size() <= 150);
    CHECK(set->checkins.size() <= 300);
    CHECK(set->sessions.back() == log.areas.at("calf")->sessions.back()->id);
}

TEST_CASE("the working set goes back as far as a warning sign that nobody has answered", "[guidance]") {
    const Snapshot log = with_unanswered_report(settling_log(1000), 40);
    const auto set = working_set(log, end_of(log));
    REQUIRE(set);
    const Snapshot part = only(*set, log);
    const auto guidance = evaluate(part, end_of(log));
    const auto& flags = guidance.find({"calf", Side::left})->flags;
    CHECK(std::any_of(flags.begin(), flags.end(),
                      [](const Flag& flag) { return flag.code == FlagCode::red_flag; }));
    CHECK(std::find(set->checkins.begin(), set->checkins.end(), RecordId("c40")) != set->checkins.end());
}

TEST_CASE("an area that was left long ago keeps its last records in the working set", "[guidance]") {
    Snapshot log = settling_log(3000);
    log.areas["jaw"] = std::make_shared<const AreaRecords>(*settling_log(100).areas.at("calf"));
    const auto set = working_set(log, end_of(log));
    REQUIRE(set);
    const Snapshot part = only(*set, log);
    CHECK(part.areas.at("jaw")->checkins.back()->id == log.areas.at("jaw")->checkins.back()->id);
    CHECK(part.areas.at("jaw")->checkins.size() < 100);
}

TEST_CASE("the working set of an empty log is empty, and names the state of the log that it is of",
          "[guidance]") {
    Snapshot log;
    log.clock = 77;
    const auto set = working_set(log, Instant{1'700'000'000'000, 60});
    REQUIRE(set);
    CHECK(set->clock == 77);
    CHECK(set->sessions.empty());
    CHECK(set->checkins.empty());
}
