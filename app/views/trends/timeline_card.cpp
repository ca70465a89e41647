#include "app/views/kit/card.h"
#include "app/views/kit/hover_card.h"
#include "app/views/kit/picture.h"
#include "app/views/kit/text.h"
#include "app/views/trends/cards.h"
#include "app/views/trends/data.h"
#include "app/views/trends/walk.h"

#include <algorithm>

namespace unknot::views {

namespace {

constexpr double zoom_step = 1.25;
constexpr float least_width_units = 240;
constexpr float picture_units = 358;
constexpr float least_units = 280;
constexpr float most_units = 560;

/// Charts grow with high windows, text does not (LOOK, Type, measures, grid).
float height_units(const kit::Ui& ui) {
    constexpr float design_height = 800;
    const float spare = ui.unit_height - design_height;
    const float grown = picture_units + (spare > 0 ? spare * 0.6F : spare);
    return std::clamp(grown, least_units, most_units);
}

void make(const kit::Ui& ui, TrendsState& state, const charts::TrackSeries& series, float width) {
    const charts::TimeWindow window = shown_window(state);
    const float height = height_units(ui);
    const TrendsKey key = key_of(ui, state, window, width, height * ui.scale);
    if (state.timeline.made_for == key) {
        return;
    }
    state.timeline.made_for = key;
    if (state.as_table) {
        state.timeline.table = kit::text_table(ui, charts::timeline_table(series, window, ui.words), width);
        return;
    }
    charts::TimelineFrame frame;
    frame.width = std::max(least_width_units, width / ui.scale);
    frame.height = height;
    frame.window = window;
    const charts::Measure measure = kit::chart_measure(ui);
    state.timeline.picture = charts::timeline(series, frame, ui.words, measure);
    state.plot = charts::timeline_plot(series, frame, ui.words, measure);
}

void zoom_by_key(TrendsState& state) {
    const ImGuiIO& io = ImGui::GetIO();
    if (io.KeyCtrl || io.KeyAlt || io.KeySuper) {
        return;  // Ctrl + and - change the size of the text
    }
    const charts::TimeWindow window = shown_window(state);
    const double middle = (window.from + window.to) / 2;
    if (ImGui::IsKeyPressed(ImGuiKey_Equal) || ImGui::IsKeyPressed(ImGuiKey_KeypadAdd)) {
        set_window(state, charts::zoomed(window, 1 / zoom_step, middle));
    } else if (ImGui::IsKeyPressed(ImGuiKey_Minus) || ImGui::IsKeyPressed(ImGuiKey_KeypadSubtract)) {
        set_window(state, charts::zoomed(window, zoom_step, middle));
    }
}

/// The wheel zooms at the pointer, with Ctrl where the page has to scroll.
void zoom_by_wheel(TrendsState& state, charts::Point pointer) {
    const ImGuiIO& io = ImGui::GetIO();
    const bool scrolls = ImGui::GetScrollMaxY() > 0 && !io.KeyCtrl;
    if (io.MouseWheelH != 0) {
        const charts::TimeWindow window = shown_window(state);
        set_window(state, charts::panned(window, static_cast<double>(-io.MouseWheelH) * window.days() / 10));
    }
    if (io.MouseWheel != 0 && !scrolls) {
        const double factor = std::pow(zoom_step, static_cast<double>(-io.MouseWheel));
        set_window(state, charts::zoomed(shown_window(state), factor, state.plot.scale.time(pointer.x)));
    }
}

void drag(const kit::Ui& ui, TrendsState& state) {
    if (!ImGui::IsMouseDragging(ImGuiMouseButton_Left)) {
        return;
    }
    state.dragged = true;
    const float moved = ImGui::GetIO().MouseDelta.x / ui.scale;
    if (moved != 0) {
        set_window(state, charts::panned(shown_window(state),
                                         static_cast<double>(-moved / state.plot.scale.per_day())));
    }
}

void draw_cursor(const kit::Ui& ui, const TrendsState& state, const ImVec2& at,
                 const charts::HitTarget& target) {
    const ImVec2 point = kit::to_screen(ui, at, target.at);
    const float x = std::round(point.x);
    kit::fill({x, kit::to_screen(ui, at, {0, state.plot.top}).y, x + 1,
               kit::to_screen(ui, at, {0, state.plot.bottom}).y},
              ui.theme.text);
    draw_ring(ui, point, 9);
}

void open_record(const charts::TrackSeries& series, const charts::HitTarget& target, Wishes& wishes) {
    OpenHistory open{series.key.area, {}, {}};
    if (target.kind == charts::HitTarget::Kind::rating) {
        const charts::RatingPoint& rating = series.ratings.at(target.index);
        open.day = local_day(rating.at);
        open.record = rating.record;
    } else if (target.kind == charts::HitTarget::Kind::session) {
        const charts::SessionPoint& session = series.sessions.at(target.index);
        open.day = local_day(session.at);
        open.record = session.record;
    }
    wishes.emplace_back(std::move(open));
}

void draw_chart(const kit::Ui& ui, TrendsState& state, const charts::TrackSeries& series, kit::Flow& flow,
                Wishes& wishes) {
    const Walk walk = walk_picture(ui, flow, ui.words.text("Timeline"), state.timeline.picture,
                                   state.timeline.cursor, false);
    if (walk.shown) {
        const charts::HitTarget& target = state.timeline.picture.targets.at(*walk.shown);
        draw_cursor(ui, state, walk.rect.Min, target);
        kit::hover_card(ui, kit::to_screen(ui, walk.rect.Min, target.at),
                        charts::timeline_card(series, target, ui.words));
        if (walk.clicked && !state.dragged) {
            open_record(series, target, wishes);
        }
    }
    if (walk.press.focused) {
        zoom_by_key(state);
    }
    if (walk.press.hovered) {
        zoom_by_wheel(state, kit::to_picture(ui, walk.rect.Min, ImGui::GetIO().MousePos));
    }
    if (walk.press.held && walk.press.hovered && !walk.press.focused) {
        drag(ui, state);
    }
    if (!walk.press.held) {
        state.dragged = false;
    }
}

/// What the dashed line says, where it is in sight.
void draw_line_meaning(const kit::Ui& ui, const charts::TrackSeries& series, const charts::TimeWindow& window,
                       kit::Flow& flow) {
    const bool seen = std::any_of(series.settled.begin(), series.settled.end(), [&](const auto& line) {
        return line.from < window.to && line.to.value_or(window.to) > window.from;
    });
    if (seen) {
        flow.gap(ui, look::space::xs);
        kit::paragraph(
            ui, flow,
            ui.words.text(
                "Settled: on the dashed line or below it. The line lies 1 above the start, between 2 and 6."),
            look::type::small, ui.theme.muted);
    }
}

}  // namespace

void draw_timeline_card(const kit::Ui& ui, TrendsState& state, const charts::TrackSeries& series,
                        kit::Flow& flow, Wishes& wishes) {
    kit::Card card(ui, flow, 18);
    make(ui, state, series, card.inner.width);
    if (state.as_table) {
        kit::draw_table(ui, card.inner, state.timeline.table);
    } else {
        draw_chart(ui, state, series, card.inner, wishes);
        draw_line_meaning(ui, series, shown_window(state), card.inner);
    }
}

}  // namespace unknot::views
