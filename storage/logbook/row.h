#pragma once

#include "storage/sqlite/statement.h"
#include "storage/sqlite/table_pages.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <cstring>
#include <optional>
#include <string>
#include <string_view>

namespace unknot::storage {

/// A row whose checksum does not fit its content, or that holds a value outside its range. Thrown by
/// everything that reads rows.
struct DamagedRecord {
    std::string id;
};

/// What a row's checksum is made of: the table's name and the columns before the checksum, each with its type
/// and length, so that no byte can move from one column to another unseen. SQLite's own check finds 3 % of
/// single changed bytes.
class RowContent {
public:
    explicit RowContent(std::string_view table) { add(table); }
    void add(std::int64_t value) { put_head(room_for(head_size), 'i', static_cast<std::uint64_t>(value)); }
    void add(std::string_view value) {
        char* const to = room_for(head_size + value.size());
        put_head(to, 't', value.size());
        std::copy(value.begin(), value.end(), to + head_size);
    }
    void add_null() { *room_for(1) = 'n'; }
    [[nodiscard]] std::int64_t checksum() const;

private:
    /// A letter for the type, and eight bytes, the lowest first.
    static constexpr std::size_t head_size = 9;
    static void put_head(char* to, char type, std::uint64_t value) {
        *to++ = type;
        if constexpr (std::endian::native == std::endian::little) {
            // All at once: byte by byte it is much of what reading a log takes.
            std::memcpy(to, &value, sizeof value);
            return;
        }
        for (std::size_t byte = 0; byte < sizeof value; ++byte) {
            *to++ = static_cast<char>(value & 0xFFU);
            value >>= 8U;
        }
    }
    /// Room for so many bytes more.
    char* room_for(std::size_t more) {
        size_ += more;
        return size_ <= small_.size() ? small_.data() + (size_ - more) : large_room_for(more);
    }
    char* large_room_for(std::size_t more);

    // A row without a long note fits: a log of a million rows then takes no memory for any of them.
    std::array<char, 512>
        small_;          // NOLINT(cppcoreguidelines-pro-type-member-init): written before it is read
    std::string large_;  ///< holds everything once that is not enough
    std::size_t size_ = 0;
};

/// Binds the columns of a row in their order, then its checksum.
class RowWriter {
public:
    RowWriter(Statement& statement, std::string_view table) : statement_(statement), content_(table) {}
    RowWriter& put(std::int64_t value);
    RowWriter& put(std::string_view value);
    RowWriter& put(const std::optional<std::int64_t>& value);
    RowWriter& put_null();
    /// Binds the checksum and runs the statement.
    void finish();

private:
    Statement& statement_;
    RowContent content_;
    int parameter_ = 0;
};

/// Reads the columns of a row in their order; `finish` reads the checksum behind them and compares. The row
/// is a statement's or a page's, and must outlive this.
class RowReader {
public:
    RowReader(const Statement& row, std::string_view table) : statement_(&row), content_(table) {}
    RowReader(const PageRow& row, std::string_view table) : page_(&row), content_(table) {}
    [[nodiscard]] std::int64_t integer() {
        const std::int64_t read = value();
        ++column_;
        content_.add(read);
        return read;
    }
    [[nodiscard]] std::optional<std::int64_t> optional_integer() {
        return passed_null() ? std::nullopt : std::optional(integer());
    }
    [[nodiscard]] std::string text() { return std::string(view()); }
    /// As `text`, valid until the next row.
    [[nodiscard]] std::string_view view() {
        const std::string_view read = page_ != nullptr ? page_->text(column_) : statement_->text(column_);
        ++column_;
        content_.add(read);
        return read;
    }
    [[nodiscard]] std::optional<std::string> optional_text() {
        return passed_null() ? std::nullopt : std::optional(text());
    }
    /// Throws DamagedRecord with `id` where the checksum is another one.
    void finish(std::string_view id) {
        if (is_null() || value() != content_.checksum()) {
            throw DamagedRecord{std::string(id)};
        }
        ++column_;
    }

private:
    [[nodiscard]] bool is_null() const {
        return page_ != nullptr ? page_->is_null(column_) : statement_->is_null(column_);
    }
    [[nodiscard]] bool passed_null() {
        if (!is_null()) {
            return false;
        }
        ++column_;
        content_.add_null();
        return true;
    }
    [[nodiscard]] std::int64_t value() const {
        return page_ != nullptr ? page_->integer(column_) : statement_->integer(column_);
    }

    const Statement* statement_ = nullptr;
    const PageRow* page_ = nullptr;  ///< where there is no statement
    RowContent content_;
    int column_ = 0;
};

}  // namespace unknot::storage
