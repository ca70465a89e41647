#include "tests/charts/scene.h"
#include "tests/support/golden.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <map>
#include <set>

using namespace unknot;
using namespace unknot::tests;
using charts::HitTarget;

namespace {

constexpr std::string_view as_of = "2026-11-21T08:16:00+01:00";
const words::Catalogue english;

charts::TimeWindow days(const std::string& first, const std::string& last) {
    return charts::window_of(*parse_iso_day(first), *parse_iso_day(last));
}

charts::Picture drawn(const charts::TrackSeries& series, const charts::TimeWindow& window,
                      float width = 1080) {
    charts::TimelineFrame frame;
    frame.width = width;
    frame.window = window;
    return charts::timeline(series, frame, english, plain_width);
}

struct Bounds {
    float left = 0, top = 0, right = 0, bottom = 0;

    void take(charts::Point p) {
        left = std::min(left, p.x);
        top = std::min(top, p.y);
        right = std::max(right, p.x);
        bottom = std::max(bottom, p.y);
    }
    void operator()(const charts::Polyline& line) {
        std::for_each(line.points.begin(), line.points.end(), [&](auto p) { take(p); });
    }
    void operator()(const charts::Polygon& shape) {
        std::for_each(shape.points.begin(), shape.points.end(), [&](auto p) { take(p); });
    }
    void operator()(const charts::Rect& rect) {
        take({rect.box.x, rect.box.y});
        take({rect.box.right(), rect.box.bottom()});
    }
    void operator()(const charts::Circle& circle) {
        take({circle.centre.x - circle.radius, circle.centre.y - circle.radius});
        take({circle.centre.x + circle.radius, circle.centre.y + circle.radius});
    }
    void operator()(const charts::Text& text) {
        const float width = plain_width(text.text, text.role);
        const float left_of = text.anchor == charts::Anchor::start    ? 0
                              : text.anchor == charts::Anchor::middle ? width / 2
                                                                      : width;
        take({text.at.x - left_of, text.at.y - 10});
        take({text.at.x - left_of + width, text.at.y + 4});
    }
};

bool within_frame(const charts::Picture& picture) {
    Bounds bounds;
    for (const charts::Shape& shape : picture.shapes) {
        std::visit(bounds, shape);
    }
    return bounds.left >= -0.01F && bounds.top >= -0.01F && bounds.right <= picture.width + 0.01F &&
           bounds.bottom <= picture.height + 0.01F;
}

std::size_t targets_of(const charts::Picture& picture, HitTarget::Kind kind) {
    std::set<std::size_t> found;
    for (const HitTarget& target : picture.targets) {
        if (target.kind == kind) {
            found.insert(target.index);
        }
    }
    return found.size();
}

std::size_t ratings_in(const charts::TrackSeries& series, const charts::TimeWindow& window) {
    return static_cast<std::size_t>(
        std::count_if(series.ratings.begin(), series.ratings.end(),
                      [&](const charts::RatingPoint& rating) { return window.holds(rating.time); }));
}

std::vector<charts::Polyline> soreness_lines(const charts::Picture& picture) {
    std::vector<charts::Polyline> lines;
    for (const charts::Shape& shape : picture.shapes) {
        const auto* line = std::get_if<charts::Polyline>(&shape);
        const bool legend = line != nullptr && line->points.size() == 2 && line->points[0].y < 40;
        if (line != nullptr && !legend && line->stroke.paint.role == charts::ColourRole::soreness_line) {
            lines.push_back(*line);
        }
    }
    return lines;
}

}  // namespace

TEST_CASE("timelines are drawn as approved", "[charts]") {
    const ChartScene scene = eight_weeks();
    const auto& left = scene.track("levator_scapulae", Side::left);
    const auto check = [](const std::string& name, const charts::Picture& picture) {
        CHECK(golden_difference("charts/" + name, charts::dump(picture)) == "");
    };
    check("timeline_eight_weeks.txt", drawn(left, days("2026-09-27", "2026-11-21")));
    check("timeline_five_days_narrow.txt", drawn(left, days("2026-11-17", "2026-11-21"), 420));
    check("timeline_one_rating.txt",
          drawn(scene.track("temple", Side::left), days("2026-09-27", "2026-10-10")));
    charts::TrackSeries nothing;
    nothing.today = left.today;
    check("timeline_nothing.txt", drawn(nothing, days("2026-11-19", "2026-11-21")));
}

TEST_CASE("every rating and session of the window can be reached, however many share a column", "[charts]") {
    for (const unsigned seed : {1U, 2U, 3U}) {
        const ChartScene scene(random_log(seed, 400), std::string(as_of));
        const auto& series = scene.track("calf", Side::left);
        for (const auto& window : {days("2026-11-01", "2026-11-21"), days("2025-10-01", "2026-11-21"),
                                   days("2017-01-01", "2026-11-21"), days("2026-02-01", "2026-03-01")}) {
            const charts::Picture picture = drawn(series, window);
            CHECK(targets_of(picture, HitTarget::Kind::rating) == ratings_in(series, window));
            CHECK(within_frame(picture));
            for (const HitTarget& target : picture.targets) {
                CHECK(target.box.holds(target.at));
                CHECK_FALSE(charts::timeline_card(series, target, english).title.empty());
            }
        }
    }
}

TEST_CASE("no line bridges a gap of more than 36 hours", "[charts]") {
    const ChartScene scene(random_log(7, 60), std::string(as_of));
    const auto& series = scene.track("calf", Side::left);
    const auto window = days("2026-09-20", "2026-11-21");
    const charts::TimeScale scale{window, 38, 1074};
    // As wide as 36 hours and not a hair more: a line's part belongs to two ratings beside each other.
    const float widest = scale.per_day() * 1.5F + 0.01F;
    const auto lines = soreness_lines(drawn(series, window));
    REQUIRE(lines.size() > 3);
    for (const charts::Polyline& line : lines) {
        for (std::size_t i = 0; i + 1 < line.points.size(); ++i) {
            CHECK(line.points[i + 1].x - line.points[i].x <= widest);
        }
    }
}

TEST_CASE("the words of a gap stand on a line as long as the gap, which no rating crosses", "[charts]") {
    const ChartScene scene = eight_weeks();
    const auto& series = scene.track("levator_scapulae", Side::left);
    const auto window = days("2026-09-27", "2026-11-21");
    const charts::Picture picture = drawn(series, window);
    std::size_t words = 0;
    std::size_t lines = 0;
    for (const charts::Shape& shape : picture.shapes) {
        const auto* text = std::get_if<charts::Text>(&shape);
        words += text != nullptr && text->text == "no ratings" ? 1 : 0;
        const auto* line = std::get_if<charts::Polyline>(&shape);
        const bool gap = line != nullptr && line->points.size() == 4 &&
                         line->stroke.paint.role == charts::ColourRole::line_strong;
        if (!gap) {
            continue;  // only the end of a gap's line has a foot
        }
        ++lines;
        const auto [left, right] = std::minmax(line->points[0].x, line->points[1].x);
        for (const HitTarget& target : picture.targets) {
            const bool crossed = target.at.x > left - 1 && target.at.x < right + 1;
            CHECK_FALSE((target.kind == HitTarget::Kind::rating && crossed));
        }
    }
    CHECK(words > 0);
    CHECK(lines >= words);
}

TEST_CASE("thinning keeps the lowest and the highest rating of each column", "[charts]") {
    const ChartScene scene(random_log(5, 3650), std::string(as_of));
    const auto& series = scene.track("calf", Side::left);
    const auto window = days("2016-11-01", "2026-11-21");
    const charts::Picture picture = drawn(series, window);
    std::map<int, std::pair<float, float>> drawn_ends;
    for (const charts::Shape& shape : picture.shapes) {
        const auto* dot = std::get_if<charts::Circle>(&shape);
        if (dot != nullptr && dot->centre.y > 60) {
            auto [at, first] =
                drawn_ends.try_emplace(static_cast<int>(dot->centre.x / 2), dot->centre.y, dot->centre.y);
            at->second = {std::min(at->second.first, dot->centre.y),
                          std::max(at->second.second, dot->centre.y)};
        }
    }
    std::map<int, std::pair<float, float>> ends;
    for (const HitTarget& target : picture.targets) {
        if (target.kind == HitTarget::Kind::rating) {
            auto [at, first] = ends.try_emplace(static_cast<int>(target.at.x / 2), target.at.y, target.at.y);
            at->second = {std::min(at->second.first, target.at.y), std::max(at->second.second, target.at.y)};
        }
    }
    CHECK(ends.size() > 200);
    CHECK(drawn_ends == ends);
    CHECK(picture.shapes.size() < 5000);
}

TEST_CASE("the table of a timeline has a row for every rating and session", "[charts]") {
    const ChartScene scene = eight_weeks();
    const auto& series = scene.track("levator_scapulae", Side::left);
    const auto window = days("2026-09-27", "2026-11-21");
    const charts::Table table = charts::timeline_table(series, window, english);
    CHECK(table.rows.size() == series.ratings.size() + series.sessions.size());
    std::vector<std::string> numbers;
    for (const auto& row : table.rows) {
        REQUIRE(row.size() == table.headers.size());
        if (!row[3].empty()) {
            numbers.push_back(row[3]);
        }
    }
    std::vector<std::string> expected;
    for (const auto& rating : series.ratings) {
        expected.push_back(std::to_string(rating.soreness.value()));
    }
    CHECK(numbers == expected);
}

TEST_CASE("a card says the number, the word, the day, the time and what it followed", "[charts]") {
    const ChartScene scene = eight_weeks();
    const auto& series = scene.track("levator_scapulae", Side::left);
    const auto at = std::find_if(series.ratings.begin(), series.ratings.end(), [](const auto& rating) {
        return local_day(rating.at) == *parse_iso_day("2026-10-09");
    });
    REQUIRE(at != series.ratings.end());
    HitTarget target;
    target.index = static_cast<std::size_t>(at - series.ratings.begin());
    const charts::Card card = charts::timeline_card(series, target, english);
    CHECK(card.record == at->record);
    CHECK(card.soreness == Soreness::of(5));
    CHECK(card.title == "Moderate, day 1");
    CHECK(card.when == "Friday 9 October, 07:50. Settled line 3");
    CHECK(card.context == "After strong but manageable, 2 min. Tensed up");
}

TEST_CASE("zoom keeps the moment under the pointer and stays between three days and the longest window",
          "[charts]") {
    const charts::TimeWindow window{100, 200};
    const charts::TimeWindow closer = charts::zoomed(window, 0.5, 120);
    CHECK(closer.days() == 50);
    CHECK(closer.from == 110);
    CHECK(charts::zoomed(window, 0.0001, 150).days() == charts::shortest_window_days);
    CHECK(charts::zoomed(window, 1e9, 150).days() == charts::longest_window_days);
    CHECK(charts::panned(window, -7).from == 93);
}

TEST_CASE("dates under the axis never overlap, from three days to a century", "[charts]") {
    for (const double length : {3.0, 5.0, 9.0, 20.0, 56.0, 130.0, 400.0, 1200.0, 3700.0, 36500.0}) {
        for (const float width : {320.0F, 640.0F, 1080.0F, 3000.0F}) {
            const LocalDay today = *parse_iso_day("2026-11-21");
            const charts::TimeScale scale{{today.number - length, today.number + 1.0}, 38, width};
            float free_from = 0;
            for (const charts::Tick& tick : charts::ticks(scale, today, english, plain_width)) {
                const float x = scale.x(tick.time) + 3;
                CHECK(x >= free_from);
                if (!tick.label.empty()) {
                    free_from = x + plain_width(tick.label, charts::TextRole::small) + 4;
                    CHECK(free_from - 4 <= width);
                }
            }
        }
    }
}
