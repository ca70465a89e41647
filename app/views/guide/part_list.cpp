#include "app/views/guide/parts.h"
#include "app/views/kit/parts.h"

#include <array>

namespace unknot::views {

namespace {

look::IconName part_icon(GuidePart part) {
    switch (part) {
        case GuidePart::before_you_start: return look::IconName::ask;
        case GuidePart::how_hard_to_press: return look::IconName::log;
        case GuidePart::while_you_press: return look::IconName::timer;
        case GuidePart::afterwards: return look::IconName::today;
        case GuidePart::when_to_stop: return look::IconName::tier_pause;
        case GuidePart::when_to_seek_care: return look::IconName::tier_seek_care;
        case GuidePart::habits: return look::IconName::repeat;
        case GuidePart::using_unknot: return look::IconName::keyboard;
        case GuidePart::rules_in_numbers: return look::IconName::settings;
        case GuidePart::about: return look::IconName::mark;
    }
    return look::IconName::guide;
}

/// The two parts that tell of advice carry its road sign.
guidance::Tier part_tier(GuidePart part) {
    if (part == GuidePart::when_to_stop) {
        return guidance::Tier::pause;
    }
    return part == GuidePart::when_to_seek_care ? guidance::Tier::seek_care : guidance::Tier::none;
}

std::array<kit::Part, guide_part_count> all_parts(const words::Catalogue& words) {
    std::array<kit::Part, guide_part_count> parts;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const auto part = static_cast<GuidePart>(i);
        parts.at(i) = {part_title(words, part), part_icon(part), part_tier(part)};
    }
    return parts;
}

std::optional<GuidePart> as_part(const std::optional<std::size_t>& index) {
    return index ? std::optional(static_cast<GuidePart>(*index)) : std::nullopt;
}

}  // namespace

std::optional<GuidePart> draw_part_list(const kit::Ui& ui, GuidePart current, kit::Flow& flow) {
    return as_part(kit::part_list(ui, all_parts(ui.words), static_cast<std::size_t>(current), flow));
}

std::optional<GuidePart> draw_part_choice(const kit::Ui& ui, GuidePart current, const ImRect& rect) {
    return as_part(kit::part_choice(ui, rect, ui.words.text("Part of the guide"), all_parts(ui.words),
                                    static_cast<std::size_t>(current), look::IconName::guide));
}

}  // namespace unknot::views
