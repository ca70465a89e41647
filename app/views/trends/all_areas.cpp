#include "app/views/kit/card.h"
#include "app/views/kit/hover_card.h"
#include "app/views/kit/picture.h"
#include "app/views/kit/text.h"
#include "app/views/trends/cards.h"
#include "app/views/trends/data.h"
#include "app/views/trends/walk.h"
#include "app/words/phrases.h"

#include <algorithm>

namespace unknot::views {

namespace {

constexpr float body_units = 600;  ///< height of the body map, as far as its width allows

/// The time that all small pictures show, said once for all of them.
std::string footnote(const kit::Ui& ui, const TrendsState& state) {
    const charts::TimeWindow window = range_window(state);
    const LocalDay first{static_cast<std::int32_t>(window.from)};
    return ui.words.say("{0} to {1}, 0 to 10, sessions below.",
                        words::plain_date(ui.words, first, state.data.today),
                        words::plain_date(ui.words, state.data.today, state.data.today));
}

void make_areas(const kit::Ui& ui, const Facts& facts, TrendsState& state, float width) {
    const TrendsKey key = key_of(ui, state, range_window(state), width);
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
        state.areas.table =
            kit::text_table(ui, charts::overview_table(state.shown_areas, areas, ui.words), width);
        return;
    }
    charts::SmallFrame frame;
    frame.width = width / ui.scale;
    frame.window = range_window(state);
    state.areas.picture =
        charts::small_multiples(state.shown_areas, frame, areas, ui.words, kit::chart_measure(ui));
}

/// The small pictures, each of which is a button. Returns the track of the one pressed.
std::optional<TrackKey> draw_small_multiples(const kit::Ui& ui, const Facts& facts, const TrendsState& state,
                                             kit::Flow& flow) {
    const AreaCatalogue& areas = *facts.snapshot.catalogue;
    const charts::Picture& picture = state.areas.picture;
    const ImRect rect = flow.take(kit::picture_size(ui, picture).y);
    kit::draw_picture(ui, rect.Min, picture);
    std::optional<TrackKey> chosen;
    const kit::Scope scope("areas");
    for (const charts::HitTarget& target : picture.targets) {
        const TrackKey& track = state.shown_areas.at(target.index).key;
        const std::string name = words::place(ui.words, areas, track.area, track.side);
        const charts::Box& box = target.box;
        const ImVec2 from = kit::to_screen(ui, rect.Min, {box.x, box.y});
        const ImVec2 to = kit::to_screen(ui, rect.Min, {box.right(), box.bottom()});
        const kit::Press press = kit::press(ui, {from, to}, name, ui.px(look::radius::control));
        kit::draw_press_state(ui, press, ui.px(look::radius::control));
        if (press.hovered || press.focused) {
            kit::hover_card(ui, kit::to_screen(ui, rect.Min, target.at),
                            charts::track_card(state.shown_areas, target, areas, ui.words));
        }
        if (press.clicked) {
            chosen = track;
        }
    }
    return chosen;
}

void make_body(const kit::Ui& ui, const Facts& facts, TrendsState& state, float width) {
    const TrendsKey key = key_of(ui, state, range_window(state), width);
    if (state.body.made_for == key) {
        return;
    }
    state.body.made_for = key;
    charts::BodyFrame frame;
    frame.width = width / ui.scale;
    frame.height = body_units;
    state.body.picture =
        charts::body_map(state.data.all, frame, *facts.snapshot.catalogue, ui.words, kit::chart_measure(ui));
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

void make_calendar(const kit::Ui& ui, const Facts& facts, TrendsState& state, float width) {
    const TrendsKey key = key_of(ui, state, range_window(state), width);
    if (state.calendar.made_for == key) {
        return;
    }
    state.calendar.made_for = key;
    const charts::CalendarFrame frame = calendar_frame(ui, state, width);
    state.days = charts::calendar_days(state.data.all);
    if (!state.as_table) {
        state.calendar.picture = charts::calendar(state.days, frame, ui.words);
        return;
    }
    state.calendar.table = kit::text_table(
        ui, charts::calendar_table(state.data.all, state.days, frame, *facts.snapshot.catalogue, ui.words),
        width);
}

}  // namespace

void draw_areas_card(const kit::Ui& ui, const Facts& facts, TrendsState& state, kit::Flow& flow) {
    kit::Card card(ui, flow);
    const bool all = shown_track(state) == nullptr;
    const bool to_all =
        card_title(ui, card.inner, all ? ui.words.text("All areas") : ui.words.text("Other areas"),
                   all ? std::string_view() : ui.words.text("All areas, calendar, body"));
    make_areas(ui, facts, state, card.inner.width);
    std::optional<TrackKey> chosen;
    if (state.shown_areas.empty()) {
        kit::paragraph(ui, card.inner, ui.words.text("No other area has a record yet."), look::type::body,
                       ui.theme.muted);
    } else if (state.as_table) {
        kit::draw_table(ui, card.inner, state.areas.table);
    } else {
        chosen = draw_small_multiples(ui, facts, state, card.inner);
        card.inner.gap(ui, look::space::s);
        kit::paragraph(ui, card.inner, footnote(ui, state), look::type::small, ui.theme.muted);
    }
    if (to_all) {
        choose_all_areas(state);
    } else if (chosen) {
        choose_track(state, *chosen);
    }
}

void draw_body_card(const kit::Ui& ui, const Facts& facts, TrendsState& state, kit::Flow& flow) {
    kit::Card card(ui, flow);
    card_title(ui, card.inner, ui.words.text("Latest soreness"));
    kit::paragraph(ui, card.inner, ui.words.text("Ratings of the last 14 days; older ones leave it blank."),
                   look::type::small, ui.theme.muted);
    card.inner.gap(ui, look::space::xs);
    make_body(ui, facts, state, card.inner.width);
    const charts::Picture& picture = state.body.picture;
    const Walk walk =
        walk_picture(ui, card.inner, ui.words.text("Body map"), picture, state.body.cursor, true);
    if (!walk.shown) {
        return;
    }
    const charts::HitTarget& target = picture.targets.at(*walk.shown);
    const ImVec2 at = kit::to_screen(ui, walk.rect.Min, target.at);
    draw_ring(ui, at, 12);
    kit::hover_card(ui, at, charts::track_card(state.data.all, target, *facts.snapshot.catalogue, ui.words));
    if (walk.clicked) {
        choose_track(state, state.data.all.at(target.index).key);
    }
}

void draw_calendar_card(const kit::Ui& ui, const Facts& facts, TrendsState& state, kit::Flow& flow,
                        Wishes& wishes) {
    kit::Card card(ui, flow);
    card_title(ui, card.inner, ui.words.text("The worst of each day"));
    make_calendar(ui, facts, state, card.inner.width);
    if (state.as_table) {
        kit::draw_table(ui, card.inner, state.calendar.table);
        return;
    }
    const charts::Picture& picture = state.calendar.picture;
    const Walk walk =
        walk_picture(ui, card.inner, ui.words.text("Calendar"), picture, state.calendar.cursor, true);
    if (!walk.shown) {
        return;
    }
    const charts::HitTarget& target = picture.targets.at(*walk.shown);
    const ImVec2 from = kit::to_screen(ui, walk.rect.Min, {target.box.x, target.box.y});
    const ImVec2 to = kit::to_screen(ui, walk.rect.Min, {target.box.right(), target.box.bottom()});
    kit::outline({from, to}, ui.theme.text, std::max(1.5F, 2 * ui.scale), ui.px(6));
    kit::hover_card(ui, kit::to_screen(ui, walk.rect.Min, target.at),
                    charts::calendar_card(state.data.all, state.days, target, state.data.today,
                                          *facts.snapshot.catalogue, ui.words));
    if (walk.clicked) {
        wishes.emplace_back(OpenHistory{{}, LocalDay{static_cast<std::int32_t>(target.index)}, {}});
    }
}

}  // namespace unknot::views
