#pragma once

#include "app/domain/snapshot.h"
#include "app/report/flag_rows.h"
#include "app/report/selection.h"
#include "app/words/catalogue.h"

#include <cstddef>
#include <memory>
#include <string>
#include <vector>

namespace unknot::report {

/// How much a part of a log holds. The same numbers in every format.
struct Counts {
    std::size_t sessions = 0;
    std::size_t checkins = 0;  ///< answered or not
    std::size_t ratings = 0;   ///< check-ins whose soreness was answered, 0 included
    std::size_t flags = 0;     ///< stretches of days on which a flag stood, open ones included
    std::size_t open_flags = 0;

    friend bool operator==(const Counts&, const Counts&) = default;
};

/// The part of a log that leaves, worked out once for all formats.
struct Extract {
    std::shared_ptr<const Snapshot> snapshot;
    Selection selection;
    Instant made_at;
    std::vector<LogEntry> entries;  ///< oldest first
    std::vector<FlagRow> flags;
    Counts counts;
    LocalDay first;  ///< of the period: asked for, else of the first record
    LocalDay last;   ///< of the period: asked for, else the day it was made

    [[nodiscard]] LocalDay today() const { return local_day(made_at); }
};

/// Takes the part that `selection` holds out of a log. `made_at` is the moment that flags are asked about.
[[nodiscard]] Extract take_out(std::shared_ptr<const Snapshot> snapshot, Selection selection,
                               const Instant& made_at);

/// Whether anything was flagged, in one sentence: "3 flags are open." Where nothing was, it says whether that
/// is known of every area: what is not settled is never said to be fine.
[[nodiscard]] std::string flags_text(const words::Catalogue& words, const Extract& extract);

/// "Left calf: The soreness has …", or the sentence alone where the flag is of the whole person.
[[nodiscard]] std::string flag_line(const words::Catalogue& words, const Extract& extract,
                                    const FlagRow& row);

/// The days of a flag: "since 20 November", "9 November to 12 November"; empty for a health question, which
/// has none.
[[nodiscard]] std::string flag_days(const words::Catalogue& words, const Extract& extract,
                                    const FlagRow& row);

}  // namespace unknot::report
