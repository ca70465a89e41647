#include "app/views/history/history.h"

#include "app/views/kit/page.h"

namespace unknot::views {

void draw_history(const kit::Ui& ui, const Facts&, HistoryState&, const ImRect& area, Wishes&) {
    kit::Page page(ui, area, "history");
    page.header(ui.words.text("History"), {}, 0);
    const kit::Flow flow = page.begin_content();
    page.end_content(flow.at.y);
}

void history_saved(HistoryState&) {}

}  // namespace unknot::views
