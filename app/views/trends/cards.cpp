#include "app/views/trends/cards.h"

#include "app/charts/dose.h"
#include "app/views/kit/card.h"
#include "app/views/kit/hover_card.h"
#include "app/views/kit/picture.h"
#include "app/views/kit/text.h"
#include "app/views/trends/data.h"
#include "app/words/phrases.h"

#include <algorithm>

namespace unknot::views {

namespace {

constexpr float least_dose_units = 300;

void title(const kit::Ui& ui, kit::Flow& flow, std::string_view text) {
    kit::paragraph(ui, flow, text, look::type::head, ui.theme.text);
    flow.gap(ui, look::space::s);
}

/// Draws a picture and says what its target under the pointer holds.
template <typename CardOf>
std::optional<std::size_t> pointed_target(const kit::Ui& ui, const charts::Picture& picture,
                                          const ImRect& rect, CardOf&& card_of) {
    if (!ImGui::IsWindowHovered() || !ImGui::IsMouseHoveringRect(rect.Min, rect.Max)) {
        return std::nullopt;
    }
    const auto hit = charts::target_at(picture, kit::to_picture(ui, rect.Min, ImGui::GetIO().MousePos));
    if (hit) {
        const charts::HitTarget& target = picture.targets.at(*hit);
        kit::hover_card(ui, kit::to_screen(ui, rect.Min, target.at), card_of(target));
    }
    return hit;
}

void make_areas(const kit::Ui& ui, const Facts& facts, TrendsState& state, float width) {
    const charts::TimeWindow window = range_window(state);
    const TrendsKey key = key_of(ui, state, window, width);
    if (state.areas.made_for == key) {
        return;
    }
    state.areas.made_for = key;
    const charts::TrackSeries* shown = shown_track(state);
    state.shown_areas.clear();
    for (const charts::TrackSeries& series : state.data.all) {
        if (shown == nullptr || series.key != shown->key) {
            state.shown_areas.push_back(series);
        }
    }
    const AreaCatalogue& areas = *facts.snapshot.catalogue;
    if (state.as_table) {
        state.areas.table = kit::text_table(ui, charts::overview_table(state.shown_areas, areas, ui.words));
        return;
    }
    charts::SmallFrame frame;
    frame.width = width / ui.scale;
    frame.window = window;
    state.areas.picture =
        charts::small_multiples(state.shown_areas, frame, areas, ui.words, kit::chart_measure(ui));
}

void make_dose(const kit::Ui& ui, TrendsState& state, const charts::TrackSeries& series, float width) {
    const charts::TimeWindow window = range_window(state);
    const TrendsKey key = key_of(ui, state, window, width);
    if (state.dose.made_for == key) {
        return;
    }
    state.dose.made_for = key;
    if (state.as_table) {
        state.dose.table = kit::text_table(ui, charts::dose_table(series, window, ui.words));
        return;
    }
    charts::DoseFrame frame;
    frame.width = std::max(least_dose_units, width / ui.scale);
    frame.window = window;
    state.dose.picture = charts::dose_chart(series, frame, ui.words, kit::chart_measure(ui));
}

charts::CalendarFrame calendar_frame(const kit::Ui& ui, const TrendsState& state, float width) {
    const charts::TimeWindow window = range_window(state);
    charts::CalendarFrame frame;
    frame.width = width / ui.scale;
    frame.first = LocalDay{static_cast<std::int32_t>(window.from)};
    frame.last = state.data.today;
    frame.today = state.data.today;
    return frame;
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

void draw_dose_card(const kit::Ui& ui, TrendsState& state, const charts::TrackSeries& series,
                    kit::Flow& flow) {
    kit::Card card(ui, flow);
    title(ui, card.inner, ui.words.text("Dose and response"));
    make_dose(ui, state, series, card.inner.width);
    if (state.as_table) {
        kit::draw_table(ui, card.inner, state.dose.table);
        return;
    }
    const ImRect rect = card.inner.take(kit::picture_size(ui, state.dose.picture).y);
    kit::draw_picture(ui, rect.Min, state.dose.picture);
    pointed_target(ui, state.dose.picture, rect, [&](const charts::HitTarget& target) {
        return charts::dose_card(series, target, ui.words);
    });
}

void draw_areas_card(const kit::Ui& ui, const Facts& facts, TrendsState& state, kit::Flow& flow) {
    kit::Card card(ui, flow);
    const bool all = shown_track(state) == nullptr;
    title(ui, card.inner, all ? ui.words.text("All areas") : ui.words.text("Other areas"));
    make_areas(ui, facts, state, card.inner.width);
    if (state.shown_areas.empty()) {
        kit::paragraph(ui, card.inner, ui.words.text("No other area has a record yet."), look::type::body,
                       ui.theme.muted);
        return;
    }
    if (state.as_table) {
        kit::draw_table(ui, card.inner, state.areas.table);
        return;
    }
    const charts::Picture& picture = state.areas.picture;
    const ImRect rect = card.inner.take(kit::picture_size(ui, picture).y);
    kit::draw_picture(ui, rect.Min, picture);
    std::optional<TrackKey> chosen;
    const kit::Scope scope("areas");
    for (const charts::HitTarget& target : picture.targets) {
        const TrackKey& track = state.shown_areas.at(target.index).key;
        const std::string name = words::place(ui.words, *facts.snapshot.catalogue, track.area, track.side);
        const charts::Box& box = target.box;
        const ImVec2 from = kit::to_screen(ui, rect.Min, {box.x, box.y});
        const ImVec2 to = kit::to_screen(ui, rect.Min, {box.right(), box.bottom()});
        const kit::Press press = kit::press(ui, {from, to}, name, ui.px(look::radius::control));
        kit::draw_press_state(ui, press, ui.px(look::radius::control));
        if (press.hovered || press.focused) {
            kit::hover_card(
                ui, kit::to_screen(ui, rect.Min, target.at),
                charts::track_card(state.shown_areas, target, *facts.snapshot.catalogue, ui.words));
        }
        if (press.clicked) {
            chosen = track;
        }
    }
    if (chosen) {
        choose_track(state, *chosen);
    }
}

void draw_calendar_card(const kit::Ui& ui, const Facts& facts, TrendsState& state, kit::Flow& flow,
                        Wishes& wishes) {
    kit::Card card(ui, flow);
    title(ui, card.inner, ui.words.text("The worst of each day"));
    const float width = card.inner.width;
    const TrendsKey key = key_of(ui, state, range_window(state), width);
    const AreaCatalogue& areas = *facts.snapshot.catalogue;
    const charts::CalendarFrame frame = calendar_frame(ui, state, width);
    if (state.calendar.made_for != key) {
        state.calendar.made_for = key;
        state.days = charts::calendar_days(state.data.all);
        if (state.as_table) {
            state.calendar.table = kit::text_table(
                ui, charts::calendar_table(state.data.all, state.days, frame, areas, ui.words));
        } else {
            state.calendar.picture = charts::calendar(state.days, frame, ui.words);
        }
    }
    if (state.as_table) {
        kit::draw_table(ui, card.inner, state.calendar.table);
        return;
    }
    const charts::Picture& picture = state.calendar.picture;
    const ImRect rect = card.inner.take(kit::picture_size(ui, picture).y);
    kit::draw_picture(ui, rect.Min, picture);
    const auto hit = pointed_target(ui, picture, rect, [&](const charts::HitTarget& target) {
        return charts::calendar_card(state.data.all, state.days, target, state.data.today, areas, ui.words);
    });
    if (hit && ImGui::IsMouseClicked(ImGuiMouseButton_Left)) {
        const LocalDay day{static_cast<std::int32_t>(picture.targets.at(*hit).index)};
        wishes.emplace_back(OpenHistory{{}, day});
    }
}

}  // namespace unknot::views
