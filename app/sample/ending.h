#pragma once

#include "app/domain/area.h"
#include "app/sample/stories.h"

#include <string_view>

namespace unknot::sample {

/// A story of the last days, on an area of its own, that leaves something to see today.
struct Ending {
    std::string_view area;
    Side side = Side::left;
    int days_ago = 1;  ///< when it begins
    Story story;
};

/// A rating that is due, an area to pause, one to go easy on, one that nobody rated, two settled ones.
[[nodiscard]] std::vector<Ending> endings();

/// The most days ago that one of them begins, and a few more in which nothing else happens there.
constexpr int ending_days = 10;

}  // namespace unknot::sample
