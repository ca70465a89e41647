#include "app/views/kit/card.h"
#include "app/views/kit/hover_card.h"
#include "app/views/kit/picture.h"
#include "app/views/trends/cards.h"
#include "app/views/trends/data.h"

#include <algorithm>

namespace unknot::views {

namespace {

constexpr double zoom_step = 1.25;
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
        state.timeline.table = kit::text_table(ui, charts::timeline_table(series, window, ui.words));
        return;
    }
    charts::TimelineFrame frame;
    frame.width = std::max(320.0F, width / ui.scale);
    frame.height = height;
    frame.window = window;
    const charts::Measure measure = kit::chart_measure(ui);
    state.timeline.picture = charts::timeline(series, frame, ui.words, measure);
    state.plot = charts::timeline_plot(series, frame, ui.words, measure);
    if (state.cursor && *state.cursor >= state.timeline.picture.targets.size()) {
        state.cursor.reset();
    }
}

void move_cursor(TrendsState& state, const kit::Press& press) {
    const ImGuiID id = ImGui::GetItemID();
    for (const ImGuiKey key : {ImGuiKey_LeftArrow, ImGuiKey_RightArrow, ImGuiKey_Home, ImGuiKey_End}) {
        ImGui::SetKeyOwner(key, id);  // else the arrows would leave the chart
    }
    const std::size_t count = state.timeline.picture.targets.size();
    if (!press.focused || count == 0) {
        return;
    }
    const auto pressed = [&](ImGuiKey key) { return ImGui::IsKeyPressed(key, ImGuiInputFlags_Repeat, id); };
    if (pressed(ImGuiKey_LeftArrow)) {
        state.cursor = !state.cursor ? count - 1 : *state.cursor - (*state.cursor > 0 ? 1U : 0U);
    } else if (pressed(ImGuiKey_RightArrow)) {
        state.cursor = !state.cursor ? 0 : std::min(count - 1, *state.cursor + 1);
    } else if (pressed(ImGuiKey_Home)) {
        state.cursor = 0;
    } else if (pressed(ImGuiKey_End)) {
        state.cursor = count - 1;
    }
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
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const ImVec2 point = kit::to_screen(ui, at, target.at);
    const float x = std::round(point.x);
    kit::fill({x, kit::to_screen(ui, at, {0, state.plot.top}).y, x + 1,
               kit::to_screen(ui, at, {0, state.plot.bottom}).y},
              ui.theme.text);
    list.AddCircle(point, 9 * ui.scale, kit::to_u32(ui.theme.text), 0, std::max(1.5F, 2 * ui.scale));
}

void open_record(const charts::TrackSeries& series, const charts::HitTarget& target, Wishes& wishes) {
    std::optional<LocalDay> day;
    switch (target.kind) {
        case charts::HitTarget::Kind::rating: day = local_day(series.ratings.at(target.index).at); break;
        case charts::HitTarget::Kind::session: day = local_day(series.sessions.at(target.index).at); break;
        default: break;
    }
    wishes.emplace_back(OpenHistory{series.key.area, day});
}

void draw_chart(const kit::Ui& ui, TrendsState& state, const charts::TrackSeries& series, kit::Flow& flow,
                Wishes& wishes) {
    const ImRect rect = flow.take(kit::picture_size(ui, state.timeline.picture).y);
    const kit::Press press = kit::press(ui, rect, ui.words.text("Timeline"), ui.px(look::radius::control));
    kit::draw_picture(ui, rect.Min, state.timeline.picture);
    if (press.focused) {
        move_cursor(state, press);
        zoom_by_key(state);
    }
    const charts::Point pointer = kit::to_picture(ui, rect.Min, ImGui::GetIO().MousePos);
    std::optional<std::size_t> shown = press.focused ? state.cursor : std::nullopt;
    if (press.hovered && !shown) {
        shown = charts::target_at(state.timeline.picture, pointer);
    }
    if (press.hovered) {
        zoom_by_wheel(state, pointer);
    }
    if (press.held && press.hovered && !press.focused) {
        drag(ui, state);
    }
    if (shown) {
        const charts::HitTarget& target = state.timeline.picture.targets.at(*shown);
        draw_cursor(ui, state, rect.Min, target);
        kit::hover_card(ui, kit::to_screen(ui, rect.Min, target.at),
                        charts::timeline_card(series, target, ui.words));
        if (press.clicked && !state.dragged) {
            open_record(series, target, wishes);
        }
    }
    if (!press.held) {
        state.dragged = false;
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
    }
}

}  // namespace unknot::views
