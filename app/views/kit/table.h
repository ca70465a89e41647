#pragma once

#include "app/charts/picture.h"
#include "app/views/kit/ui.h"

#include <vector>

namespace unknot::kit {

/// A chart's numbers as rows of text, laid out for a width. Made once, not for each frame.
struct TextTable {
    charts::Table table;
    bool stacked = false;       ///< no room for columns: each row is a list of heading and value
    std::vector<float> widths;  ///< pixels: of each column; stacked, of the headings and of the values
    std::vector<float> tops;    ///< pixels from the first row's top: where each row begins, and the last ends
};
/// `width` in pixels. Where the columns have too little room the widest wrap; where that leaves them too
/// narrow to read, the rows are stacked.
[[nodiscard]] TextTable text_table(const Ui& ui, charts::Table table, float width);

/// The rows below their headings; only those that are visible are drawn.
void draw_table(const Ui& ui, Flow& flow, const TextTable& table);

}  // namespace unknot::kit
