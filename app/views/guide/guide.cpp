#include "app/views/guide/guide.h"

#include "app/views/kit/page.h"

namespace unknot::views {

void draw_guide(const kit::Ui& ui, const Facts&, GuideState&, const ImRect& area, Wishes&) {
    kit::Page page(ui, area, "guide");
    page.header(ui.words.text("Guide"), {}, 0);
    const kit::Flow flow = page.begin_content();
    page.end_content(flow.at.y);
}

void draw_first_start(const kit::Ui&, const Facts&, FirstStartState&, Wishes&) {}

}  // namespace unknot::views
