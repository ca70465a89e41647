#pragma once

#include "app/guidance/flags.h"
#include "app/views/kit/press.h"

#include <cstddef>
#include <optional>
#include <span>
#include <string_view>

namespace unknot::kit {

/// A part of a screen that shows one of its parts at a time, as its list names it.
struct Part {
    std::string_view title;
    look::IconName icon = look::IconName::guide;
    guidance::Tier sign = guidance::Tier::none;  ///< where it is not none, its road sign stands for the icon
};

/// The parts below each other, the current one marked. Returns the index of the one that was pressed.
[[nodiscard]] std::optional<std::size_t> part_list(const Ui& ui, std::span<const Part> parts,
                                                   std::size_t current, Flow& flow);

/// The same choice as a dropdown, for narrow windows. `name` is what assistive names and tests call it.
[[nodiscard]] std::optional<std::size_t> part_choice(const Ui& ui, const ImRect& rect, std::string_view name,
                                                     std::span<const Part> parts, std::size_t current,
                                                     look::IconName icon);

}  // namespace unknot::kit
