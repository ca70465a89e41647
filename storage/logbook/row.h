#pragma once

#include "storage/sqlite/statement.h"

#include <array>
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
    void add(std::int64_t value);
    void add(std::string_view value);
    void add_null();
    [[nodiscard]] std::int64_t checksum() const;

private:
    /// Room for so many bytes more.
    char* room_for(std::size_t more);

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

/// Reads the columns of a row in their order; `finish` reads the checksum behind them and compares.
class RowReader {
public:
    RowReader(const Statement& row, std::string_view table) : row_(row), content_(table) {}
    [[nodiscard]] std::int64_t integer();
    [[nodiscard]] std::optional<std::int64_t> optional_integer();
    [[nodiscard]] std::string text();
    [[nodiscard]] std::optional<std::string> optional_text();
    /// Throws DamagedRecord with `id` where the checksum is another one.
    void finish(const std::string& id);

private:
    const Statement& row_;
    RowContent content_;
    int column_ = 0;
};

}  // namespace unknot::storage
