#include "app/views/kit/table.h"

#include "app/views/kit/text.h"

#include <algorithm>
#include <numeric>

namespace unknot::kit {

namespace {

constexpr float row_units = 30;
constexpr float column_gap_units = 24;

/// Calls `draw` with the rectangle of each row that can be seen.
template <typename Draw>
void visible_rows(const ImRect& all, std::size_t count, float height, Draw&& draw) {
    const ImDrawList& list = *ImGui::GetWindowDrawList();
    const float above = std::max(0.0F, list.GetClipRectMin().y - all.Min.y);
    const float below = std::max(0.0F, list.GetClipRectMax().y - all.Min.y);
    const auto first = static_cast<std::size_t>(above / height);
    const auto end = std::min(count, static_cast<std::size_t>(below / height) + 1);
    for (std::size_t i = first; i < end; ++i) {
        const float top = all.Min.y + height * static_cast<float>(i);
        draw(i, ImRect(all.Min.x, top, all.Max.x, top + height));
    }
}

void draw_columns(const Ui& ui, Flow& flow, const TextTable& text, float spare) {
    const float row_height = ui.px(row_units);
    const float gap = ui.px(column_gap_units) + spare;
    const auto draw_row = [&](const std::vector<std::string>& cells, const ImRect& row,
                              const look::TextStyle& style, look::Colour colour) {
        float x = row.Min.x;
        for (std::size_t i = 0; i < cells.size(); ++i) {
            draw_text_middle(ui, row, x, cells[i], style, colour);
            x += text.widths[i] * ui.scale + gap;
        }
        horizontal_line(row.Min.x, row.Max.x, row.Max.y - 1, ui.theme.line);
    };
    draw_row(text.table.headers, flow.take(row_height), look::type::small_bold, ui.theme.muted);
    const std::size_t count = text.table.rows.size();
    const ImRect all = flow.take(row_height * static_cast<float>(count));
    visible_rows(all, count, row_height, [&](std::size_t i, const ImRect& row) {
        draw_row(text.table.rows[i], row, look::type::small, ui.theme.text);
    });
}

void draw_stacked(const Ui& ui, Flow& flow, const TextTable& text) {
    float labels = 0;
    for (const std::string& header : text.table.headers) {
        labels = std::max(labels, text_width(ui, header, look::type::small_bold));
    }
    const float left = flow.at.x + labels + ui.px(look::space::m);
    const float line = line_height(ui, look::type::small);
    // Values wrap: every row is as high as the widest value of each column needs.
    std::vector<float> heights;
    for (const float width : text.widths) {
        const float lines = std::ceil(width * ui.scale * 1.15F / std::max(1.0F, flow.right() - left));
        heights.push_back(line * std::max(1.0F, lines));
    }
    const float height = std::accumulate(heights.begin(), heights.end(), ui.px(look::space::m));
    const std::size_t count = text.table.rows.size();
    const ImRect all = flow.take(height * static_cast<float>(count));
    visible_rows(all, count, height, [&](std::size_t i, const ImRect& row) {
        float y = row.Min.y + ui.px(look::space::s);
        for (std::size_t k = 0; k < heights.size(); ++k) {
            draw_text(ui, {row.Min.x, y}, text.table.headers[k], look::type::small_bold, ui.theme.muted);
            Flow value{{left, y}, row.Max.x - left};
            paragraph(ui, value, text.table.rows[i][k], look::type::small, ui.theme.text);
            y += heights[k];
        }
        horizontal_line(row.Min.x, row.Max.x, row.Max.y - 1, ui.theme.line);
    });
}

}  // namespace

TextTable text_table(const Ui& ui, charts::Table table) {
    TextTable text{std::move(table), {}};
    for (std::size_t i = 0; i < text.table.headers.size(); ++i) {
        float widest = text_width(ui, text.table.headers[i], look::type::small_bold);
        for (const std::vector<std::string>& row : text.table.rows) {
            widest = std::max(widest, text_width(ui, row[i], look::type::small));
        }
        text.widths.push_back(widest / ui.scale);
    }
    return text;
}

void draw_table(const Ui& ui, Flow& flow, const TextTable& text) {
    if (text.table.rows.empty()) {
        paragraph(ui, flow, ui.words.text("Nothing in this time."), look::type::body, ui.theme.muted);
        return;
    }
    const auto columns = static_cast<float>(text.widths.size());
    const float widths = std::accumulate(text.widths.begin(), text.widths.end(), 0.0F) * ui.scale;
    const float needed = widths + ui.px(column_gap_units) * (columns - 1);
    if (needed > flow.width) {
        draw_stacked(ui, flow, text);
        return;
    }
    const float spare = std::min(ui.px(column_gap_units), (flow.width - needed) / columns);
    draw_columns(ui, flow, text, spare);
}

}  // namespace unknot::kit
