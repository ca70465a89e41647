#include "app/views/kit/table.h"

#include "app/views/kit/text.h"

#include <algorithm>
#include <numeric>

namespace unknot::kit {

namespace {

constexpr float row_units = 30;
constexpr float column_gap_units = 24;
constexpr float least_column_units = 120;  // narrower, a sentence becomes a list of words

using Row = std::vector<std::string>;

std::vector<float> natural_widths(const Ui& ui, const charts::Table& table) {
    std::vector<float> widths;
    for (std::size_t i = 0; i < table.headers.size(); ++i) {
        float widest = text_width(ui, table.headers[i], look::type::small_bold);
        for (const Row& row : table.rows) {
            widest = std::max(widest, text_width(ui, row[i], look::type::small));
        }
        widths.push_back(std::ceil(widest) + 1);
    }
    return widths;
}

/// The widest columns are cut to one width, as far as the room asks for. False where that is too narrow.
bool cut_widest(const Ui& ui, std::vector<float>& widths, float room) {
    std::vector<float> sorted = widths;
    std::sort(sorted.begin(), sorted.end());
    float left = room;
    float cap = 0;
    for (std::size_t i = 0; i < sorted.size(); ++i) {
        cap = left / static_cast<float>(sorted.size() - i);
        if (sorted[i] > cap) {
            break;
        }
        left -= sorted[i];
    }
    cap = std::floor(cap);
    if (cap < ui.px(least_column_units)) {
        return false;
    }
    for (float& width : widths) {
        width = std::min(width, cap);
    }
    return true;
}

float cell_height(const Ui& ui, std::string_view text, float width) {
    const float line = line_height(ui, look::type::small);
    return text.empty() ? line : std::max(line, paragraph_height(ui, text, look::type::small, width));
}

/// `natural`: the columns' widths before some were cut, in which alone something may wrap.
void place_rows(const Ui& ui, TextTable& text, const std::vector<float>& natural) {
    const float line = line_height(ui, look::type::small);
    const float spare = ui.px(row_units) - line;
    text.tops.assign(1, 0);
    for (const Row& row : text.table.rows) {
        float height = line;
        for (std::size_t i = 0; i < row.size(); ++i) {
            if (text.widths[i] < natural[i]) {
                height = std::max(height, cell_height(ui, row[i], text.widths[i]));
            }
        }
        text.tops.push_back(text.tops.back() + height + spare);
    }
}

void place_stacked_rows(const Ui& ui, TextTable& text) {
    text.tops.assign(1, 0);
    for (const Row& row : text.table.rows) {
        float height = ui.px(look::space::m);
        for (const std::string& value : row) {
            height += cell_height(ui, value, text.widths[1]);
        }
        text.tops.push_back(text.tops.back() + height);
    }
}

/// Calls `draw` with the rectangle of each row that can be seen.
template <typename Draw>
void visible_rows(const TextTable& text, const ImRect& all, Draw&& draw) {
    const ImDrawList& list = *ImGui::GetWindowDrawList();
    const float above = list.GetClipRectMin().y - all.Min.y;
    const float below = list.GetClipRectMax().y - all.Min.y;
    const auto after = std::upper_bound(text.tops.begin(), text.tops.end(), above);
    auto i = static_cast<std::size_t>(std::max<std::ptrdiff_t>(0, after - text.tops.begin() - 1));
    for (; i + 1 < text.tops.size() && text.tops[i] < below; ++i) {
        draw(i, ImRect(all.Min.x, all.Min.y + text.tops[i], all.Max.x, all.Min.y + text.tops[i + 1]));
    }
}

void draw_columns(const Ui& ui, Flow& flow, const TextTable& text) {
    const float inset = (ui.px(row_units) - line_height(ui, look::type::small)) / 2;
    const float widths = std::accumulate(text.widths.begin(), text.widths.end(), 0.0F);
    const auto gaps = static_cast<float>(text.widths.size()) - 1;
    const float spare = gaps > 0 ? std::max(0.0F, (flow.width - widths) / gaps) : 0;
    const float gap = std::min(spare, ui.px(2 * column_gap_units));
    const auto draw_row = [&](const Row& cells, const ImRect& row, const look::TextStyle& style,
                              look::Colour colour) {
        Flow cell{{row.Min.x, 0}, 0};
        for (std::size_t i = 0; i < cells.size(); ++i) {
            cell.at.y = std::round(row.Min.y + inset);
            cell.width = text.widths[i];
            paragraph(ui, cell, cells[i], style, colour);
            cell.at.x += text.widths[i] + gap;
        }
        horizontal_line(row.Min.x, row.Max.x, row.Max.y - 1, ui.theme.line);
    };
    float heading = line_height(ui, look::type::small_bold);
    for (std::size_t i = 0; i < text.widths.size(); ++i) {
        heading = std::max(
            heading, paragraph_height(ui, text.table.headers[i], look::type::small_bold, text.widths[i]));
    }
    draw_row(text.table.headers, flow.take(heading + 2 * inset), look::type::small_bold, ui.theme.muted);
    visible_rows(text, flow.take(text.tops.back()), [&](std::size_t i, const ImRect& row) {
        draw_row(text.table.rows[i], row, look::type::small, ui.theme.text);
    });
}

void draw_stacked(const Ui& ui, Flow& flow, const TextTable& text) {
    const float left = flow.at.x + text.widths[0] + ui.px(look::space::m);
    visible_rows(text, flow.take(text.tops.back()), [&](std::size_t i, const ImRect& row) {
        Flow value{{left, row.Min.y + ui.px(look::space::s)}, text.widths[1]};
        for (std::size_t k = 0; k < text.table.headers.size(); ++k) {
            const std::string& cell = text.table.rows[i][k];
            draw_text(ui, {row.Min.x, value.at.y}, text.table.headers[k], look::type::small_bold,
                      ui.theme.muted);
            const float next = value.at.y + cell_height(ui, cell, text.widths[1]);
            paragraph(ui, value, cell, look::type::small, ui.theme.text);
            value.at.y = next;
        }
        horizontal_line(row.Min.x, row.Max.x, row.Max.y - 1, ui.theme.line);
    });
}

}  // namespace

TextTable text_table(const Ui& ui, charts::Table table, float width) {
    TextTable text{std::move(table), false, {}, {}};
    const std::vector<float> natural = natural_widths(ui, text.table);
    text.widths = natural;
    const float gaps = ui.px(column_gap_units) * (static_cast<float>(text.widths.size()) - 1);
    const float needed = std::accumulate(text.widths.begin(), text.widths.end(), 0.0F) + gaps;
    text.stacked = needed > width && !cut_widest(ui, text.widths, width - gaps);
    if (!text.stacked) {
        place_rows(ui, text, natural);
        return text;
    }
    float headings = 0;
    for (const std::string& heading : text.table.headers) {
        headings = std::max(headings, text_width(ui, heading, look::type::small_bold));
    }
    const float least = ui.px(least_column_units / 2);
    text.widths = {headings, std::max(least, width - headings - ui.px(look::space::m))};
    place_stacked_rows(ui, text);
    return text;
}

void draw_table(const Ui& ui, Flow& flow, const TextTable& text) {
    if (text.table.rows.empty()) {
        paragraph(ui, flow, ui.words.text("Nothing in this time."), look::type::body, ui.theme.muted);
    } else if (text.stacked) {
        draw_stacked(ui, flow, text);
    } else {
        draw_columns(ui, flow, text);
    }
}

}  // namespace unknot::kit
