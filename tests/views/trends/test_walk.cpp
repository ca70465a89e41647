#include "app/views/trends/walk.h"

#include <catch2/catch_test_macros.hpp>

using namespace unknot;
using views::target_after;

namespace {

charts::Picture days(const std::vector<int>& recorded) {
    charts::Picture picture;
    for (const int day : recorded) {
        picture.targets.push_back(
            {charts::HitTarget::Kind::day, static_cast<std::size_t>(day), {}, {static_cast<float>(day), 0}});
    }
    return picture;
}

charts::Picture places(const std::vector<charts::Point>& points) {
    charts::Picture picture;
    for (const charts::Point at : points) {
        picture.targets.push_back({charts::HitTarget::Kind::track, picture.targets.size(), {}, at});
    }
    return picture;
}

}  // namespace

TEST_CASE("arrows go through the days of a calendar one by one, and a week up and down", "[trends]") {
    const charts::Picture picture = days({3, 4, 9, 10, 11, 20});
    CHECK(target_after(picture, {}, ImGuiKey_RightArrow) == 0U);
    CHECK(target_after(picture, {}, ImGuiKey_LeftArrow) == 5U);
    CHECK(target_after(picture, 1, ImGuiKey_RightArrow) == 2U);
    CHECK(target_after(picture, 5, ImGuiKey_RightArrow) == 5U);
    CHECK(target_after(picture, 0, ImGuiKey_LeftArrow) == 0U);
    CHECK(target_after(picture, 1, ImGuiKey_DownArrow) == 4U);  // 4 and 7 more are 11
    CHECK(target_after(picture, 4, ImGuiKey_DownArrow) == 5U);  // nothing on day 18: the next one beyond
    CHECK(target_after(picture, 3, ImGuiKey_UpArrow) == 0U);
    CHECK_FALSE(target_after(picture, 5, ImGuiKey_DownArrow));
    CHECK_FALSE(target_after(picture, 0, ImGuiKey_UpArrow));
    CHECK(target_after(picture, 3, ImGuiKey_Home) == 0U);
    CHECK(target_after(picture, 3, ImGuiKey_End) == 5U);
    CHECK_FALSE(target_after(picture, 3, ImGuiKey_Enter));
}

TEST_CASE("up and down go to the nearest place above or below, rather than aside", "[trends]") {
    const charts::Picture picture = places({{100, 10}, {40, 50}, {110, 60}, {100, 200}});
    CHECK(target_after(picture, 0, ImGuiKey_DownArrow) == 2U);
    CHECK(target_after(picture, 2, ImGuiKey_DownArrow) == 3U);
    CHECK(target_after(picture, 3, ImGuiKey_UpArrow) == 2U);
    CHECK_FALSE(target_after(picture, 0, ImGuiKey_UpArrow));
}

TEST_CASE("a picture without targets leads nowhere, and one that shrank begins anew", "[trends]") {
    CHECK_FALSE(target_after({}, {}, ImGuiKey_RightArrow));
    CHECK(target_after(days({1, 2}), 7, ImGuiKey_DownArrow) == 0U);
}
