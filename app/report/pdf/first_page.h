#pragma once

#include "app/report/pdf/composer.h"
#include "app/report/pdf/report_words.h"
#include "app/report/pdf/table.h"

namespace unknot::report {

/// What the first page had no room for and the following ones hold.
struct LeftForLater {
    bool areas = false;
};

/// The page that answers the questions, and never more than one: what does not fit is counted there and told
/// on the following pages. `measure` is that of the charts' fonts.
[[nodiscard]] LeftForLater add_first_page(Composer& composer, const ReportScene& scene,
                                          const charts::Measure& measure);

/// The columns of a table of flags that is `width` points wide.
[[nodiscard]] std::vector<TableColumn> flag_columns(const ReportScene& scene, double width);

/// "By area" as a table: all of `rows` areas, or the first ones.
void add_area_table(Composer& composer, const ReportScene& scene, std::size_t rows);

}  // namespace unknot::report
