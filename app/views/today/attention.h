#pragma once

#include "app/views/view.h"
#include "app/words/catalogue.h"
#include "app/words/next.h"

#include <memory>
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
    std::string settled;  ///< why what clears the first flag is above its start; may be empty
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

/// The lists of the Today screen, worked out once for each answer of the rules rather than in every frame.
class TodayLists {
public:
    /// Brings them up to what the log and the rules say now. Before every frame's drawing.
    void follow(const words::Catalogue& words, const Facts& facts);

    [[nodiscard]] const std::vector<Attention>& attention() const { return attention_; }
    [[nodiscard]] const std::vector<TooLittle>& too_little() const { return too_little_; }
    [[nodiscard]] const std::vector<NextRow>& next_rows() const { return next_rows_; }

private:
    /// All that they depend on. The tracks' answers are kept, so that their addresses stand for their
    /// content.
    struct From {
        std::vector<std::shared_ptr<const guidance::TrackGuidance>> tracks;
        std::shared_ptr<const AreaCatalogue> catalogue;
        const std::vector<guidance::Flag>* of_person = nullptr;
        std::uint64_t generation = 0;
        Instant as_of;
        LocalDay today;
        std::string_view language;
        friend bool operator==(const From&, const From&) = default;
    };
    [[nodiscard]] static From from(const words::Catalogue& words, const Facts& facts);

    std::optional<From> from_;
    std::vector<Attention> attention_;
    std::vector<TooLittle> too_little_;
    std::vector<NextRow> next_rows_;
};

}  // namespace unknot::views
