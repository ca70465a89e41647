#pragma once

#include "app/views/history/history.h"
#include "app/views/history/row_texts.h"

namespace unknot::views {

/// Widths of the list's columns, in pixels from the row's left edge.
struct HistoryColumns {
    bool as_table = true;  ///< false: narrow, the day is a heading, the note a line of its own
    float left = 0;        ///< of the row, on the screen
    float width = 0;
    float day = 0, time = 0, place = 0, what = 0, rating = 0, detail = 0, end = 0;
    float words_end = 0;  ///< of detail and late entry; beyond it stands the pencil
    float place_width = 0, what_width = 0, detail_width = 0;
};

[[nodiscard]] HistoryColumns columns_for(const kit::Ui& ui, float left, float width);

/// How much room the texts of a row need, in pixels.
struct RowRoom {
    float place = 0;
    float what = 0;
    float detail = 0;  ///< 0 where there is neither detail nor a late entry's remark
    float late_width = 0;
    bool late_below = false;  ///< the remark has no room beside the detail
    float height = 0;         ///< of the whole row
};
[[nodiscard]] RowRoom room_of(const kit::Ui& ui, const HistoryColumns& columns, const RowTexts& texts);

/// What the mark of unanswered warning signs takes before the detail, with the gap to it; 0 where there is
/// none.
[[nodiscard]] float signs_mark_width(const kit::Ui& ui, const RowTexts& texts);

/// Width of that mark, in units.
constexpr float unanswered_units = 24;

/// Height of a day's heading in narrow windows, in pixels.
[[nodiscard]] float day_heading_height(const kit::Ui& ui);

/// Brings the list up to date where the log, the filter or the room has changed.
void update_list(const kit::Ui& ui, const Facts& facts, HistoryState& state, const HistoryColumns& columns);

/// The rows whose places overlap `top` to `bottom` (pixels from the list's top): [first, last).
struct RowRange {
    std::size_t first = 0;
    std::size_t last = 0;
};
[[nodiscard]] RowRange rows_between(const HistoryList& list, float top, float bottom);

}  // namespace unknot::views
