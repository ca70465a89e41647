#pragma once

#include "app/charts/picture.h"

#include <string>

namespace unknot::charts {

/// A table as spreadsheets take it from a clipboard: a tab between cells, a line feed behind each row, the
/// headings first. Tabs and line breaks in a cell become blanks. A cell that a spreadsheet would run as a
/// formula, or take for one in quotation marks, gets a blank in front.
[[nodiscard]] std::string tab_text(const Table& table);

}  // namespace unknot::charts
