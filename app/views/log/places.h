#pragma once

#include "app/domain/snapshot.h"
#include "app/words/catalogue.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace unknot::views {

/// An area with a side, as the list beside the body map offers it.
struct PlaceChoice {
    TrackKey place;         ///< side may be `both`
    std::string name;       ///< the area without its side
    std::string side;       ///< "left", …; empty where the area has one place only
    std::string phrase;     ///< both, as people say it
    std::string more;       ///< muscle and region, in which is searched too
    std::int64_t used = 0;  ///< when its last session began (ms); 0 = not lately
};

/// All places that can be chosen: every side of every area that is not retired, `both` where there are left
/// and right. Recently used ones first, latest first, then in the order of the areas.
struct PlaceList {
    std::vector<PlaceChoice> all;
    std::uint64_t generation = 0;  ///< of the snapshot that it was made of
    std::string language;
};

/// Makes the list anew where the log or the language has changed since.
void refresh(PlaceList& list, const Snapshot& snapshot, const words::Catalogue& words);

/// The places that `search` finds, as places in `all`: every word of it begins or is within a word of the
/// place, its muscle or its region, whatever the case. Best first: words that begin as people say the place,
/// then within it, then muscle and region. Everything where `search` is blank.
[[nodiscard]] std::vector<std::size_t> found(const PlaceList& list, std::string_view search);

}  // namespace unknot::views
