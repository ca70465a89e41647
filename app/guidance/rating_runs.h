#pragma once

#include "app/guidance/look.h"
#include "app/guidance/track_records.h"

namespace unknot::guidance {

/// The unbroken runs of high ratings up to the latest one, whatever session they follow.
class RatingRuns {
public:
    void take(const Rating& rating);

    /// Severe where no linked rating raised it: the track's latest rating is severe and at most 7 days old.
    [[nodiscard]] std::optional<Flag> unlinked_severe(Look& look) const;

    /// Rated 4 or more for two weeks.
    [[nodiscard]] std::optional<Flag> ongoing(Look& look) const;

private:
    std::vector<Rating> severe_;
    std::vector<Rating> sore_;  ///< 4 or more, no gap over 4 days
    int sore_days_ = 0;         ///< how many local days they have
    LocalDay last_sore_day_;
};

}  // namespace unknot::guidance
