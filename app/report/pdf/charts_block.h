#pragma once

#include "app/charts/print.h"
#include "app/report/pdf/composer.h"
#include "app/report/pdf/report_words.h"

namespace unknot::report {

/// Timeline and body map beside each other, of the areas that matter most.
class ChartsBlock {
public:
    ChartsBlock(Composer& composer, const ReportScene& scene, const charts::Measure& measure);

    /// True where there is nothing to draw.
    [[nodiscard]] bool empty() const { return scene_.summary.areas.empty(); }
    /// With its heading; 0 where it is empty.
    [[nodiscard]] double least_height();
    /// As many lanes as `room` points hold, at least one and at most five.
    void add(double room);

private:
    [[nodiscard]] charts::LanesFrame frame() const;
    [[nodiscard]] std::vector<const charts::TrackSeries*> shown(std::size_t count) const;
    [[nodiscard]] charts::Picture body() const;
    [[nodiscard]] std::string body_caption() const;
    [[nodiscard]] double body_height();
    [[nodiscard]] std::string timeline_alt(std::size_t count) const;
    [[nodiscard]] std::string body_alt() const;
    double add_timeline(std::size_t count, double top);
    double add_body(double top);

    Composer& composer_;
    const ReportScene& scene_;
    const charts::Measure& measure_;
};

}  // namespace unknot::report
