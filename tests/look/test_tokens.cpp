#include "app/look/icon.h"
#include "app/look/measures.h"
#include "app/look/type.h"

#include "tests/support/look_data.h"

#include <catch2/catch_test_macros.hpp>

#include <map>

using namespace unknot::look;

namespace {

using Measures = std::map<std::string, float>;

bool is_icon(IconName name, const std::string& key) {
    const auto data = unknot::tests::look_data("icons.json")["icons"][key];
    const auto first = data["paths"][0]["points"];
    const IconPath& path = icon(name).paths[0];
    return icon(name).paths.size() == data["paths"].size() && path.points.size() == first.size() &&
           path.points[0] == Point{first[0][0].get<float>(), first[0][1].get<float>()};
}

}  // namespace

TEST_CASE("the measures are those of the tokens", "[look]") {
    const auto tokens = unknot::tests::look_data("tokens.json");
    CHECK(tokens["space"].get<Measures>() == Measures{{"xxs", space::xxs},
                                                      {"xs", space::xs},
                                                      {"s", space::s},
                                                      {"m", space::m},
                                                      {"l", space::l},
                                                      {"xl", space::xl},
                                                      {"xxl", space::xxl}});
    CHECK(tokens["radius"].get<Measures>() == Measures{{"bar", radius::bar},
                                                       {"control", radius::control},
                                                       {"tile", radius::tile},
                                                       {"card", radius::card},
                                                       {"round", radius::round}});
    CHECK(tokens["line_width"].get<Measures>() == Measures{{"hair", line_width::hair},
                                                           {"control", line_width::control},
                                                           {"icon", line_width::icon},
                                                           {"chart", line_width::chart},
                                                           {"focus", line_width::focus},
                                                           {"focus_gap", line_width::focus_gap}});
    CHECK(tokens["control"]["height"] == control::height);
    CHECK(tokens["control"]["min_hit"] == control::min_hit);
    CHECK(tokens["control"]["picker_button_roomy"][0] == control::picker_button_roomy_width);
    CHECK(tokens["control"]["picker_button_roomy"][1] == control::picker_button_roomy_height);
    CHECK(tokens["breakpoints"]["top_bar_below"] == breakpoint::side_rail);
    CHECK(tokens["breakpoints"]["two_columns_from"] == breakpoint::two_columns);
    CHECK(tokens["breakpoints"]["three_columns_from"] == breakpoint::three_columns);
    CHECK(tokens["shadow"]["rects"].size() == shadow_rects.size());
    CHECK(tokens["shadow"]["rects"][3]["down"] == shadow_rects[3].down);
}

TEST_CASE("the styles of text are those of the tokens, and none is smaller than 14", "[look]") {
    const std::map<std::string, TextStyle> styles{
        {"display", type::display}, {"title", type::title},
        {"head", type::head},       {"lead", type::lead},
        {"body", type::body},       {"body_bold", type::body_bold},
        {"small", type::small},     {"small_bold", type::small_bold},
        {"chip", type::chip},       {"chip_bold", type::chip_bold},
        {"hero", type::hero},       {"number_large", type::number_large},
        {"number", type::number},   {"clock", type::clock}};
    const std::map<std::string, Face> faces{
        {"text", Face::text}, {"bold", Face::bold}, {"title", Face::title}};
    const auto tokens = unknot::tests::look_data("tokens.json")["type"];
    CHECK(tokens.size() == styles.size());
    for (const auto& [name, style] : styles) {
        INFO(name);
        CHECK(style.face == faces.at(tokens[name]["font"].get<std::string>()));
        CHECK(style.size == tokens[name]["size"].get<float>());
        CHECK(style.line == tokens[name]["line"].get<float>());
        CHECK(style.imgui_size == tokens[name]["imgui_size"].get<float>());
        CHECK(style.size >= 14);
    }
    for (const TextStyle& numbers : {type::number, type::number_large, type::clock, type::chip_bold}) {
        CHECK(numbers.face != Face::title);
    }
}

TEST_CASE("every icon is the drawing of its name and keeps inside its grid", "[look]") {
    const auto data = unknot::tests::look_data("icons.json");
    REQUIRE(data["icons"].size() == icon_count);
    CHECK(data["grid"] == icon_grid);
    CHECK(data["stroke"] == icon_stroke);
    CHECK(data["badge_stroke"].get<float>() == badge_stroke);
    std::size_t at = 0;
    for (const auto& [key, drawn] : data["icons"].items()) {
        INFO(key);
        const auto name = static_cast<IconName>(at++);
        CHECK(is_icon(name, key));
        CHECK(icon(name).shape.empty() == !drawn.contains("shape"));
        for (const IconPath& path : icon(name).paths) {
            for (const Point point : path.points) {
                CHECK((point.x >= 0 && point.x <= icon_grid && point.y >= 0 && point.y <= icon_grid));
            }
        }
    }
    CHECK(is_icon(IconName::mark, "mark"));
    CHECK(is_icon(IconName::delete_, "delete"));
    CHECK(is_icon(IconName::tier_seek_care, "tier_seek_care"));
    CHECK(is_icon(IconName::pressure_5, "pressure_5"));
    CHECK(icon(IconName::rating).paths[0].fill == data["icons"]["rating"]["paths"][0].value("fill", false));
}
