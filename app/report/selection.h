#pragma once

#include "app/domain/snapshot.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace unknot::report {

/// Which part of a log leaves the program, and what of it. The same for every format.
struct Selection {
    std::optional<LocalDay> from;    ///< first local day
    std::optional<LocalDay> to;      ///< last local day, included
    std::vector<std::string> areas;  ///< ids; empty = every area
    bool notes = false;              ///< off: left out, and named as left out
    std::string name;                ///< of the person; empty = left out

    [[nodiscard]] bool holds(LocalDay day) const { return (!from || *from <= day) && (!to || day <= *to); }
    [[nodiscard]] bool holds_area(std::string_view area) const;
    [[nodiscard]] bool holds(const LogEntry& entry) const {
        return holds(local_day(entry.at())) && holds_area(entry.area());
    }

    /// True where any day of a stretch is held; `last` empty = it has no end yet.
    [[nodiscard]] bool meets(LocalDay first, const std::optional<LocalDay>& last) const {
        return (!to || first <= *to) && (!from || !last || *from <= *last);
    }
};

/// What is left out, by the names that files use: "notes", "name".
[[nodiscard]] std::vector<std::string> omitted(const Selection& selection);

/// The records that `selection` holds, oldest first, then by id.
[[nodiscard]] std::vector<LogEntry> oldest_first(const Snapshot& snapshot, const Selection& selection);

/// The own areas that records of `entries` are on, in the catalogue's order: the names of the others are
/// nobody's business.
[[nodiscard]] std::vector<Area> own_areas_of(const Snapshot& snapshot, const std::vector<LogEntry>& entries);

}  // namespace unknot::report
