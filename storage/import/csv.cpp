#include "storage/import/csv.h"

namespace unknot::storage {

using What = ImportProblem::What;

bool CsvReader::fail(What what, std::size_t line, std::size_t column) {
    problem_.emplace();
    problem_->what = what;
    problem_->line = line;
    problem_->column = column;
    return false;
}

bool CsvReader::at_line_end() const {
    return text_[position_] == '\n' || (text_[position_] == '\r' && text_.substr(position_, 2) == "\r\n");
}

void CsvReader::pass_line_end() {
    position_ += text_[position_] == '\r' ? 2 : 1;
    ++line_;
}

bool CsvReader::next(std::vector<CsvCell>& cells) {
    while (position_ < text_.size() && at_line_end()) {
        pass_line_end();
    }
    if (position_ == text_.size() || problem_) {
        return false;
    }
    std::size_t count = 0;
    while (true) {
        if (cells.size() == count) {
            cells.emplace_back();
        }
        if (!read_cell(cells[count], count + 1)) {
            return false;
        }
        ++count;
        if (position_ == text_.size() || text_[position_] != ',') {
            break;
        }
        ++position_;
    }
    cells.resize(count);
    if (position_ < text_.size()) {
        pass_line_end();
    }
    return true;
}

/// Afterwards the reader stands at a comma, at the end of a line or at the end of the text.
bool CsvReader::read_cell(CsvCell& cell, std::size_t column) {
    cell.text.clear();
    cell.line = line_;
    if (position_ < text_.size() && text_[position_] == '"') {
        return read_quoted(cell, column);
    }
    const std::size_t begin = position_;
    while (position_ < text_.size() && text_[position_] != ',' && !at_line_end()) {
        if (text_[position_] == '"') {
            return fail(What::quote_in_cell, line_, column);
        }
        ++position_;
    }
    cell.text = text_.substr(begin, position_ - begin);
    return true;
}

bool CsvReader::read_quoted(CsvCell& cell, std::size_t column) {
    ++position_;
    while (position_ < text_.size()) {
        const char c = text_[position_];
        if (c == '"' && text_.substr(position_, 2) == "\"\"") {
            cell.text += '"';
            position_ += 2;
        } else if (c == '"') {
            ++position_;
            if (position_ < text_.size() && text_[position_] != ',' && !at_line_end()) {
                return fail(What::text_after_quote, line_, column);
            }
            return true;
        } else if (at_line_end()) {
            cell.text += '\n';
            pass_line_end();
        } else {
            cell.text += c;
            ++position_;
        }
    }
    return fail(What::open_quote, cell.line, column);
}

}  // namespace unknot::storage
