#include "app/views/report/report.h"

#include "app/views/kit/card.h"
#include "app/views/kit/page.h"
#include "app/views/report/cards.h"

#include <algorithm>

namespace unknot::views {

namespace {

constexpr float options_width = 412;

void draw_empty(const kit::Ui& ui, kit::Flow& flow, Wishes& wishes) {
    if (kit::empty_state(
            ui, flow, ui.words.text("Nothing logged yet"),
            ui.words.text("After a session and a check-in the day after, this makes the page that "
                          "you hand to a clinician."),
            ui.words.text("Log a session"), look::IconName::log)) {
        wishes.emplace_back(OpenLog{});
    }
}

bool side_by_side(const kit::Ui& ui) {
    return ui.layout() == kit::LayoutMode::two_columns || ui.layout() == kit::LayoutMode::three_columns;
}

}  // namespace

void draw_report(const kit::Ui& ui, const Facts& facts, ReportState& state, const ImRect& area,
                 Wishes& wishes) {
    kit::Page page(ui, area, "report");
    page.header(ui.words.text("Report"), ui.words.text("for your clinician, or for you"), 0);
    kit::Flow flow = page.begin_content();
    if (facts.snapshot.empty()) {
        draw_empty(ui, flow, wishes);
        page.end_content(flow.at.y);
        return;
    }
    const float visible = area.Max.y - flow.at.y - ui.px(look::space::l);
    if (!side_by_side(ui)) {
        draw_options_card(ui, facts, state, flow, 0, wishes);
        flow.gap(ui, look::control::column_gap);
        const float height = page_card_height(ui, state, flow.width);
        draw_page_card(ui, facts, state, flow.take(height));
        page.end_content(flow.at.y);
        return;
    }
    kit::Columns both = kit::split(ui, flow, ui.px(options_width));
    // Scrolled, the page goes with the options: what is visible is counted from where the content begins.
    draw_options_card(ui, facts, state, both.first, visible, wishes);
    const float right_height = std::max(visible, ui.px(320));
    draw_page_card(ui, facts, state, both.second.take(right_height));
    page.end_content(std::max(both.first.at.y, both.second.at.y));
}

}  // namespace unknot::views
