#pragma once

#include "app/views/history/list.h"

namespace unknot::views {

/// What somebody wants to do with a row.
enum class RowWish : std::uint8_t { none, edit, remove };

/// Draws a row with its top at `top` (screen) and drives it with mouse and keyboard: Enter, F2 or a click
/// edits, Delete deletes, Menu or Shift+F10 or the right button opens its menu. Its buttons are seen while it
/// is pointed at or focused.
[[nodiscard]] RowWish draw_row(const kit::Ui& ui, const Facts& facts, HistoryState& state,
                               const HistoryColumns& columns, std::size_t index, float top);

/// What the mark of unanswered warning signs means: at the right end of a line that was just drawn, whose
/// words are `beside` pixels wide, or in a line of its own where there is no room or none was drawn (0).
void draw_signs_legend(const kit::Ui& ui, kit::Flow& flow, float beside);

/// The day of a table's row, in bold, in its column; `top` is that of a row of the usual height.
void draw_day(const kit::Ui& ui, const HistoryColumns& columns, std::string_view day, float top);

/// The day's heading in narrow windows.
void draw_day_heading(const kit::Ui& ui, const HistoryColumns& columns, std::string_view day, float top);

}  // namespace unknot::views
