#include "app/report/table_text.h"

#include <array>
#include <charconv>

namespace unknot::report {

namespace {

/// Without a way out before the end, some characters are looked at in one step; find_first_of looks each up
/// by itself.
bool needs_quotes(std::string_view text) {
    bool needed = false;
    for (const char c : text) {
        needed |= c == ',' || c == '"' || c == '\r' || c == '\n';
    }
    return needed;
}

constexpr std::size_t piece_size = std::size_t{256} * 1024;

}  // namespace

void TableText::next_cell() {
    if (row_begun_) {
        held_ += ',';
    }
    row_begun_ = true;
}

void TableText::cell(int number) {
    std::array<char, 12> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
    next_cell();
    held_.append(digits.data(), static_cast<std::size_t>(end - digits.data()));
}

void TableText::cell(const Instant& at) {
    next_cell();
    append_iso(held_, at);
}

void TableText::cell(std::string_view text) {
    next_cell();
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
