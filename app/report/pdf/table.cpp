#include "app/report/pdf/table.h"

#include "app/charts/marks.h"

#include <algorithm>

namespace unknot::report {

namespace {

constexpr double column_gap = 8;
constexpr double above_cell = 1.6;
constexpr double below_cell = 2;
constexpr double below_head = 3;
constexpr double badge_size = 9;
constexpr double badge_room = 13;

const paper::PrintStyle& style_of(const TableColumn& column) {
    return column.bold ? print::cell_bold : print::cell;
}

std::size_t most_lines(const std::vector<std::vector<std::string>>& wrapped) {
    std::size_t most = 1;
    for (const auto& lines : wrapped) {
        most = std::max(most, lines.size());
    }
    return most;
}

}  // namespace

TableMeasure::Wrapped TableMeasure::wrap(const TableRow& row) const {
    Wrapped wrapped;
    wrapped.reserve(columns_.size());
    for (std::size_t i = 0; i < columns_.size(); ++i) {
        const double badge = i == 0 && row.tier ? badge_room : 0;
        wrapped.push_back(
            text_.wrapped(row.cells[i], style_of(columns_[i]), columns_[i].width - column_gap - badge));
    }
    return wrapped;
}

TableMeasure::Wrapped TableMeasure::wrapped_heads() const {
    Wrapped wrapped;
    wrapped.reserve(columns_.size());
    for (const TableColumn& column : columns_) {
        wrapped.push_back(text_.wrapped(column.head, print::head, column.width - column_gap));
    }
    return wrapped;
}

double TableMeasure::height_of(const TableRow& row) const {
    return above_cell + static_cast<double>(most_lines(wrap(row))) * print::cell.line + below_cell;
}

double TableMeasure::header_height() const {
    return static_cast<double>(most_lines(wrapped_heads())) * print::head.line + below_head;
}

PrintTable::PrintTable(Composer& composer, std::vector<TableColumn> columns)
    : composer_(composer), measure_(composer.text(), std::move(columns)) {
    composer_.need(measure_.header_height() + 3 * print::cell.line);
    composer_.open(Tag::table);
    header(true);
}

PrintTable::~PrintTable() {
    composer_.close();
}

void PrintTable::header(bool first) {
    const TableMeasure::Wrapped heads = measure_.wrapped_heads();
    const double height = measure_.header_height();
    if (first) {
        composer_.open(Tag::tr);
    }
    double x = Composer::left;
    for (std::size_t i = 0; i < heads.size(); ++i) {
        std::optional<std::size_t> element;
        if (first) {
            element = composer_.open(Tag::th, Scope::column);
            composer_.close();
        }
        const double text_height = static_cast<double>(heads[i].size()) * print::head.line;
        composer_.lines(element, heads[i], print::head, Ink::muted, x,
                        composer_.y() + height - below_head - text_height);
        x += measure_.columns()[i].width;
    }
    if (first) {
        composer_.close();
    }
    composer_.down(height);
    composer_.rule(composer_.y(), 0.6);
}

void PrintTable::cells(const std::vector<std::size_t>& elements, const TableMeasure::Wrapped& wrapped,
                       std::size_t from, std::size_t to, const TableRow& row) {
    const double y = composer_.y() + above_cell;
    double x = Composer::left;
    for (std::size_t i = 0; i < measure_.columns().size(); ++i) {
        const double indent = i == 0 && row.tier ? badge_room : 0;
        if (indent > 0 && from == 0) {
            charts::Picture badge;
            charts::add_badge(badge, {0, 0}, static_cast<float>(badge_size), *row.tier,
                              charts::BadgeGround::plain);
            composer_.picture(std::nullopt, std::move(badge), x + badge_size / 2, y + print::cell.line / 2,
                              1);
        }
        const auto& lines = wrapped[i];
        if (from < lines.size()) {
            const std::vector<std::string> part(
                lines.begin() + static_cast<std::ptrdiff_t>(from),
                lines.begin() + static_cast<std::ptrdiff_t>(std::min(to, lines.size())));
            composer_.lines(elements[i], part, style_of(measure_.columns()[i]), Ink::text, x + indent, y);
        }
        x += measure_.columns()[i].width;
    }
}

void PrintTable::row(const TableRow& row) {
    const TableMeasure::Wrapped wrapped = measure_.wrap(row);
    const std::size_t count = most_lines(wrapped);
    composer_.open(Tag::tr);
    std::vector<std::size_t> elements;
    for (const TableColumn& column : measure_.columns()) {
        elements.push_back(column.names_row ? composer_.open(Tag::th, Scope::row) : composer_.open(Tag::td));
        composer_.close();
    }
    for (std::size_t from = 0; from < count;) {
        const double room = composer_.room() - above_cell - below_cell;
        const auto fit = static_cast<std::size_t>(std::max(0.0, room / print::cell.line));
        // Short rows stay whole; of long ones at least three lines stand on either page.
        if (fit < std::min<std::size_t>(count - from, 3) || (fit < count - from && count <= 6)) {
            composer_.new_sheet();
            header(false);
            continue;
        }
        const std::size_t to = std::min(count, from + fit);
        cells(elements, wrapped, from, to, row);
        composer_.down(above_cell + static_cast<double>(to - from) * print::cell.line + below_cell);
        from = to;
    }
    composer_.rule(composer_.y(), 0.35);
    composer_.close();
}

}  // namespace unknot::report
