#pragma once

#include "storage/sqlite/connection.h"
#include "storage/sqlite/record_format.h"

#include <array>
#include <cstdint>
#include <functional>
#include <string_view>

namespace unknot::storage {

/// A row as its page holds it: columns count from 0, those behind the last one are NULL.
class PageRow {
public:
    [[nodiscard]] bool is_null(int column) const { return type(column) == 0; }
    /// 0 where it is no whole number.
    [[nodiscard]] std::int64_t integer(int column) const {
        const std::uint64_t known = type(column);
        return known == 0 || known >= first_text_type ? 0 : integer_of(known, bytes(column));
    }
    /// Valid until the next row; empty where it is no text.
    [[nodiscard]] std::string_view text(int column) const {
        return type(column) >= first_text_type ? bytes(column) : std::string_view();
    }

    /// Takes over a row's payload, which must outlive this. False where it is none, holds a fraction or a
    /// blob, or has more columns than any table of a log.
    [[nodiscard]] bool read(std::string_view payload);

private:
    static constexpr std::size_t most_columns = 24;
    [[nodiscard]] std::uint64_t type(int column) const {
        const auto index = static_cast<std::size_t>(column);
        return index < count_ ? types_[index] : 0;
    }
    [[nodiscard]] std::string_view bytes(int column) const {
        const auto index = static_cast<std::size_t>(column);
        return {payload_.data() + begins_[index], begins_[index + 1] - begins_[index]};
    }

    std::string_view payload_;
    std::array<std::uint64_t, most_columns> types_{};
    std::array<std::size_t, most_columns + 1> begins_{};
    std::size_t count_ = 0;
};

/// Reads every row of a table from its pages, in the order of their row numbers: a third of what a statement
/// takes, which does most of its work anew for each column. It reads through SQLite's own file layer, under
/// the lock of the transaction for reading that must be open, and looks at nothing that SQLite has not
/// written to the file.
///
/// False where anything is not as it should be, or where this is no such transaction; some rows may have been
/// taken before. A statement then says what it is. Throws what `take` throws, and DatabaseError.
[[nodiscard]] bool each_row_of_pages(Connection& connection, std::string_view table,
                                     const std::function<void(const PageRow&)>& take);

}  // namespace unknot::storage
