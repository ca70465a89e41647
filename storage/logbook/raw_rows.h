#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace unknot::storage {

/// A column as a file holds it: NULL, a whole number or text.
using RawValue = std::variant<std::monostate, std::int64_t, std::string>;

/// A row of a log whose own checksum says that it is whole.
struct RawRow {
    std::string table;
    std::vector<RawValue> columns;  ///< without the checksum
};

/// Finds the rows of a log's records in the bytes of its file, without any of SQLite's structure around them:
/// at every place where a record could begin, one is read, and taken where its checksum fits. What is damaged
/// elsewhere (header, schema, pages that lead to others) costs nothing. Rows may come more than once, and in
/// several states. Format: SQLite's documentation, "Database File Format", sections 1.6 and 2.1.
void each_raw_row(std::string_view bytes, const std::function<void(RawRow)>& take);

/// True where the bytes are of a log, however damaged.
[[nodiscard]] bool looks_like_a_log(std::string_view bytes);

}  // namespace unknot::storage
