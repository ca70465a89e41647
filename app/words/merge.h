#pragma once

#include "app/domain/merge_counts.h"
#include "app/words/catalogue.h"

#include <string>
#include <vector>

namespace unknot::words {

/// Whether a merge was done or only looked at.
enum class Merge : std::uint8_t { would_be, done };

/// What joining another machine's log does, or did: a sentence on the sessions and check-ins, and one on each
/// other thing that becomes another one.
[[nodiscard]] std::vector<std::string> merge_sentences(const Catalogue& words, const MergeCounts& counts,
                                                       Merge merge);

}  // namespace unknot::words
