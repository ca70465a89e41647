#pragma once

#include "storage/sqlite/connection.h"

#include <optional>

namespace unknot::storage {

/// A prepared statement, borrowed from the connection's store while this lives. Parameters count from 1,
/// columns from 0. Throws DatabaseError.
class Statement {
public:
    Statement(Connection& connection, std::string_view sql);
    ~Statement();
    Statement(const Statement&) = delete;
    Statement& operator=(const Statement&) = delete;

    Statement& bind(int parameter, std::int64_t value);
    Statement& bind(int parameter, std::string_view value);
    Statement& bind(int parameter, const std::optional<std::int64_t>& value);  ///< NULL where empty
    Statement& bind_null(int parameter);

    /// Goes to the next row; false where there is none.
    bool step();
    /// Runs to the end and forgets the parameters, ready for the next ones.
    void run();

    [[nodiscard]] int columns() const;
    [[nodiscard]] bool is_null(int column) const;
    [[nodiscard]] bool is_integer(int column) const;
    [[nodiscard]] std::int64_t integer(int column) const;
    [[nodiscard]] std::optional<std::int64_t> optional_integer(int column) const;
    /// Valid until the next step.
    [[nodiscard]] std::string_view text(int column) const;

private:
    void check(int code) const;

    Connection& connection_;
    std::string sql_;
    sqlite3_stmt* statement_;
};

}  // namespace unknot::storage
