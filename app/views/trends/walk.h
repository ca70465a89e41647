#pragma once

#include "app/charts/picture.h"
#include "app/views/kit/press.h"

#include <optional>

namespace unknot::views {

/// The target that a key goes to: left and right through all of them in their order, Home and End to the
/// first and last; up and down a week in a calendar, else to the nearest above or below. Without `from`: the
/// first, or the last for left and End. Nothing for another key, or where nothing lies that way.
[[nodiscard]] std::optional<std::size_t> target_after(const charts::Picture& picture,
                                                      std::optional<std::size_t> from, ImGuiKey key);

/// A picture that is one thing for Tab, within which pointer and arrow keys find each target.
struct Walk {
    ImRect rect;  ///< of the picture on the screen
    kit::Press press;
    std::optional<std::size_t> shown;  ///< the target under the pointer or of the keyboard's cursor
    bool clicked = false;              ///< it was clicked, or Enter was pressed on it
};

/// Draws the picture where the flow stands. `upright`: up and down move within it too; else they leave it.
Walk walk_picture(const kit::Ui& ui, kit::Flow& flow, std::string_view label, const charts::Picture& picture,
                  std::optional<std::size_t>& cursor, bool upright);

/// The ring round the target that is shown, of a radius in units.
void draw_ring(const kit::Ui& ui, const ImVec2& at, float units);

}  // namespace unknot::views
