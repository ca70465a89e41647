#pragma once

#include "app/report/pdf/composer.h"
#include "app/report/pdf/report_words.h"

namespace unknot::report {

/// What the first page had no room for and the following ones hold.
struct LeftForLater {
    bool areas = false;
};

/// The page that answers the questions, and never more than one: what does not fit is counted there and told
/// on the following pages. `measure` is that of the charts' fonts.
[[nodiscard]] LeftForLater add_first_page(Composer& composer, const ReportScene& scene,
                                          const charts::Measure& measure);

/// "By area" as a table: all of `rows` areas, or the first ones.
void add_area_table(Composer& composer, const ReportScene& scene, std::size_t rows);

}  // namespace unknot::report
