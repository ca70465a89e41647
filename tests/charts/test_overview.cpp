#include "tests/charts/scene.h"
#include "tests/support/golden.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

using namespace unknot;
using namespace unknot::tests;

namespace {

const words::Catalogue english;

charts::CalendarFrame autumn() {
    charts::CalendarFrame frame;
    frame.first = *parse_iso_day("2026-10-01");
    frame.last = frame.today = *parse_iso_day("2026-11-21");
    return frame;
}

std::size_t texts_equal(const charts::Picture& picture, charts::ColourRole role, const std::string& text) {
    return static_cast<std::size_t>(
        std::count_if(picture.shapes.begin(), picture.shapes.end(), [&](const charts::Shape& shape) {
            const auto* found = std::get_if<charts::Text>(&shape);
            return found != nullptr && found->paint.role == role && found->text == text;
        }));
}

}  // namespace

TEST_CASE("small multiples, calendar and body map are drawn as approved", "[charts]") {
    const ChartScene scene = eight_weeks();
    const auto& areas = *scene.snapshot.catalogue;
    charts::SmallFrame small;
    small.window = charts::window_of(*parse_iso_day("2026-09-27"), *parse_iso_day("2026-11-21"));
    CHECK(golden_difference(
              "charts/small_multiples.txt",
              charts::dump(charts::small_multiples(scene.all, small, areas, english, plain_width))) == "");
    CHECK(golden_difference(
              "charts/calendar.txt",
              charts::dump(charts::calendar(charts::calendar_days(scene.all), autumn(), english))) == "");
    CHECK(golden_difference("charts/body_map.txt", charts::dump(charts::body_map(
                                                       scene.all, {}, areas, english, plain_width))) == "");
}

TEST_CASE("a day nobody rated is empty in the calendar, never a zero", "[charts]") {
    const ChartScene scene = eight_weeks();
    const auto days = charts::calendar_days(scene.all);
    const charts::Picture picture = charts::calendar(days, autumn(), english);
    const auto frame = autumn();
    std::size_t zeros = 0;
    std::size_t rated = 0;
    for (const auto& [day, held] : days) {
        if (calendar_date(day).month >= 10 && held.worst) {
            ++rated;
            zeros += held.worst->value() == 0 ? 1U : 0U;
        }
    }
    CHECK(rated > 20);
    CHECK(texts_equal(picture, charts::ColourRole::soreness_text, "0") == zeros);
    CHECK(charts::calendar_table(scene.all, days, frame, *scene.snapshot.catalogue, english).rows.size() ==
          picture.targets.size());
}

TEST_CASE("the calendar shows the worst rating of any area on a day", "[charts]") {
    const ChartScene scene = eight_weeks();
    const auto day = charts::calendar_days(scene.all).at(*parse_iso_day("2026-11-19"));
    CHECK(day.worst == Soreness::of(7));
    CHECK(scene.all.at(day.track).key == TrackKey{"low_back", Side::right});
    CHECK(scene.all.at(day.track).ratings.at(day.rating).record.text() == "e2");
}

TEST_CASE("the body map colours what was rated lately and leaves the rest blank", "[charts]") {
    const ChartScene scene = eight_weeks();
    CHECK(charts::recent_rating(scene.track("low_back", Side::right), 14)->record.text() == "e3");
    CHECK(charts::recent_rating(scene.track("temple", Side::left), 14) == nullptr);
    CHECK(charts::recent_rating(scene.track("temple", Side::left), 50)->record.text() == "e8");
}

TEST_CASE("every track with a recent rating stands on the body map or below it in words", "[charts]") {
    const ChartScene scene = eight_weeks();
    const charts::Picture picture =
        charts::body_map(scene.all, {}, *scene.snapshot.catalogue, english, plain_width);
    for (std::size_t i = 0; i < scene.all.size(); ++i) {
        if (charts::recent_rating(scene.all[i], 14) != nullptr) {
            CHECK(std::any_of(picture.targets.begin(), picture.targets.end(),
                              [i](const charts::HitTarget& target) { return target.index == i; }));
        }
    }
    CHECK(texts_equal(picture, charts::ColourRole::text, "Left: The knot under the strap of my bag") == 1);
}
