#include "app/cli/inputs.h"

namespace unknot::cli {

Soreness read_soreness(const Context& context, const std::string& text, Field field) {
    const auto number = parse_whole_number(text);
    const auto soreness = number ? Soreness::of(*number) : std::nullopt;
    if (!soreness) {
        throw context.refused({field, Reason::soreness_range, shown_value(text), {}});
    }
    return *soreness;
}

PressureLevel read_pressure(const Context& context, const std::string& text) {
    const auto number = parse_whole_number(text);
    const auto level = number ? pressure_level(*number) : std::nullopt;
    if (!level) {
        throw context.refused({Field::pressure, Reason::pressure_range, shown_value(text), {}});
    }
    return *level;
}

Duration read_duration(const Context& context, const std::string& text) {
    const ParsedDuration parsed = parse_duration(text);
    if (!parsed.duration) {
        throw context.refused({Field::duration, parsed.reason, shown_value(text), {}});
    }
    return *parsed.duration;
}

Side read_side(const Context& context, const AreaCatalogue& areas, const std::string& area,
               const std::string& text) {
    if (text.empty()) {
        const Area* found = areas.find(area);
        if (found == nullptr) {
            throw context.refused(
                {Field::area, Reason::unknown_area, shown_value(area), areas.nearest(area)});
        }
        if (found->sides == AreaSides{false, false, true}) {
            return Side::center;
        }
        throw context.refused({Field::side, Reason::missing, "", {}});
    }
    const auto side = side_named(text);
    if (!side) {
        throw context.refused({Field::side, Reason::unknown_side, shown_value(text), {}});
    }
    return *side;
}

}  // namespace unknot::cli
