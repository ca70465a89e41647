#pragma once

#include "app/guidance/guidance.h"
#include "app/words/catalogue.h"

#include <cstdint>
#include <string>

namespace unknot::words {

/// What the next session may be, as a table's row names it.
enum class NextKind : std::uint8_t {
    seek_care,
    ask_first,
    leave_out,
    rest,
    check_in_first,
    start_light,
    lighter,
    step_by_step,
    as_before,
};

/// The advice for the next session in parts: a table shows word and limit apart, a line all of it.
struct NextParts {
    NextKind kind = NextKind::check_in_first;
    std::string word;   ///< "Rest", "Lighter"
    std::string limit;  ///< "until it is at 3 or below", "up to moderate, 2 min"; never empty
    std::string then;   ///< after a rest: "up to moderate, 2 min"; empty where nothing is known of it
};

/// `whole` is the advice for the whole person; the stricter one is shown (RULES section 7).
[[nodiscard]] NextParts next_parts(const Catalogue& words, const guidance::TrackGuidance& track,
                                   guidance::GlobalNext whole, LocalDay today);

}  // namespace unknot::words
