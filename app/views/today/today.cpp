#include "app/views/today/today.h"

#include "app/views/kit/page.h"
#include "app/words/phrases.h"

namespace unknot::views {

void draw_today(const kit::Ui& ui, const Facts& facts, TodayState&, LogState&, const ImRect& area, Wishes&) {
    kit::Page page(ui, area, "today");
    page.header(ui.words.text("Today"), words::long_date(ui.words, facts.today, facts.today), 0);
    const kit::Flow flow = page.begin_content();
    page.end_content(flow.at.y);
}

void answer_by_key(const Facts&, TodayState&, Soreness, Wishes&) {}

void today_left(TodayState& state) {
    state = TodayState{};
}

}  // namespace unknot::views
