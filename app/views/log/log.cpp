#include "app/views/log/log.h"

#include "app/views/kit/page.h"

namespace unknot::views {

void draw_log(const kit::Ui& ui, const Facts&, LogState&, const ImRect& area, Wishes&) {
    kit::Page page(ui, area, "log");
    page.header(ui.words.text("Log a session"), {}, 0);
    const kit::Flow flow = page.begin_content();
    page.end_content(flow.at.y);
}

void begin_log(const Facts&, LogState&, const OpenLog&) {}
void log_saved(LogState&, const Applied&) {}

}  // namespace unknot::views
