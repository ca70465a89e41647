#pragma once

#include "storage/logbook/tables.h"

#include <cstdint>
#include <string>

namespace unknot::storage {

/// How long deleted records and undo steps are kept (DESIGN, "Undo" and "Settings"), in milliseconds.
constexpr std::int64_t kept_ms = 90LL * 24 * 3'600'000;

/// Deleted records: each whole for 90 days, and a tombstone without a word of it for good. Throws
/// DatabaseError.
class Trash {
public:
    explicit Trash(Connection& connection) : connection_(connection) {}

    /// Keeps what is deleted at `deleted_ms` under `revision`; `content` is its image.
    void put(Kind kind, const std::string& id, const std::string& content, std::int64_t deleted_ms,
             const Revision& revision);

    /// A record of this id is in the log again.
    void forget_tombstone(const std::string& id);
    /// The deleted record itself is back.
    void forget(const std::string& id);

    /// Removes what was deleted before `limit_ms`.
    void forget_before(std::int64_t limit_ms);

private:
    Connection& connection_;
};

}  // namespace unknot::storage
