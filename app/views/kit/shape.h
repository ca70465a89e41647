#pragma once

#include "app/views/kit/ui.h"

#include <cstdint>
#include <span>

namespace unknot::kit {

/// Fills a closed shape whose triangles are known (corners of the ring, three by three), with smooth edges.
/// Dear ImGui's own concave fill looks for the triangles in every frame, which the body's 3,400 points make
/// slow.
void fill_triangles(std::span<const ImVec2> ring, std::span<const std::uint16_t> triangles,
                    look::Colour colour);

}  // namespace unknot::kit
