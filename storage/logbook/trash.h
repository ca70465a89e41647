#pragma once

#include "storage/logbook/tables.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace unknot::storage {

/// How long deleted records and undo steps are kept (DESIGN, "Undo" and "Settings"), in milliseconds.
constexpr std::int64_t kept_ms = 90LL * 24 * 3'600'000;

/// A deleted record as the trash keeps it.
struct TrashedRecord {
    Kind kind = Kind::session;
    std::string id;
    std::string content;  ///< its image
    std::int64_t deleted_ms = 0;
};

/// What is left of a deleted record for good.
struct Tombstone {
    std::string id;
    std::int64_t clock = 0;
    std::int64_t device = 0;  ///< number in the table `device`
};

/// Deleted records: each whole for 90 days, and a tombstone without a word of it for good. Throws
/// DatabaseError; readers also DamagedRecord.
class Trash {
public:
    explicit Trash(Connection& connection) : connection_(connection) {}

    /// Keeps what is deleted at `deleted_ms` under `revision`; `content` is its image.
    void put(Kind kind, const std::string& id, const std::string& content, std::int64_t deleted_ms,
             const Revision& revision);

    [[nodiscard]] bool contains(const std::string& id);
    [[nodiscard]] std::optional<TrashedRecord> find(const std::string& id);
    /// The latest deletion first.
    [[nodiscard]] std::vector<TrashedRecord> all();

    void put_tombstone(const Tombstone& tombstone);
    [[nodiscard]] std::optional<Tombstone> tombstone(const std::string& id);
    void each_tombstone(const std::function<void(const Tombstone&)>& take);
    /// Keeps just the content.
    void put_content(const TrashedRecord& record);

    /// Removes the content and keeps the tombstone.
    void forget_content(const std::string& id);

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
