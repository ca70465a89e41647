#pragma once

#include "app/guidance/guidance.h"
#include "app/report/pdf/composer.h"

namespace unknot::report {

struct TableColumn {
    std::string head;
    double width = 0;        ///< in points, the gap to the next one included
    bool names_row = false;  ///< its cells are the headers of their rows
    bool bold = false;
};

struct TableRow {
    std::vector<std::string> cells;      ///< one for each column; empty = nothing was recorded
    std::optional<guidance::Tier> tier;  ///< its badge stands before the first cell's text
};

/// What a table's rows take, before there is one.
class TableMeasure {
public:
    /// The lines of each cell of a row.
    using Wrapped = std::vector<std::vector<std::string>>;

    TableMeasure(paper::PrintText& text, std::vector<TableColumn> columns)
        : text_(text), columns_(std::move(columns)) {}

    [[nodiscard]] const std::vector<TableColumn>& columns() const { return columns_; }
    [[nodiscard]] Wrapped wrap(const TableRow& row) const;
    [[nodiscard]] Wrapped wrapped_heads() const;
    [[nodiscard]] double height_of(const TableRow& row) const;
    [[nodiscard]] double header_height() const;

private:
    paper::PrintText& text_;
    std::vector<TableColumn> columns_;
};

/// A table that goes on from page to page. The header is repeated at the top of each, for the eyes only; a
/// row that is higher than what is left goes on on the next page.
class PrintTable {
public:
    PrintTable(Composer& composer, std::vector<TableColumn> columns);
    ~PrintTable();
    PrintTable(const PrintTable&) = delete;
    PrintTable& operator=(const PrintTable&) = delete;

    void row(const TableRow& row);

private:
    void header(bool first);
    void cells(const std::vector<std::size_t>& elements, const TableMeasure::Wrapped& wrapped,
               std::size_t from, std::size_t to, const TableRow& row);

    Composer& composer_;
    TableMeasure measure_;
};

}  // namespace unknot::report
