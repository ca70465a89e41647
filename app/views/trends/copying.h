#pragma once

#include "app/views/trends/trends.h"

namespace unknot::views {

/// A button that opens a list of what the screen shows: each chart goes to the clipboard as a picture, where
/// the desktop takes one, and its numbers as a table.
void draw_copy_menu(const kit::Ui& ui, const Facts& facts, const TrendsState& state, const ImRect& rect,
                    Wishes& wishes);

}  // namespace unknot::views
