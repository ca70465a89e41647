#pragma once

#include "storage/sqlite/connection.h"

namespace unknot::storage {

/// A transaction; rolled back by the destructor unless committed. Throws DatabaseError.
class Transaction {
public:
    enum class Kind : std::uint8_t {
        read,   ///< everything read inside is of one moment
        write,  ///< BEGIN IMMEDIATE: takes the write lock at once, so that nothing read inside is outdated
                ///< when it writes
    };

    Transaction(Connection& connection, Kind kind);
    ~Transaction();
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;

    void commit();

private:
    Connection& connection_;
};

}  // namespace unknot::storage
