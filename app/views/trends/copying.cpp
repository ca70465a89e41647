#include "app/views/trends/copying.h"

#include "app/charts/dose.h"
#include "app/charts/tab_text.h"
#include "app/views/kit/button.h"
#include "app/views/kit/field.h"
#include "app/views/trends/data.h"
#include "app/words/phrases.h"

#include <array>
#include <span>
#include <utility>

namespace unknot::views {

namespace {

enum class Chart : std::uint8_t { timeline, dose, back_offs, areas, body, calendar };

/// One line of the list.
struct Copyable {
    Chart chart;
    bool picture;
};

constexpr std::array<Copyable, 7> of_one_track{{{Chart::timeline, true},
                                                {Chart::timeline, false},
                                                {Chart::dose, true},
                                                {Chart::dose, false},
                                                {Chart::back_offs, false},
                                                {Chart::areas, true},
                                                {Chart::areas, false}}};
constexpr std::array<Copyable, 5> of_all_areas{{{Chart::areas, true},
                                                {Chart::areas, false},
                                                {Chart::body, true},
                                                {Chart::calendar, true},
                                                {Chart::calendar, false}}};

std::string_view name_of(const kit::Ui& ui, Chart chart, bool one_track) {
    switch (chart) {
        case Chart::timeline: return ui.words.text("Timeline");
        case Chart::dose: return ui.words.text("Dose and response");
        case Chart::back_offs: return ui.words.text("After a back-off");
        case Chart::areas: return one_track ? ui.words.text("Other areas") : ui.words.text("All areas");
        case Chart::body: return ui.words.text("Latest soreness");
        case Chart::calendar: break;
    }
    return ui.words.text("The worst of each day");
}

std::vector<Copyable> offered(const Facts& facts, bool one_track) {
    const std::span<const Copyable> all =
        one_track ? std::span<const Copyable>(of_one_track) : std::span<const Copyable>(of_all_areas);
    std::vector<Copyable> offered;
    for (const Copyable& one : all) {
        if (!one.picture || facts.desktop.pictures) {
            offered.push_back(one);
        }
    }
    return offered;
}

/// The tracks that the small pictures show: all but the one that has the screen.
std::vector<charts::TrackSeries> small_ones(const TrendsState& state) {
    std::vector<charts::TrackSeries> small;
    const charts::TrackSeries* const shown = shown_track(state);
    for (const charts::TrackSeries& series : state.data.all) {
        if (shown == nullptr || series.key != shown->key) {
            small.push_back(series);
        }
    }
    return small;
}

charts::CalendarFrame calendar_frame(const TrendsState& state) {
    charts::CalendarFrame frame;
    frame.first = LocalDay{static_cast<std::int32_t>(range_window(state).from)};
    frame.last = state.data.today;
    frame.today = state.data.today;
    return frame;
}

charts::Table table_of(const kit::Ui& ui, const Facts& facts, const TrendsState& state, Chart chart) {
    const AreaCatalogue& areas = *facts.snapshot.catalogue;
    const charts::TrackSeries* const shown = shown_track(state);
    switch (chart) {
        case Chart::timeline: return charts::timeline_table(*shown, shown_window(state), ui.words);
        case Chart::dose: return charts::dose_table(*shown, range_window(state), ui.words);
        case Chart::back_offs:
            return charts::back_off_table(charts::back_offs_of(facts.snapshot, *shown, range_window(state)),
                                          state.data.today, ui.words);
        case Chart::areas: return charts::overview_table(small_ones(state), areas, ui.words);
        case Chart::body:
        case Chart::calendar: break;
    }
    return charts::calendar_table(state.data.all, charts::calendar_days(state.data.all),
                                  calendar_frame(state), areas, ui.words);
}

/// A picture alone says nothing of what it is of: its name stands above it.
charts::Picture headed(const charts::Picture& picture, const std::string& heading) {
    constexpr float baseline = 20;
    constexpr float height = 40;
    charts::Picture whole;
    whole.width = picture.width;
    whole.height = picture.height + height;
    whole.shapes.emplace_back(charts::Text{{0, baseline}, heading, charts::TextRole::head});
    charts::place(whole, picture, {0, height});
    return whole;
}

using Draw = decltype(CopyPicture::draw);

/// Holds copies: it is drawn on another thread, later.
Draw drawing_of_track(const kit::Ui& ui, const Facts& facts, const TrendsState& state, Chart chart) {
    const charts::TrackSeries& shown = *shown_track(state);
    const std::string place =
        words::place(ui.words, *facts.snapshot.catalogue, shown.key.area, shown.key.side);
    if (chart == Chart::timeline) {
        charts::TimelineFrame frame;
        frame.heading = place;
        frame.window = shown_window(state);
        return [series = shown, frame, words = ui.words](const charts::Measure& measure) {
            return charts::timeline(series, frame, words, measure);
        };
    }
    charts::DoseFrame frame;
    frame.window = range_window(state);
    return [series = shown, frame, place, words = ui.words](const charts::Measure& measure) {
        return headed(charts::dose_chart(series, frame, words, measure), place);
    };
}

Draw drawing_of(const kit::Ui& ui, const Facts& facts, const TrendsState& state, Chart chart) {
    if (chart == Chart::timeline || chart == Chart::dose) {
        return drawing_of_track(ui, facts, state, chart);
    }
    const std::string heading(name_of(ui, chart, shown_track(state) != nullptr));
    if (chart == Chart::calendar) {
        return [days = charts::calendar_days(state.data.all), frame = calendar_frame(state), heading,
                words = ui.words](const charts::Measure&) {
            return headed(charts::calendar(days, frame, words), heading);
        };
    }
    const auto areas = facts.snapshot.catalogue;
    if (chart == Chart::body) {
        return [all = state.data.all, heading, areas, words = ui.words](const charts::Measure& measure) {
            return headed(charts::body_map(all, charts::BodyFrame{}, *areas, words, measure), heading);
        };
    }
    charts::SmallFrame frame;
    frame.window = range_window(state);
    return
        [all = small_ones(state), frame, heading, areas, words = ui.words](const charts::Measure& measure) {
            return headed(charts::small_multiples(all, frame, *areas, words, measure), heading);
        };
}

void copy(const kit::Ui& ui, const Facts& facts, const TrendsState& state, const Copyable& what,
          Wishes& wishes) {
    const std::string_view name = name_of(ui, what.chart, shown_track(state) != nullptr);
    if (what.picture) {
        wishes.emplace_back(CopyPicture{drawing_of(ui, facts, state, what.chart),
                                        ui.words.say("Copied as a picture: {0}", name)});
    } else {
        wishes.emplace_back(Copy{charts::tab_text(table_of(ui, facts, state, what.chart)),
                                 ui.words.say("Copied as a table: {0}", name)});
    }
    // What a std::function keeps is its own to free: the analyzer loses sight of it.
    // NOLINTNEXTLINE(clang-analyzer-cplusplus.NewDeleteLeaks)
}

}  // namespace

std::string_view copy_word(const words::Catalogue& words) {
    return words.text("Copy a chart\u2026");
}

void draw_copy_menu(const kit::Ui& ui, const Facts& facts, const TrendsState& state, const ImRect& rect,
                    bool with_word, Wishes& wishes) {
    constexpr std::string_view list = "copy##menu";
    kit::ButtonOptions options;
    options.icon = look::IconName::copy;
    options.icon_only = !with_word;
    if (kit::button(ui, rect, copy_word(ui.words), options)) {
        kit::open_menu(list);
    }
    const bool one_track = shown_track(state) != nullptr;
    const std::vector<Copyable> all = offered(facts, one_track);
    std::vector<kit::DropdownItem> items;
    for (const Copyable& one : all) {
        const std::string_view name = name_of(ui, one.chart, one_track);
        items.push_back(
            {one.picture ? ui.words.say("{0}, as a picture", name) : ui.words.say("{0}, as a table", name),
             {},
             false});
    }
    if (const auto pressed = kit::menu(ui, rect, list, items, false)) {
        copy(ui, facts, state, all.at(*pressed), wishes);
    }
}

}  // namespace unknot::views
