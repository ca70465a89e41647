#pragma once

#include "app/views/kit/ui.h"

#include <span>

namespace unknot::kit {

/// A loop of the thread: where it is along the line (pixels from its beginning) and how high it stands.
struct ThreadLoop {
    float along = 0;
    float height = 0;
};

/// The thread (LOOK, principle 4): a straight line from one point to another, horizontal or vertical, with
/// loops towards `loops_to` (a unit vector across the line).
void draw_thread(const ImVec2& from, const ImVec2& to, const ImVec2& loops_to,
                 std::span<const ThreadLoop> loops, float stroke, look::Colour colour);

/// The empty state's: one loop in the middle of a horizontal line whose left end is `from`.
void draw_thread_with_loop(const Ui& ui, const ImVec2& from, float width);

}  // namespace unknot::kit
