#include "app/charts/paint.h"

#include <algorithm>
#include <cmath>

namespace unknot::charts {

namespace {

const look::TierColours& tier_colours(const look::Theme& theme, std::uint8_t level) {
    switch (static_cast<guidance::Tier>(level)) {
        case guidance::Tier::ease_off: return theme.ease_off;
        case guidance::Tier::pause: return theme.pause;
        case guidance::Tier::seek_care: return theme.seek_care;
        default: return theme.info;
    }
}

std::uint8_t mixed(std::uint8_t over, std::uint8_t under, float share) {
    const float value = static_cast<float>(over) * share + static_cast<float>(under) * (1 - share);
    return static_cast<std::uint8_t>(std::lround(value));
}

/// Seek care's fill is a solid band; days below it get so little of it that the marks on them stay clear.
look::Colour tint(const look::Theme& theme, std::uint8_t level) {
    const bool solid = static_cast<guidance::Tier>(level) == guidance::Tier::seek_care;
    const float share = theme.chart.span_alpha * (solid ? 0.25F : 1.0F);
    const look::Colour over = tier_colours(theme, level).fill;
    return {mixed(over.r, theme.surface.r, share), mixed(over.g, theme.surface.g, share),
            mixed(over.b, theme.surface.b, share), 255};
}

}  // namespace

look::Colour colour_of(const look::Theme& theme, const Paint& paint) {
    const std::size_t step = std::min<std::size_t>(paint.level, theme.soreness.size() - 1);
    switch (paint.role) {
        case ColourRole::none:
        case ColourRole::surface: return theme.surface;
        case ColourRole::text: return theme.text;
        case ColourRole::muted: return theme.muted;
        case ColourRole::line: return theme.line;
        case ColourRole::line_strong: return theme.line_strong;
        case ColourRole::accent: return theme.accent;
        case ColourRole::accent_on: return theme.accent_on;
        case ColourRole::soreness: return theme.soreness.at(step).fill;
        case ColourRole::soreness_text: return theme.soreness.at(step).text;
        case ColourRole::soreness_line: return theme.chart.soreness_line;
        case ColourRole::session: return theme.chart.session;
        case ColourRole::settled: return theme.chart.settled;
        case ColourRole::grid: return theme.chart.grid;
        case ColourRole::tier_fill: return tier_colours(theme, paint.level).fill;
        case ColourRole::tier_edge: return tier_colours(theme, paint.level).edge;
        case ColourRole::tier_on: return tier_colours(theme, paint.level).on;
        case ColourRole::tier_tint: return tint(theme, paint.level);
        case ColourRole::body: return theme.chart.body;
        case ColourRole::body_line: return theme.chart.body_line;
        case ColourRole::area: return theme.chart.area;
        case ColourRole::area_line: return theme.chart.area_line;
    }
    return theme.text;
}

look::TextStyle style_of(TextRole role) {
    switch (role) {
        case TextRole::small: return look::type::small;
        case TextRole::small_bold: return look::type::small_bold;
        case TextRole::body: return look::type::body;
        case TextRole::body_bold: return look::type::body_bold;
        case TextRole::head: return look::type::head;
    }
    return look::type::small;
}

}  // namespace unknot::charts
