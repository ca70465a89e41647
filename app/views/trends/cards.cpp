#include "app/views/trends/cards.h"

#include "app/charts/dose.h"
#include "app/views/kit/button.h"
#include "app/views/kit/card.h"
#include "app/views/kit/hover_card.h"
#include "app/views/kit/picture.h"
#include "app/views/kit/text.h"
#include "app/views/trends/data.h"
#include "app/views/trends/walk.h"

#include <algorithm>

namespace unknot::views {

namespace {

constexpr float least_dose_units = 240;

void make_dose(const kit::Ui& ui, TrendsState& state, const charts::TrackSeries& series, float width) {
    const charts::TimeWindow window = range_window(state);
    const TrendsKey key = key_of(ui, state, window, width);
    if (state.dose.made_for == key) {
        return;
    }
    state.dose.made_for = key;
    if (state.as_table) {
        state.dose.table = kit::text_table(ui, charts::dose_table(series, window, ui.words), width);
        return;
    }
    charts::DoseFrame frame;
    frame.width = std::max(least_dose_units, width / ui.scale);
    frame.window = window;
    state.dose.picture = charts::dose_chart(series, frame, ui.words, kit::chart_measure(ui));
}

}  // namespace

TrendsKey key_of(const kit::Ui& ui, const TrendsState& state, const charts::TimeWindow& window, float width,
                 float height) {
    const charts::TrackSeries* shown = shown_track(state);
    return {state.data_version,
            shown == nullptr ? std::nullopt : std::optional(shown->key),
            window.from,
            window.to,
            width / ui.scale,
            height / ui.scale,
            ui.scale,
            state.as_table,
            std::string(ui.words.language())};
}

bool card_title(const kit::Ui& ui, kit::Flow& flow, std::string_view title, std::string_view link) {
    const float top = flow.at.y;
    kit::paragraph(ui, flow, title, look::type::head, ui.theme.text);
    bool pressed = false;
    if (!link.empty()) {
        kit::ButtonOptions quiet;
        quiet.kind = kit::ButtonKind::quiet;
        quiet.height_units = look::control::compact;
        const float inset = ui.px(10);  // a quiet button's words end on the column's edge
        const float width = kit::button_width(ui, link, quiet);
        const bool beside =
            kit::text_width(ui, title, look::type::head) + ui.px(look::space::m) + width <= flow.width;
        const float left = beside ? flow.right() + inset - width : flow.at.x - inset;
        const float y = beside ? top - ui.px(4) : flow.at.y;
        pressed = kit::button(ui, {left, y, left + width, y + ui.px(quiet.height_units)}, link, quiet);
        flow.at.y = std::max(flow.at.y, beside ? flow.at.y : y + ui.px(quiet.height_units));
    }
    flow.gap(ui, look::space::s);
    return pressed;
}

void draw_dose_card(const kit::Ui& ui, TrendsState& state, const charts::TrackSeries& series, kit::Flow& flow,
                    Wishes& wishes) {
    kit::Card card(ui, flow);
    card_title(ui, card.inner, ui.words.text("Dose and response"));
    make_dose(ui, state, series, card.inner.width);
    if (state.as_table) {
        kit::draw_table(ui, card.inner, state.dose.table);
        return;
    }
    const charts::Picture& picture = state.dose.picture;
    const Walk walk =
        walk_picture(ui, card.inner, ui.words.text("Dose and response"), picture, state.dose.cursor, true);
    if (!walk.shown) {
        return;
    }
    const charts::HitTarget& target = picture.targets.at(*walk.shown);
    draw_ring(ui, kit::to_screen(ui, walk.rect.Min, target.at), 9);
    kit::hover_card(ui, kit::to_screen(ui, walk.rect.Min, target.at),
                    charts::dose_card(series, target, ui.words));
    if (walk.clicked) {
        const charts::SessionDayPoint& day = series.days.at(target.index);
        wishes.emplace_back(
            OpenHistory{series.key.area, day.day, series.sessions.at(day.first_session).record});
    }
}

void draw_back_off_card(const kit::Ui& ui, const Facts& facts, TrendsState& state,
                        const charts::TrackSeries& series, kit::Flow& flow) {
    kit::Card card(ui, flow);
    card_title(ui, card.inner, ui.words.text("After a back-off"));
    const charts::TimeWindow window = range_window(state);
    const TrendsKey key = key_of(ui, state, window, card.inner.width);
    if (state.back_offs.made_for != key) {
        state.back_offs.made_for = key;
        state.back_offs.table =
            kit::text_table(ui,
                            charts::back_off_table(charts::back_offs_of(facts.snapshot, series, window),
                                                   series.today, ui.words),
                            card.inner.width);
    }
    if (state.back_offs.table.table.rows.empty()) {
        kit::paragraph(ui, card.inner,
                       ui.words.text("In this time no flag suggested to ease off or to pause."),
                       look::type::body, ui.theme.muted);
        return;
    }
    kit::paragraph(ui, card.inner,
                   ui.words.text("What was suggested when a flag began, and what came of it. This is what "
                                 "followed, not what caused it."),
                   look::type::small, ui.theme.muted);
    card.inner.gap(ui, look::space::xs);
    kit::draw_table(ui, card.inner, state.back_offs.table);
}

}  // namespace unknot::views
