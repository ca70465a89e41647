#pragma once

#include "app/charts/picture.h"
#include "app/domain/instant.h"
#include "app/domain/result.h"

#include <functional>
#include <string>

namespace unknot::report {

/// A chart as a picture for other programs: in the colours of paper, whatever the window's are.
struct ChartPicture {
    std::string png;  ///< two pixels for each unit
    std::string svg;
};

/// `draw` makes the chart, given how wide texts are. Fails with the painter's words.
[[nodiscard]] Result<ChartPicture, std::string> chart_picture(
    const std::function<charts::Picture(const charts::Measure&)>& draw, const Instant& made_at);

}  // namespace unknot::report
