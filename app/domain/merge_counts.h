#pragma once

#include <cstddef>

namespace unknot {

/// What joining another machine's log with this one does, or would do.
struct MergeCounts {
    // sessions and check-ins
    std::size_t added = 0;      ///< only the other log has them
    std::size_t changed = 0;    ///< both have them, the other's is the later revision
    std::size_t deleted = 0;    ///< this log has them, and they were deleted there later
    std::size_t kept = 0;       ///< the other has them too, and what this log says is later, also a deletion
    std::size_t identical = 0;  ///< both say the same
    // everything else, new or changed
    std::size_t areas = 0;
    std::size_t tools = 0;
    bool profile = false;

    /// How many things are other ones afterwards.
    [[nodiscard]] std::size_t changes() const {
        return added + changed + deleted + areas + tools + (profile ? 1U : 0U);
    }

    friend bool operator==(const MergeCounts&, const MergeCounts&) = default;
};

}  // namespace unknot
