#include "app/report/table_text.h"

#include <algorithm>

namespace unknot::report {

namespace {

/// find_first_of looks each character up by itself; this is several times quicker on short cells.
bool needs_quotes(std::string_view text) {
    return std::any_of(text.begin(), text.end(),
                       [](char c) { return c == ',' || c == '"' || c == '\r' || c == '\n'; });
}

constexpr std::size_t piece_size = std::size_t{64} * 1024;

}  // namespace

void TableText::cell(std::string_view text) {
    if (row_begun_) {
        held_ += ',';
    }
    row_begun_ = true;
    if (!needs_quotes(text)) {
        held_ += text;
        return;
    }
    held_ += '"';
    for (const char c : text) {
        held_ += c;
        if (c == '"') {
            held_ += '"';
        }
    }
    held_ += '"';
}

void TableText::free_text(std::string_view text) {
    constexpr std::string_view dangerous = "=+-@'\t\r\n";
    if (text.empty() || dangerous.find(text.front()) == std::string_view::npos) {
        cell(text);
    } else {
        cell("'" + std::string(text));
    }
}

void TableText::end_row() {
    held_ += "\r\n";
    row_begun_ = false;
    if (held_.size() >= piece_size) {
        finish();
    }
}

void TableText::finish() {
    sink_(held_);
    held_.clear();
}

}  // namespace unknot::report
