#pragma once

#include "app/views/kit/ui.h"

namespace unknot::shell {

/// Loads the embedded fonts into the current Dear ImGui context and gives its style the values that the kit
/// counts on. Glyphs are drawn when a text needs them, at any size.
[[nodiscard]] kit::Fonts load_faces();

/// Gives Dear ImGui's own few colours (scroll bars, selections) those of a theme, at a scale.
void apply_theme(const look::Theme& theme, float scale);

}  // namespace unknot::shell
