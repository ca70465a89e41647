#pragma once

#include "app/views/view.h"
#include "app/words/catalogue.h"
#include "app/words/next.h"

#include <optional>
#include <string>
#include <vector>

namespace unknot::views {

/// The flags of one track, or of the whole person, as one card shows them.
struct Attention {
    std::optional<TrackKey> track;  ///< empty: the whole person
    std::string name;
    const std::vector<guidance::Flag>* flags = nullptr;  ///< never empty; most serious first
    std::optional<guidance::EvidenceRating> before;      ///< the soreness before the session that began it
};

/// What is flagged: the whole person first, then tracks, most serious first, then the oldest.
[[nodiscard]] std::vector<Attention> attention(const words::Catalogue& words, const Facts& facts);

/// A track of which too little is known, and what is missing.
struct TooLittle {
    TrackKey track;
    std::string name;
    std::string why;
};

/// The tracks whose state is awaiting or unknown and which neither a due row nor a flag says it of. They are
/// never "fine".
[[nodiscard]] std::vector<TooLittle> too_little(const words::Catalogue& words, const Facts& facts);

/// How many tracks are awaiting or unknown, due ones included.
[[nodiscard]] std::size_t unknown_count(const Facts& facts);

/// One row of the next sessions.
struct NextRow {
    TrackKey track;
    std::string name;
    words::NextParts parts;
    bool of_long_ago = false;  ///< nothing is flagged or due and its last session is over four weeks old
};

/// In the order of the flags; what is not flagged follows, most careful advice first, then latest session
/// first.
[[nodiscard]] std::vector<NextRow> next_rows(const words::Catalogue& words, const Facts& facts);

}  // namespace unknot::views
