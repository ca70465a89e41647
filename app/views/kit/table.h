#pragma once

#include "app/charts/picture.h"
#include "app/views/kit/ui.h"

#include <vector>

namespace unknot::kit {

/// A chart's numbers as rows of text, with the widths of its columns. Made once, not for each frame.
struct TextTable {
    charts::Table table;
    std::vector<float> widths;  ///< of each column's widest text, in units
};
[[nodiscard]] TextTable text_table(const Ui& ui, charts::Table table);

/// The rows below their headings; only those that are visible are drawn. Where the columns have no room
/// beside each other, each row stands as a list of heading and value.
void draw_table(const Ui& ui, Flow& flow, const TextTable& table);

}  // namespace unknot::kit
