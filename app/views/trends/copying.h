#pragma once

#include "app/views/trends/trends.h"

namespace unknot::views {

/// The word on the button of `draw_copy_menu`.
[[nodiscard]] std::string_view copy_word(const words::Catalogue& words);

/// A button that opens a list of what the screen shows: each chart goes to the clipboard as a picture, where
/// the desktop takes one, and its numbers as a table. Without its word it has an icon alone.
void draw_copy_menu(const kit::Ui& ui, const Facts& facts, const TrendsState& state, const ImRect& rect,
                    bool with_word, Wishes& wishes);

}  // namespace unknot::views
