#include "app/report/summary.h"
#include "tests/support/log_maker.h"

#include <catch2/catch_test_macros.hpp>

using namespace unknot;
using namespace unknot::tests;
using report::AreaSummary;
using report::Summary;

namespace {

Summary summary_of(const Snapshot& snapshot, const report::Selection& selection = {}) {
    return report::summarize(snapshot, selection, moment("2026-11-21T08:16:00+01:00"));
}

CheckIn rated(int day, int soreness) {
    const std::string at = "2026-11-" + std::to_string(day) + "T08:00:00+01:00";
    return checkin("c" + std::to_string(day), at, "calf", Side::left, soreness);
}

Session pressed(int day, PressureLevel pressure = PressureLevel::moderate, int seconds = 0) {
    Session made = session("s" + std::to_string(day), "2026-11-" + std::to_string(day) + "T19:00:00+01:00",
                           "calf", Side::left, pressure);
    made.duration = Duration::of_seconds(seconds);
    return made;
}

}  // namespace

TEST_CASE("usual is the middle value, the lower of two, and never one that nobody gave", "[report]") {
    const Summary summary =
        summary_of(log_of({pressed(10, PressureLevel::light, 60),
                           pressed(13, PressureLevel::strong_but_manageable, 90), pressed(16)},
                          {rated(11, 1), rated(12, 2), rated(14, 6), rated(15, 2)}));
    REQUIRE(summary.areas.size() == 1);
    const AreaSummary& area = summary.areas.front();
    CHECK(area.sessions == 3);
    CHECK(area.seconds == 150);
    CHECK(area.without_duration == 1);
    CHECK(area.usual_pressure == PressureLevel::moderate);
    CHECK(area.highest_pressure == PressureLevel::strong_but_manageable);
    CHECK(area.usual_soreness == Soreness::of(2));  // of 2 and 6
    CHECK(area.worst_soreness == Soreness::of(6));
    CHECK(area.latest_soreness == Soreness::of(6));
}

TEST_CASE("days to settle count to the first rating at or below the line, and say where it was not reached",
          "[report]") {
    const Summary settled = summary_of(log_of({pressed(10)}, {rated(11, 6), rated(12, 5), rated(13, 2)}));
    CHECK(settled.areas.front().settled.usual == 3);
    CHECK(settled.areas.front().settled.longest == 3);
    CHECK(!settled.areas.front().settled.not_by_then);
    const Summary open = summary_of(log_of({pressed(10)}, {rated(11, 6), rated(12, 5)}));
    CHECK(open.areas.front().settled.usual == std::nullopt);
    CHECK(open.areas.front().settled.longest == 2);
    CHECK(open.areas.front().settled.not_by_then);
    // A first rating after a week says nothing about that session.
    const Summary silent = summary_of(log_of({pressed(10)}, {rated(18, 1)}));
    CHECK(silent.areas.front().settled.longest == std::nullopt);
}

TEST_CASE("averages of nothing are nothing", "[report]") {
    const Summary summary = summary_of(log_of({pressed(10)}, {}));
    const AreaSummary& area = summary.areas.front();
    CHECK(area.usual_soreness == std::nullopt);
    CHECK(area.worst_soreness == std::nullopt);
    CHECK(area.settled.longest == std::nullopt);
    CHECK(area.answered == guidance::AnsweredDays{0, 4});
    CHECK(summary.not_settled.size() == 1);
    CHECK(summary_of({}).areas.empty());
    CHECK(summary_of({}).first == summary_of({}).last);
}

TEST_CASE("only the records of the days asked for are counted, though the rules know the others",
          "[report]") {
    report::Selection selection;
    selection.from = parse_iso_day("2026-11-12");
    selection.to = parse_iso_day("2026-11-14");
    const Snapshot log =
        log_of({pressed(10), pressed(13)}, {rated(11, 9), rated(12, 8), rated(14, 4), rated(15, 9)});
    const Summary summary = summary_of(log, selection);
    CHECK(summary.sessions == 1);
    CHECK(summary.checkins == 2);
    const AreaSummary& area = summary.areas.front();
    CHECK(area.sessions == 1);
    CHECK(area.worst_soreness == Soreness::of(4));
    for (const report::FlagRow& row : summary.flags) {
        CHECK(selection.meets(*row.from, row.to));
    }
}

TEST_CASE("a session on both sides counts for each of them, and once in all", "[report]") {
    const Summary summary =
        summary_of(log_of({session("s", "2026-11-10T19:00:00+01:00", "calf", Side::both)}, {}));
    CHECK(summary.sessions == 1);
    REQUIRE(summary.areas.size() == 2);
    CHECK(summary.areas[0].sessions == 1);
    CHECK(summary.areas[1].sessions == 1);
}

TEST_CASE("open flags come before ended ones, the whole person's first, then the most serious", "[report]") {
    CheckIn fever = checkin("f", "2026-11-19T08:00:00+01:00", "low_back", Side::center, 1);
    fever.symptoms = Symptoms{Symptom::fever};
    const Summary summary =
        summary_of(log_of({pressed(10), pressed(17)}, {rated(11, 5), rated(12, 4), rated(13, 4), rated(14, 1),
                                                       rated(18, 6), rated(19, 6), rated(20, 6), fever}));
    REQUIRE(summary.flags.size() >= 3);
    CHECK(summary.flags.front().area.empty());
    bool ended = false;
    for (const report::FlagRow& row : summary.flags) {
        CHECK(!(ended && !row.to));
        ended = ended || row.to.has_value();
        CHECK(!row.flag->evidence.empty());
    }
    CHECK(ended);
    CHECK(summary.open_flags() < summary.flags.size());
}

TEST_CASE("warning signs are gathered from check-ins and sessions, and silence is counted apart",
          "[report]") {
    CheckIn sign = rated(11, 3);
    sign.symptoms = Symptoms{Symptom::swelling};
    CheckIn none = rated(12, 3);
    none.symptoms = Symptoms{};
    Session felt = pressed(13);
    felt.sensations = Sensations{Sensation::numbness, Sensation::tensed};
    const Summary summary = summary_of(log_of({felt}, {sign, none, rated(14, 2)}));
    REQUIRE(summary.signs.size() == 2);
    CHECK(summary.signs[0].sensations == Sensations{Sensation::numbness});
    CHECK(summary.signs[1].symptoms == Symptoms{Symptom::swelling});
    CHECK(summary.signs_answered == 2);
    CHECK(summary.signs_not_answered == 1);
}
