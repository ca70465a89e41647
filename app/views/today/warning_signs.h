#pragma once

#include "app/domain/answers.h"
#include "app/views/kit/ui.h"

#include <optional>
#include <variant>

namespace unknot::views {

/// What was pressed among the chips for warning signs.
struct NoSigns {};
struct MoreSigns {};
using SignsPressed = std::variant<std::monostate, NoSigns, Symptom, MoreSigns>;

/// The chips: "No warning signs" (key n), the common ones and "More" for the rest. `reported` are asked about
/// for themselves and stand first; what is chosen is always in sight. Empty `chosen`: not asked, nothing is
/// marked. `id` tells apart the questions of one screen.
SignsPressed warning_signs(const kit::Ui& ui, kit::Flow& flow, std::string_view id,
                           const std::optional<Symptoms>& chosen, Symptoms reported, bool all);

}  // namespace unknot::views
