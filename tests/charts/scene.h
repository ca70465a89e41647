#pragma once

#include "app/charts/overview.h"
#include "app/charts/timeline.h"
#include "app/domain/snapshot.h"

#include <nlohmann/json.hpp>

#include <string>
#include <vector>

namespace unknot::tests {

/// A log and all that charts are made of, seen at one moment.
struct ChartScene {
    Snapshot snapshot;
    std::vector<charts::TrackSeries> all;

    ChartScene(const nlohmann::json& log, const std::string& as_of);

    /// The track's; throws where it has no record.
    [[nodiscard]] const charts::TrackSeries& track(const std::string& area, Side side) const;
};

/// tests/data/charts/eight_weeks.json on 21 November 2026.
[[nodiscard]] ChartScene eight_weeks();

/// A log of one track: ratings every 8 to 60 hours for so many days, a session about every fourth day, late
/// ones among them. The same for the same seed.
[[nodiscard]] nlohmann::json random_log(unsigned seed, int days);

/// Widths that depend on no font: half the size for each byte.
[[nodiscard]] float plain_width(std::string_view text, charts::TextRole role);

}  // namespace unknot::tests
