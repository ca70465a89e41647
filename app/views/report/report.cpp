#include "app/views/report/report.h"

#include "app/views/kit/page.h"

namespace unknot::views {

void draw_report(const kit::Ui& ui, const Facts& /*facts*/, ReportState& /*state*/, const ImRect& area,
                 Wishes& /*wishes*/) {
    kit::Page page(ui, area, "report");
    page.header(ui.words.text("Report"), ui.words.text("for your clinician, or for you"), 0);
    const kit::Flow flow = page.begin_content();
    page.end_content(flow.at.y);
}

}  // namespace unknot::views
