#pragma once

#include "app/charts/picture.h"
#include "app/views/kit/ui.h"

#include <optional>

namespace unknot::kit {

/// How wide texts are, in design units, for the charts: the window's fonts. The catalogue and fonts of `ui`
/// must outlive it.
[[nodiscard]] charts::Measure chart_measure(const Ui& ui);

/// How many pixels a picture takes.
[[nodiscard]] ImVec2 picture_size(const Ui& ui, const charts::Picture& picture);

/// Paints a picture with its top left corner at `at`, in the theme's colours, clipped to its own size.
void draw_picture(const Ui& ui, const ImVec2& at, const charts::Picture& picture);

/// Where a point of a picture painted at `at` is on the screen, and back.
[[nodiscard]] ImVec2 to_screen(const Ui& ui, const ImVec2& at, charts::Point point);
[[nodiscard]] charts::Point to_picture(const Ui& ui, const ImVec2& at, const ImVec2& screen);

}  // namespace unknot::kit
