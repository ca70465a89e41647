#include "app/look/theme.h"

#include "tests/support/look_data.h"

#include <fmt/format.h>

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <catch2/matchers/catch_matchers.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>

#include <algorithm>
#include <cmath>

using namespace unknot::look;
using Catch::Matchers::WithinAbs;

namespace {

/// WCAG 2.2: 1.4.3 and 1.4.11.
constexpr double for_text = 4.5;
constexpr double for_marks = 3.0;

std::string hex(Colour colour) {
    return colour.a == 255 ? fmt::format("#{:02X}{:02X}{:02X}", colour.r, colour.g, colour.b)
                           : fmt::format("#{:02X}{:02X}{:02X}{:02X}", colour.r, colour.g, colour.b, colour.a);
}

double luminance(Colour colour) {
    const auto linear = [](std::uint8_t part) {
        const double value = part / 255.0;
        return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(colour.r) + 0.7152 * linear(colour.g) + 0.0722 * linear(colour.b);
}

double contrast(Colour a, Colour b) {
    const auto [low, high] = std::minmax({luminance(a), luminance(b)});
    return (high + 0.05) / (low + 0.05);
}

Colour over(Colour top, Colour below, double alpha) {
    const auto mix = [alpha](std::uint8_t t, std::uint8_t b) {
        return static_cast<std::uint8_t>(std::lround(t * alpha + b * (1 - alpha)));
    };
    return {.r = mix(top.r, below.r), .g = mix(top.g, below.g), .b = mix(top.b, below.b)};
}

Colour over(Colour top, Colour below) {
    return over(top, below, top.a / 255.0);
}

void check_pair(const char* what, Colour front, Colour back, double needed) {
    INFO(what << ": " << hex(front) << " on " << hex(back));
    CHECK(contrast(front, back) >= needed);
}

void check_tier(const Theme& theme, const TierColours& tier, bool solid) {
    check_pair("word on its band", tier.text, tier.fill, for_text);
    check_pair("glyph on its badge", tier.on, tier.edge, for_marks);
    for (const Colour ground : {theme.ground, theme.surface, theme.raised}) {
        check_pair("tier word", tier.ink, ground, for_text);
        check_pair("badge", tier.edge, ground, for_marks);
    }
    check_pair("badge in a well", tier.edge, theme.sunken, for_marks);
    if (!solid) {
        check_pair("badge on its band", tier.edge, tier.fill, for_marks);
        check_pair("area name on its band", theme.text, tier.fill, for_text);
    }
}

const Theme& any_theme() {
    return GENERATE(false, true) ? dark_theme() : light_theme();
}

}  // namespace

TEST_CASE("contrast is computed as WCAG defines it", "[look]") {
    CHECK_THAT(contrast({.r = 255, .g = 255, .b = 255}, {}), WithinAbs(21.0, 1e-9));
    CHECK_THAT(contrast({.r = 0x77, .g = 0x77, .b = 0x77}, {.r = 255, .g = 255, .b = 255}),
               WithinAbs(4.48, 0.005));
}

TEST_CASE("text and what can be pressed keep their contrast on every surface, pointed at or pressed",
          "[look]") {
    const Theme& theme = any_theme();
    for (const Colour ground : {theme.ground, theme.surface, theme.raised, theme.sunken}) {
        for (const Colour below : {ground, over(theme.hover, ground), over(theme.pressed, ground)}) {
            check_pair("text", theme.text, below, for_text);
            check_pair("muted text", theme.muted, below, for_text);
            check_pair("accent as text", theme.accent, below, for_text);
        }
        check_pair("disabled text", theme.disabled, ground, for_marks);
        check_pair("control outline", theme.line_strong, ground, for_marks);
        check_pair("focus ring", theme.focus, ground, for_marks);
    }
    for (const Colour button : {theme.accent, theme.accent_hover, theme.accent_pressed}) {
        check_pair("label on a button", theme.accent_on, button, for_text);
        check_pair("button on the page", button, theme.ground, for_marks);
        check_pair("button on a card", button, theme.surface, for_marks);
        check_pair("button on a dialog", button, theme.raised, for_marks);
    }
}

TEST_CASE("what is chosen, and a toast, can be read", "[look]") {
    const Theme& theme = any_theme();
    check_pair("label", theme.accent_soft_on, theme.accent_soft, for_text);
    check_pair("text", theme.text, theme.accent_soft, for_text);
    check_pair("muted text", theme.muted, theme.accent_soft, for_text);
    check_pair("outline", theme.accent, theme.accent_soft, for_marks);
    check_pair("toast", theme.surface, theme.text, for_text);
    check_pair("outline of Undo", over(theme.surface, theme.text, 0.55), theme.text, for_marks);
}

TEST_CASE("each tier's word, badge and band can be told apart", "[look]") {
    const Theme& theme = any_theme();
    check_tier(theme, theme.info, false);
    check_tier(theme, theme.ease_off, false);
    check_tier(theme, theme.pause, false);
    check_tier(theme, theme.seek_care, true);
}

TEST_CASE("each soreness number can be read on its colour, and its key be seen", "[look]") {
    const Theme& theme = any_theme();
    for (const SorenessColours& step : theme.soreness) {
        check_pair("number", step.text, step.fill, for_text);
        check_pair("number, pointed at", step.text, over(theme.hover, step.fill), for_marks);
        check_pair("number, pressed", step.text, over(theme.pressed, step.fill), for_marks);
        check_pair("key", step.outline ? theme.line_strong : step.fill, theme.surface, for_marks);
    }
}

TEST_CASE("more sore is darker by day and brighter by night, at every step", "[look]") {
    for (std::size_t i = 1; i < 11; ++i) {
        INFO(i);
        CHECK(luminance(light_theme().soreness[i].fill) < luminance(light_theme().soreness[i - 1].fill));
        CHECK(luminance(dark_theme().soreness[i].fill) > luminance(dark_theme().soreness[i - 1].fill));
    }
}

TEST_CASE("lines of charts and areas of the body map can be seen", "[look]") {
    const Theme& theme = any_theme();
    const ChartColours& chart = theme.chart;
    for (const Colour ground : {theme.surface, theme.ground}) {
        check_pair("soreness", chart.soreness_line, ground, for_marks);
        check_pair("session", chart.session, ground, for_marks);
        check_pair("settled", chart.settled, ground, for_marks);
        check_pair("words of the axis", chart.axis, ground, for_text);
    }
    for (const TierColours& tier : {theme.ease_off, theme.pause}) {
        const Colour span = over(tier.fill, theme.surface, static_cast<double>(chart.span_alpha));
        check_pair("soreness on a tinted day", chart.soreness_line, span, for_marks);
        check_pair("settled on a tinted day", chart.settled, span, for_marks);
    }
    check_pair("chosen area on the body", theme.accent, chart.body, for_marks);
    check_pair("chosen area beside another", theme.accent, chart.area, for_marks);
    check_pair("outline of an area", chart.area_line, chart.area, for_marks);
}

TEST_CASE("the themes are those of the tokens", "[look]") {
    for (const auto& [name, theme] : {std::pair{"light", &light_theme()}, std::pair{"dark", &dark_theme()}}) {
        const auto data = unknot::tests::look_data("tokens.json")["themes"][name];
        const Theme& t = *theme;
        CHECK(t.dark == (std::string(name) == "dark"));
        const std::map<std::string, Colour> colours{{"ground", t.ground},
                                                    {"surface", t.surface},
                                                    {"raised", t.raised},
                                                    {"sunken", t.sunken},
                                                    {"text", t.text},
                                                    {"muted", t.muted},
                                                    {"disabled", t.disabled},
                                                    {"line", t.line},
                                                    {"line_strong", t.line_strong},
                                                    {"accent", t.accent},
                                                    {"accent_hover", t.accent_hover},
                                                    {"accent_pressed", t.accent_pressed},
                                                    {"accent_on", t.accent_on},
                                                    {"accent_soft", t.accent_soft},
                                                    {"accent_soft_on", t.accent_soft_on},
                                                    {"focus", t.focus},
                                                    {"hover", t.hover},
                                                    {"pressed", t.pressed},
                                                    {"scrim", t.scrim},
                                                    {"shadow", t.shadow}};
        CHECK(colours.size() == data["colour"].size());
        for (const auto& [key, colour] : colours) {
            INFO(name << ' ' << key);
            CHECK(hex(colour) == data["colour"][key].get<std::string>());
        }
        for (const auto& [key, tier] : {std::pair{"info", &t.info}, std::pair{"ease_off", &t.ease_off},
                                        std::pair{"pause", &t.pause}, std::pair{"seek_care", &t.seek_care}}) {
            const auto& wanted = data["tier"][key];
            CHECK(hex(tier->fill) == wanted["fill"].get<std::string>());
            CHECK(hex(tier->edge) == wanted["edge"].get<std::string>());
            CHECK(hex(tier->text) == wanted["text"].get<std::string>());
            CHECK(hex(tier->on) == wanted["on"].get<std::string>());
            CHECK(hex(tier->ink) == wanted.value("ink", wanted["text"].get<std::string>()));
        }
        for (std::size_t i = 0; i < t.soreness.size(); ++i) {
            CHECK(hex(t.soreness[i].fill) == data["soreness"][i]["fill"].get<std::string>());
            CHECK(t.soreness[i].outline == data["soreness"][i]["outline"].get<bool>());
        }
        CHECK(hex(t.chart.area_line) == data["chart"]["area_line"].get<std::string>());
        CHECK(hex(t.chart.soreness_line) == data["chart"]["soreness_line"].get<std::string>());
        CHECK(t.chart.span_alpha == data["chart"]["span_alpha"].get<float>());
    }
}
