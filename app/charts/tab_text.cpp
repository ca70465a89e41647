#include "app/charts/tab_text.h"

#include <string_view>

namespace unknot::charts {

namespace {

void append_cell(std::string& text, std::string_view cell) {
    constexpr std::string_view dangerous = "=+-@\"";
    if (!cell.empty() && dangerous.find(cell.front()) != std::string_view::npos) {
        text += ' ';
    }
    for (const char c : cell) {
        text += c == '\t' || c == '\n' || c == '\r' ? ' ' : c;
    }
}

void append_row(std::string& text, const std::vector<std::string>& cells) {
    for (std::size_t i = 0; i < cells.size(); ++i) {
        if (i > 0) {
            text += '\t';
        }
        append_cell(text, cells[i]);
    }
    text += '\n';
}

}  // namespace

std::string tab_text(const Table& table) {
    std::string text;
    append_row(text, table.headers);
    for (const std::vector<std::string>& row : table.rows) {
        append_row(text, row);
    }
    return text;
}

}  // namespace unknot::charts
