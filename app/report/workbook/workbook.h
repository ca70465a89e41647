#pragma once

#include "app/domain/instant.h"
#include "app/report/sink.h"
#include "app/report/workbook/memory_file.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

// libxlsxwriter's own types, whose header is C.
struct lxw_workbook;
struct lxw_worksheet;
struct lxw_format;

namespace unknot::report {

/// The pieces of a text that go into one cell each: Excel takes 32 767 UTF-16 units a cell.
[[nodiscard]] std::vector<std::string> cells_of(std::string_view text);

/// A workbook that is written row by row. Throws NotMade where the library fails.
class Workbook {
public:
    /// `made_at` is its only date; the title its only other property.
    Workbook(const std::string& title, const Instant& made_at);
    ~Workbook();
    Workbook(const Workbook&) = delete;
    Workbook& operator=(const Workbook&) = delete;

    /// Ends the workbook and hands it on. Nothing may be written to its sheets afterwards.
    void finish(const Sink& sink);

private:
    friend class Worksheet;
    MemoryFile file_;
    lxw_workbook* book_;
    lxw_format* heading_ = nullptr;
    lxw_format* title_ = nullptr;
    lxw_format* text_ = nullptr;
    lxw_format* moment_ = nullptr;
    lxw_format* day_ = nullptr;
};

/// A column: its heading and how wide it is, in characters.
struct SheetColumn {
    std::string heading;
    double width = 12;
};

/// One sheet, cell by cell from the left, row by row; goes on in a further one where a sheet is full.
class Worksheet {
public:
    /// `name` must be one that Excel takes: up to 31 characters, none of []:*?/\.
    Worksheet(Workbook& book, std::string name, std::vector<SheetColumn> columns, bool with_headings);

    void skip() { ++column_; }
    /// As text whatever it looks like; one that is too long goes on in the cells to the right.
    void text(std::string_view text);
    void title(std::string_view text);
    void number(double value);
    /// The wall clock of its own place; skips where it is empty.
    void moment(const std::optional<Instant>& at);
    void day(const std::optional<LocalDay>& day);
    void end_row();

private:
    void begin_sheet();
    void write_text(std::string_view text, lxw_format* format);

    Workbook& book_;
    std::string name_;
    std::vector<SheetColumn> columns_;
    bool with_headings_;
    lxw_worksheet* sheet_ = nullptr;
    int number_ = 0;
    unsigned row_ = 0;
    unsigned short column_ = 0;
};

}  // namespace unknot::report
