#pragma once

#include "storage/logbook/tables.h"

namespace unknot::storage {

// How values that several tables hold are put into columns, and read from them.

template <typename E>
[[nodiscard]] AnswerSet<E> set_of(std::int64_t bits) {
    return AnswerSet<E>::from_bits(static_cast<std::uint32_t>(bits));
}

inline void put_instant(RowWriter& row, const std::optional<Instant>& at) {
    row.put(at ? std::optional(at->utc_ms) : std::nullopt);
    row.put(at ? std::optional<std::int64_t>(at->offset_minutes) : std::nullopt);
}

inline void put_revision(RowWriter& row, const Revision& revision) {
    row.put(revision.clock).put(revision.device).put(revision.state);
}

/// Throws DamagedRecord with `id` where no calendar has such a moment.
[[nodiscard]] inline Instant instant_of(std::int64_t ms, std::int64_t offset, std::string_view id) {
    const Instant at{ms, static_cast<std::int32_t>(offset)};
    if (at.offset_minutes != offset || !is_possible(at)) {
        throw DamagedRecord{std::string(id)};
    }
    return at;
}

/// As `instant_of`.
[[nodiscard]] inline Instant read_instant(RowReader& row, std::string_view id) {
    const std::int64_t ms = row.integer();
    return instant_of(ms, row.integer(), id);
}

/// As `instant_of`.
[[nodiscard]] inline std::optional<Instant> read_optional_instant(RowReader& row, std::string_view id) {
    const auto ms = row.optional_integer();
    const auto offset = row.optional_integer();
    return ms && offset ? std::optional(instant_of(*ms, *offset, id)) : std::nullopt;
}

/// Throws DamagedRecord with `id` where there is no such side.
[[nodiscard]] inline Side side_of(std::int64_t side, std::string_view id) {
    if (side < 0 || side > static_cast<std::int64_t>(Side::both)) {
        throw DamagedRecord{std::string(id)};
    }
    return static_cast<Side>(side);
}

[[nodiscard]] inline Revision read_revision(RowReader& row) {
    Revision revision;
    revision.clock = row.integer();
    revision.device = row.integer();
    revision.state = row.integer();
    return revision;
}

}  // namespace unknot::storage
