#pragma once

#include "app/domain/scales.h"
#include "app/views/kit/press.h"

#include <optional>
#include <string_view>

namespace unknot::kit {

/// The eleven keys 0 to 10, in the groups none, mild, moderate, severe, with their words below. As wide as
/// the flow up to the roomy size. Nothing is preselected. Returns the one pressed.
std::optional<Soreness> soreness_picker(const Ui& ui, Flow& flow, std::string_view id,
                                        std::optional<Soreness> answered);

/// The number on its colour, 34 x 28 units; an outlined dash where it was not recorded. Returns the right
/// edge.
float rating_chip(const Ui& ui, const ImVec2& at, std::optional<Soreness> soreness);

/// Width of a rating chip in pixels.
[[nodiscard]] float rating_chip_width(const Ui& ui);

/// Five keys for the pressure levels, across the flow, and the article's cue for the one pointed at (or
/// chosen) below. Returns the one pressed.
std::optional<PressureLevel> pressure_steps(const Ui& ui, Flow& flow, std::string_view id,
                                            std::optional<PressureLevel> chosen);

}  // namespace unknot::kit
