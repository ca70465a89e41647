#include "app/report/workbook/workbook.h"

#include "app/domain/text.h"
#include "app/report/course.h"

#include <xlsxwriter.h>

#include <array>

namespace unknot::report {

namespace {

constexpr std::size_t most_units = 32'767;  ///< UTF-16 units a cell (Excel's specifications and limits)
constexpr unsigned most_rows = 1'048'576;

void require(lxw_error error) {
    if (error != LXW_NO_ERROR) {
        throw NotMade(lxw_strerror(error));
    }
}

bool is_hexadecimal(char c) {
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'F') || (c >= 'a' && c <= 'f');
}

/// Readers of the format take "_x0041_" for "A": such a text must have its first sign written in that way.
bool begins_escape(std::string_view text) {
    return text.size() >= 7 && text[1] == 'x' && text[6] == '_' && is_hexadecimal(text[2]) &&
           is_hexadecimal(text[3]) && is_hexadecimal(text[4]) && is_hexadecimal(text[5]);
}

lxw_datetime date_time(const WallClock& clock) {
    return {clock.date.year, clock.date.month,
            clock.date.day,  clock.hour,
            clock.minute,    static_cast<double>(clock.second) + clock.millisecond / 1000.0};
}

}  // namespace

std::vector<std::string> cells_of(std::string_view text) {
    std::vector<std::string> cells(1);
    std::size_t units = 0;
    std::size_t position = 0;
    while (position < text.size()) {
        const std::size_t begin = position;
        const char32_t c = next_code_point(text, position);
        std::string piece(text.substr(begin, position - begin));
        std::size_t needs = c > 0xFFFF ? 2 : 1;
        if (c == 0xFFFE || c == 0xFFFF) {
            piece = "\xEF\xBF\xBD";  // XML has no such characters: U+FFFD says that one is missing
        } else if (c == '_' && begins_escape(text.substr(begin))) {
            piece = "_x005F_";
            needs = piece.size();
        }
        if (units + needs > most_units) {
            cells.emplace_back();
            units = 0;
        }
        cells.back() += piece;
        units += needs;
    }
    return cells;
}

Workbook::Workbook(const std::string& title, const Instant& made_at) {
    lxw_workbook_options options{};
    options.constant_memory = LXW_TRUE;
    options.use_zip64 = LXW_FALSE;
    book_ = workbook_new_opt(file_.path().c_str(), &options);
    if (book_ == nullptr) {
        throw NotMade("there is no memory for a workbook");
    }
    std::string title_text = title;
    lxw_doc_properties properties{};
    properties.title = title_text.data();
    // Without a date the library takes the machine's clock.
    properties.created = static_cast<time_t>(made_at.utc_ms / 1000);
    workbook_set_properties(book_, &properties);
    heading_ = workbook_add_format(book_);
    format_set_bold(heading_);
    format_set_bottom(heading_, LXW_BORDER_THIN);
    format_set_text_wrap(heading_);
    format_set_align(heading_, LXW_ALIGN_VERTICAL_TOP);
    title_ = workbook_add_format(book_);
    format_set_bold(title_);
    format_set_font_size(title_, 16);
    text_ = workbook_add_format(book_);
    format_set_text_wrap(text_);
    format_set_align(text_, LXW_ALIGN_VERTICAL_TOP);
    moment_ = workbook_add_format(book_);
    format_set_num_format(moment_, "yyyy-mm-dd hh:mm");
    format_set_align(moment_, LXW_ALIGN_LEFT);
    format_set_align(moment_, LXW_ALIGN_VERTICAL_TOP);
    day_ = workbook_add_format(book_);
    format_set_num_format(day_, "yyyy-mm-dd");
    format_set_align(day_, LXW_ALIGN_LEFT);
    format_set_align(day_, LXW_ALIGN_VERTICAL_TOP);
}

Workbook::~Workbook() {
    if (book_ != nullptr) {
        lxw_workbook_free(book_);
    }
}

void Workbook::finish(const Sink& sink) {
    lxw_workbook* const book = book_;
    book_ = nullptr;  // workbook_close frees it, failed or not
    require(workbook_close(book));
    file_.read(sink);
}

Worksheet::Worksheet(Workbook& book, std::string name, std::vector<SheetColumn> columns, bool with_headings)
    : book_(book), name_(std::move(name)), columns_(std::move(columns)), with_headings_(with_headings) {
    begin_sheet();
}

void Worksheet::begin_sheet() {
    ++number_;
    const std::string name = number_ == 1 ? name_ : name_ + " " + std::to_string(number_);
    sheet_ = workbook_add_worksheet(book_.book_, name.c_str());
    if (sheet_ == nullptr) {
        throw NotMade("the sheet \"" + name + "\" could not be made");
    }
    row_ = 0;
    column_ = 0;
    worksheet_set_landscape(sheet_);
    worksheet_fit_to_pages(sheet_, 1, 0);
    for (std::size_t i = 0; i < columns_.size(); ++i) {
        const auto column = static_cast<lxw_col_t>(i);
        require(worksheet_set_column(sheet_, column, column, columns_[i].width, nullptr));
    }
    if (with_headings_) {
        worksheet_freeze_panes(sheet_, 1, 0);
        worksheet_repeat_rows(sheet_, 0, 0);
        for (const SheetColumn& column : columns_) {
            write_text(column.heading, book_.heading_);
        }
        end_row();
    }
}

void Worksheet::write_text(std::string_view text, lxw_format* format) {
    if (text.empty()) {
        skip();
        return;
    }
    for (const std::string& cell : cells_of(text)) {
        // Never worksheet_write_formula or _url: "=1+1" is what somebody typed.
        require(worksheet_write_string(sheet_, row_, column_++, cell.c_str(), format));
    }
}

void Worksheet::text(std::string_view text) {
    write_text(text, book_.text_);
}

void Worksheet::title(std::string_view text) {
    write_text(text, book_.title_);
}

void Worksheet::number(double value) {
    require(worksheet_write_number(sheet_, row_, column_++, value, book_.text_));
}

void Worksheet::moment(const std::optional<Instant>& at) {
    if (!at) {
        skip();
        return;
    }
    lxw_datetime value = date_time(wall_clock(*at));
    require(worksheet_write_datetime(sheet_, row_, column_++, &value, book_.moment_));
}

void Worksheet::day(const std::optional<LocalDay>& day) {
    if (!day) {
        skip();
        return;
    }
    lxw_datetime value = date_time(WallClock{calendar_date(*day)});
    require(worksheet_write_datetime(sheet_, row_, column_++, &value, book_.day_));
}

void Worksheet::end_row() {
    ++row_;
    column_ = 0;
    if (row_ == most_rows) {
        begin_sheet();
    }
}

}  // namespace unknot::report
