#include "app/charts/dose.h"
#include "app/charts/outcomes.h"
#include "tests/charts/scene.h"
#include "tests/support/golden.h"

#include <catch2/catch_test_macros.hpp>

using namespace unknot;
using namespace unknot::tests;
using charts::LevelCounts;
using charts::Settling;
using nlohmann::json;

namespace {

const words::Catalogue english;

/// One session on 1 June at 19:00, begun on 1 (so the line is 2), then a rating at 08:00 on each day given.
ChartScene after_session(const std::vector<std::pair<int, int>>& day_and_value) {
    json log{{"profile", {{"conditions", json::array()}, {"clinician_ok", false}}},
             {"sessions",
              {{{"id", "s"},
                {"started_at", "2026-06-01T19:00:00+02:00"},
                {"area", "calf"},
                {"side", "left"},
                {"pressure", 4},
                {"duration_s", 90},
                {"soreness_before", 1}}}},
             {"checkins", json::array()}};
    for (const auto& [day, value] : day_and_value) {
        log["checkins"].push_back({{"id", "c" + std::to_string(day)},
                                   {"at", "2026-06-0" + std::to_string(1 + day) + "T19:00:00+02:00"},
                                   {"area", "calf"},
                                   {"side", "left"},
                                   {"soreness", value}});
    }
    return {log, "2026-06-20T12:00:00+02:00"};
}

charts::Outcome outcome_after(const std::vector<std::pair<int, int>>& day_and_value) {
    const ChartScene scene = after_session(day_and_value);
    const auto outcomes = charts::outcomes_of(
        scene.all.at(0), charts::window_of(*parse_iso_day("2026-06-01"), *parse_iso_day("2026-06-20")));
    REQUIRE(outcomes.size() == 1);
    return outcomes[0];
}

}  // namespace

TEST_CASE("a session settled in two days only where a rating of those days says so", "[charts]") {
    CHECK(outcome_after({{1, 5}, {2, 2}}).settling == Settling::in_two_days);
    CHECK(outcome_after({{1, 2}}).settling == Settling::in_two_days);
    CHECK(outcome_after({{1, 5}, {2, 3}}).settling == Settling::longer);
    CHECK(outcome_after({{1, 2}, {2, 4}}).settling == Settling::longer);
    CHECK(outcome_after({{1, 5}, {3, 4}}).settling == Settling::longer);
    CHECK(outcome_after({{3, 4}}).settling == Settling::longer);
    // Sore on day 1, and nobody knows when it went: neither of the two.
    CHECK(outcome_after({{1, 5}, {3, 1}}).settling == Settling::not_known);
    CHECK(outcome_after({{1, 5}}).settling == Settling::not_known);
    CHECK(outcome_after({}).settling == Settling::not_known);
    CHECK(outcome_after({{6, 5}}).settling == Settling::not_known);
}

TEST_CASE("dose is pressure times minutes, and the peak that of the two days after", "[charts]") {
    const charts::Outcome outcome = outcome_after({{1, 5}, {2, 3}, {3, 9}});
    CHECK(outcome.dose == 6.0);
    CHECK(outcome.peak == Soreness::of(5));
    CHECK(outcome_after({}).peak == std::nullopt);
}

TEST_CASE("a dose is left out where a duration was not recorded", "[charts]") {
    const ChartScene scene = eight_weeks();
    const auto outcomes =
        charts::outcomes_of(scene.track("low_back", Side::right),
                            charts::window_of(*parse_iso_day("2026-09-01"), *parse_iso_day("2026-11-21")));
    REQUIRE(outcomes.size() == 2);
    CHECK(outcomes[0].dose == std::nullopt);
    CHECK(outcomes[1].dose == 12.0);
}

TEST_CASE("the words about dose count, and say where the counts are too few", "[charts]") {
    CHECK(charts::dose_text({}, english) == "No sessions in this time.");
    CHECK(charts::dose_text(LevelCounts{{{}, {}, {}, {0, 0, 3}, {}}}, english) ==
          "The outcome of no session is known yet.");
    CHECK(charts::dose_text(LevelCounts{{{}, {}, {}, {1, 2, 1}, {}}}, english) ==
          "Strong: settled in two days 1 of 2. Only 2 sessions whose outcome is known: too few to say.");
    CHECK(charts::dose_text(LevelCounts{{{}, {4, 4, 0}, {2, 2, 0}, {1, 4, 0}, {}}}, english) ==
          "Strong: settled in two days 1 of 4. Moderate: 2 of 2. Light: 4 of 4. Here, soreness that lingers "
          "often follows strong sessions.");
    CHECK(charts::dose_text(LevelCounts{{{}, {3, 4, 0}, {}, {3, 4, 0}, {}}}, english) ==
          "Strong: settled in two days 3 of 4. Light: 3 of 4. Too few or too alike to compare the pressure "
          "levels.");
}

TEST_CASE("no pressure is named where one side of the comparison has too few sessions", "[charts]") {
    CHECK(charts::lingers_from(LevelCounts{{{}, {2, 2, 9}, {}, {0, 9, 0}, {}}}) == std::nullopt);
    CHECK(charts::lingers_from(LevelCounts{{{}, {9, 9, 0}, {}, {0, 2, 9}, {}}}) == std::nullopt);
    CHECK(charts::lingers_from(LevelCounts{{{}, {3, 3, 0}, {}, {1, 3, 0}, {}}}) ==
          PressureLevel::strong_but_manageable);
}

TEST_CASE("after a back-off: what was suggested, done, and when it settled", "[charts]") {
    const ChartScene scene = eight_weeks();
    const auto& series = scene.track("levator_scapulae", Side::left);
    const auto found =
        charts::back_offs_of(scene.snapshot, series,
                             charts::window_of(*parse_iso_day("2026-09-27"), *parse_iso_day("2026-11-21")));
    const charts::Table table = charts::back_off_table(found, series.today, english);
    std::string text;
    for (const auto& row : table.rows) {
        for (const std::string& cell : row) {
            text += cell + " | ";
        }
        text += "\n";
    }
    CHECK(golden_difference("charts/back_offs.txt", text) == "");
}

TEST_CASE("dose and response is drawn as approved", "[charts]") {
    const ChartScene scene = eight_weeks();
    const auto& series = scene.track("levator_scapulae", Side::left);
    charts::DoseFrame frame;
    frame.window = charts::window_of(*parse_iso_day("2026-09-27"), *parse_iso_day("2026-11-21"));
    const charts::Picture wide = charts::dose_chart(series, frame, english, plain_width);
    CHECK(golden_difference("charts/dose_wide.txt", charts::dump(wide)) == "");
    frame.width = 320;
    CHECK(golden_difference("charts/dose_narrow.txt",
                            charts::dump(charts::dose_chart(series, frame, english, plain_width))) == "");
    CHECK(charts::dose_table(series, frame.window, english).rows.size() == series.days.size());
    for (const charts::HitTarget& target : wide.targets) {
        CHECK_FALSE(charts::dose_card(series, target, english).context.empty());
    }
}
