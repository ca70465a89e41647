#include "app/look/body_map.h"

#include "tests/support/look_data.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <cmath>
#include <set>

using namespace unknot;
using namespace unknot::look;

namespace {

const float middle = body_width / 2;

bool same_place(const BodyArea* found, const BodyArea& wanted) {
    return found != nullptr && found->area == wanted.area && found->side == wanted.side;
}

/// The point of the outline between two of its corners, moved off it by `outwards` (outlines run clockwise).
Point beside_edge(const BodyArea& area, std::size_t corner, float outwards) {
    const Point from = area.outline[corner];
    const Point to = area.outline[(corner + 1) % area.outline.size()];
    const float length = std::hypot(to.x - from.x, to.y - from.y);
    return {.x = (from.x + to.x) / 2 + outwards * (to.y - from.y) / length,
            .y = (from.y + to.y) / 2 - outwards * (to.x - from.x) / length};
}

}  // namespace

TEST_CASE("the label point of every area hits that area on its own side", "[look]") {
    const BodyView view = GENERATE(BodyView::front, BodyView::back);
    for (const BodyArea& area : body(view).areas) {
        INFO(area.area << ' ' << name_of(area.side));
        CHECK(same_place(area_at(view, area.label, 0), area));
    }
}

TEST_CASE("every edge of every area hits it from inside, and from a little outside only with slack",
          "[look]") {
    const BodyView view = GENERATE(BodyView::front, BodyView::back);
    for (const BodyArea& area : body(view).areas) {
        for (std::size_t corner = 0; corner < area.outline.size(); ++corner) {
            INFO(area.area << ' ' << name_of(area.side) << ", corner " << corner);
            CHECK(same_place(area_at(view, beside_edge(area, corner, -0.1F), 0), area));
            CHECK(area_at(view, beside_edge(area, corner, 0.1F), 0) == nullptr);
            CHECK(same_place(area_at(view, beside_edge(area, corner, 0.1F), 6), area));
        }
    }
}

TEST_CASE("what is farther from every area than the slack hits none", "[look]") {
    CHECK(area_at(BodyView::front, {.x = 5, .y = 5}, 6) == nullptr);
    CHECK(area_at(BodyView::back, {.x = 395, .y = 5}, 6) == nullptr);
    const BodyArea& shin = *shapes_of("shin", Side::left, BodyView::front).at(0);
    float right_most = 0;
    float height = 0;
    for (const Point point : shin.outline) {
        if (point.x > right_most) {
            right_most = point.x;
            height = point.y;
        }
    }
    CHECK(same_place(area_at(BodyView::front, {.x = right_most + 5.9F, .y = height}, 6), shin));
    CHECK(area_at(BodyView::front, {.x = right_most + 6.1F, .y = height}, 6) == nullptr);
}

TEST_CASE("the person's left is on the picture's right in the front view, on its left in the back view",
          "[look]") {
    const BodyView view = GENERATE(BodyView::front, BodyView::back);
    for (const BodyArea& area : body(view).areas) {
        INFO(area.area << ' ' << name_of(area.side));
        const bool picture_right = (area.side == Side::left) == (view == BodyView::front);
        for (const Point point : area.outline) {
            if (area.side != Side::center) {
                CHECK((point.x > middle) == picture_right);
            }
        }
        if (area.side == Side::center) {
            CHECK(area.label.x == middle);
        }
    }
}

TEST_CASE("a click on the mirrored place hits the same area on the other side", "[look]") {
    const BodyView view = GENERATE(BodyView::front, BodyView::back);
    for (const BodyArea& area : body(view).areas) {
        INFO(area.area << ' ' << name_of(area.side));
        const BodyArea* const mirrored =
            area_at(view, {.x = body_width - area.label.x, .y = area.label.y}, 0);
        REQUIRE(mirrored != nullptr);
        CHECK(mirrored->area == area.area);
        CHECK((mirrored->side == area.side) == (area.side == Side::center));
    }
}

TEST_CASE("the map shows each built-in area on every side and in every view that it has, and no other",
          "[look]") {
    const AreaCatalogue catalogue;
    std::size_t shapes = 0;
    for (const Area& area : catalogue.all()) {
        for (const BodyView view : {BodyView::front, BodyView::back}) {
            for (const Side side : {Side::left, Side::right, Side::center}) {
                INFO(area.id << ' ' << name_of(side));
                const bool shown = view == BodyView::front ? area.front : area.back;
                const auto found = shapes_of(area.id, side, view);
                CHECK(found.size() == (shown && area.sides.has(side) ? 1U : 0U));
                shapes += found.size();
            }
        }
    }
    CHECK(shapes == body(BodyView::front).areas.size() + body(BodyView::back).areas.size());
}

TEST_CASE("both sides are the left and the right one, never the center", "[look]") {
    const auto calves = shapes_of("calf", Side::both, BodyView::back);
    REQUIRE(calves.size() == 2);
    CHECK(std::set{calves[0]->side, calves[1]->side} == std::set{Side::left, Side::right});
    CHECK(shapes_of("low_back", Side::both, BodyView::back).size() ==
          shapes_of("low_back", Side::left, BodyView::back).size() * 2);
    CHECK(shapes_of("own_1234", Side::both, BodyView::back).empty());
}

TEST_CASE("the map's lines are those of the drawing", "[look]") {
    const auto data = tests::look_data("bodymap.json");
    CHECK(data["canvas"] == nlohmann::ordered_json{body_width, body_height});
    for (const auto& [name, view] :
         {std::pair{"front", BodyView::front}, std::pair{"back", BodyView::back}}) {
        const auto& drawn = data["views"][name];
        const auto same = [](std::span<const Point> points, const nlohmann::ordered_json& wanted) {
            bool equal = points.size() == wanted.size();
            for (std::size_t i = 0; equal && i < points.size(); ++i) {
                equal = points[i] == Point{wanted[i][0].get<float>(), wanted[i][1].get<float>()};
            }
            return equal;
        };
        CHECK(same(body(view).silhouette, drawn["silhouette"]));
        REQUIRE(body(view).details.size() == drawn["details"].size());
        for (std::size_t i = 0; i < drawn["details"].size(); ++i) {
            CHECK(same(body(view).details[i], drawn["details"][i]));
        }
        REQUIRE(body(view).areas.size() == drawn["areas"].size());
        for (std::size_t i = 0; i < drawn["areas"].size(); ++i) {
            CHECK(body(view).areas[i].area == drawn["areas"][i]["area"].get<std::string>());
            CHECK(name_of(body(view).areas[i].side) == drawn["areas"][i]["side"].get<std::string>());
            CHECK(same(body(view).areas[i].outline, drawn["areas"][i]["polygon"]));
        }
    }
}

TEST_CASE("the triangles of every shape fill it: their areas add up to its own", "[look]") {
    const auto twice_area = [](Point a, Point b, Point c) {
        return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
    };
    const auto check = [&](std::span<const Point> ring, std::span<const std::uint16_t> triangles) {
        REQUIRE(triangles.size() == 3 * (ring.size() - 2));
        float whole = 0;
        for (std::size_t i = 0; i < ring.size(); ++i) {
            whole += twice_area({0, 0}, ring[i], ring[(i + 1) % ring.size()]);
        }
        float parts = 0;
        for (std::size_t i = 0; i < triangles.size(); i += 3) {
            const float part = twice_area(ring[triangles[i]], ring[triangles[i + 1]], ring[triangles[i + 2]]);
            CHECK(part * whole >= 0);  // none lies outside and is taken off again
            parts += part;
        }
        CHECK(std::abs(parts - whole) < 0.001F * std::abs(whole));
    };
    const BodyView view = GENERATE(BodyView::front, BodyView::back);
    check(body(view).silhouette, body(view).triangles);
    for (const BodyArea& area : body(view).areas) {
        INFO(area.area << ' ' << name_of(area.side));
        check(area.outline, area.triangles);
    }
}
