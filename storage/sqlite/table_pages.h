#pragma once

#include "storage/sqlite/connection.h"
#include "storage/sqlite/record_format.h"

#include <array>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

namespace unknot::storage {

/// A row as its page holds it: columns count from 0, those behind the last one are NULL.
class PageRow {
public:
    [[nodiscard]] bool is_null(int column) const { return type(column) == 0; }
    /// 0 where it is no whole number.
    [[nodiscard]] std::int64_t integer(int column) const {
        const auto index = static_cast<std::size_t>(column);
        const std::uint32_t known = type(column);
        return known == 0 || known >= first_text_type
                   ? 0
                   : integer_of(known, payload_, begins_[index], begins_[index + 1]);
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
    [[nodiscard]] std::uint32_t type(int column) const {
        const auto index = static_cast<std::size_t>(column);
        return index < count_ ? types_[index] : 0;
    }
    [[nodiscard]] std::string_view bytes(int column) const {
        const auto index = static_cast<std::size_t>(column);
        return {payload_.data() + begins_[index], begins_[index + 1] - begins_[index]};
    }

    std::string_view payload_;
    std::array<std::uint32_t, most_columns> types_{};
    std::array<std::uint32_t, most_columns + 1> begins_{};
    std::size_t count_ = 0;
};

/// A table's rows in the pages of the file that hold them: a third of what a statement takes, which does most
/// of its work anew for each column. Read through SQLite's own file layer, under the lock of the transaction
/// for reading that was open when it was made and must stay so; nothing is looked at that SQLite has not
/// written to the file.
class TablePages {
public:
    /// Finds the pages. Nothing where anything is not as it should be, or where this is no such transaction:
    /// a statement then says what it is. Throws DatabaseError.
    [[nodiscard]] static std::optional<TablePages> of(Connection& connection, std::string_view table);

    /// How many pages have rows.
    [[nodiscard]] std::size_t count() const { return leaves_.size(); }

    /// Hands out the rows of the pages from `first` to before `last` (at most `count()`), in the order of
    /// their row numbers. May be called from several threads at once. False where a page is not as it should
    /// be; some rows may have been taken before. Throws what `take` throws.
    [[nodiscard]] bool each_row(std::size_t first, std::size_t last,
                                const std::function<void(const PageRow&)>& take) const;

private:
    class File;
    class Pages;
    class Finder;
    /// A page with rows, and what their numbers must be.
    struct Leaf {
        std::uint64_t page = 0;
        std::optional<std::int64_t> after;  ///< they are higher
        std::optional<std::int64_t> upto;   ///< they are not higher
    };

    explicit TablePages(std::shared_ptr<File> file) : file_(std::move(file)) {}

    std::shared_ptr<File> file_;
    std::vector<Leaf> leaves_;
};

}  // namespace unknot::storage
