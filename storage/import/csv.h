#pragma once

#include "storage/import/problem.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace unknot::storage {

struct CsvCell {
    std::string text;
    std::size_t line = 0;  ///< where it begins, from 1
};

/// Takes a table apart row by row, strictly as RFC 4180 says: commas, cells in quotation marks with those
/// inside doubled, line breaks inside them kept (CR LF as LF, which is what notes hold). Rows may end with LF
/// alone; lines without anything are passed over. Guesses nothing: what is not well-formed ends the reading.
class CsvReader {
public:
    explicit CsvReader(std::string_view text) : text_(text) {}

    /// The next row into `cells`. False at the end, and where the table is not well-formed: see `problem`.
    [[nodiscard]] bool next(std::vector<CsvCell>& cells);

    [[nodiscard]] const std::optional<ImportProblem>& problem() const { return problem_; }

    /// How much of the text is read, in bytes.
    [[nodiscard]] std::size_t position() const { return position_; }

private:
    [[nodiscard]] bool read_cell(CsvCell& cell, std::size_t column);
    [[nodiscard]] bool read_quoted(CsvCell& cell, std::size_t column);
    [[nodiscard]] bool at_line_end() const;
    void pass_line_end();
    bool fail(ImportProblem::What what, std::size_t line, std::size_t column);

    std::string_view text_;
    std::size_t position_ = 0;
    std::size_t line_ = 1;
    std::optional<ImportProblem> problem_;
};

}  // namespace unknot::storage
