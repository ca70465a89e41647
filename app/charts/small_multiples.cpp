#include "app/charts/marks.h"
#include "app/charts/overview.h"
#include "app/charts/timeline_parts.h"
#include "app/words/flags.h"
#include "app/words/phrases.h"

#include <algorithm>
#include <cmath>

namespace unknot::charts {

namespace {

constexpr float least_cell = 240;
constexpr float column_gap = 24;
constexpr float badge = 15;
constexpr float plot_height = 42;
constexpr float lane_height = 12;  ///< of the sessions, below the axis
constexpr float row_gap = 12;
constexpr float session_step = 1.4F;  ///< height of a bar for each pressure level
constexpr float panel_dot = 2.5F;

struct Cell {
    float left;
    float top;
    float width;
    float name_height;
};

TimelineLayout layout_of(const Cell& cell, const TimeWindow& window) {
    TimelineLayout layout;
    layout.width = cell.width;
    layout.plot_top = cell.top + cell.name_height + 4;
    layout.plot_bottom = layout.plot_top + plot_height;
    layout.base = layout.plot_bottom + lane_height;
    layout.scale = {window, cell.left + panel_dot, cell.left + cell.width - panel_dot};
    layout.dot = panel_dot;
    return layout;
}

std::vector<std::string> name_lines(const TrackSeries& series, float width, const AreaCatalogue& areas,
                                    const words::Catalogue& words, const Measure& measure) {
    const float room = series.tier > guidance::Tier::none ? width - badge - 7 : width;
    return wrapped(words::place(words, areas, series.key.area, series.key.side), TextRole::small, room,
                   measure);
}

void add_name(Picture& picture, const TrackSeries& series, const Cell& cell,
              const std::vector<std::string>& lines) {
    float x = cell.left;
    if (series.tier > guidance::Tier::none) {
        add_badge(picture, {x + badge / 2, cell.top + 10}, badge, series.tier);
        x += badge + 7;
    }
    float baseline = cell.top + 15;
    for (const std::string& line : lines) {
        picture.shapes.emplace_back(
            Text{{x, baseline}, line, TextRole::small, {ColourRole::text, 0}, Anchor::start});
        baseline += line_height(TextRole::small);
    }
}

void add_tints(Picture& picture, const TrackSeries& series, const TimelineLayout& layout) {
    for (const FlagSpan& span : series.flags) {
        const float from = std::max(layout.scale.x(span.from.number), layout.scale.left);
        const float to = std::min(layout.scale.x(span.to.number + 1.0), layout.scale.right);
        if (span.tier >= guidance::Tier::ease_off && from < to) {
            picture.shapes.emplace_back(Rect{{from, layout.plot_top, to - from, plot_height},
                                             0,
                                             tier_paint(ColourRole::tier_tint, span.tier),
                                             {}});
        }
    }
}

void add_sessions(Picture& picture, const TrackSeries& series, const TimelineLayout& layout) {
    const float width = std::clamp(layout.scale.per_day() * 0.7F, 1.0F, 3.0F);
    std::optional<int> drawn;
    for (const SessionPoint& session : series.sessions) {
        const float x = layout.scale.x(session.time);
        const int column = static_cast<int>(std::floor(x));
        if (!layout.scale.window.holds(session.time) || drawn == column) {
            continue;
        }
        drawn = column;
        const float height = 1 + session_step * static_cast<float>(number(session.pressure));
        picture.shapes.emplace_back(
            Rect{{x - width / 2, layout.plot_bottom + 3, width, height}, 1, {ColourRole::session, 0}, {}});
    }
}

void add_dots(Picture& picture, const TrackSeries& series, const TimelineLayout& layout) {
    for (const std::size_t i : marked_ratings(series, layout)) {
        const RatingPoint& rating = series.ratings[i];
        const Point at{layout.scale.x(rating.time), layout.y(rating.soreness.value())};
        picture.shapes.emplace_back(Circle{at, panel_dot, {ColourRole::soreness_line, 0}, {}});
    }
}

void add_cell(Picture& picture, const TrackSeries& series, std::size_t index, const Cell& cell,
              const TimeWindow& window, const std::vector<std::string>& name) {
    const TimelineLayout layout = layout_of(cell, window);
    add_name(picture, series, cell, name);
    add_tints(picture, series, layout);
    picture.shapes.emplace_back(
        Polyline{{{cell.left, layout.plot_bottom}, {cell.left + cell.width, layout.plot_bottom}},
                 {{ColourRole::line_strong, 0}, 1}});
    add_rating_lines(picture, series, layout);
    add_dots(picture, series, layout);
    add_sessions(picture, series, layout);
    const Box box{cell.left, cell.top, cell.width, layout.base - cell.top};
    picture.targets.push_back({HitTarget::Kind::track,
                               index,
                               box,
                               {cell.left + cell.width / 2, layout.plot_bottom - plot_height / 2}});
}

std::string latest_text(const TrackSeries& series, const words::Catalogue& words) {
    return series.ratings.empty() ? std::string(words.text("not rated"))
                                  : std::to_string(series.ratings.back().soreness.value());
}

}  // namespace

Picture small_multiples(const std::vector<TrackSeries>& all, const SmallFrame& frame,
                        const AreaCatalogue& areas, const words::Catalogue& words, const Measure& measure) {
    Picture picture;
    picture.width = frame.width;
    const auto columns = static_cast<std::size_t>(
        std::max(1.0F, std::floor((frame.width + column_gap) / (least_cell + column_gap))));
    const auto gaps = static_cast<float>(columns - 1) * column_gap;
    const float width = (frame.width - gaps) / static_cast<float>(columns);
    float y = 0;
    for (std::size_t row = 0; row < all.size(); row += columns) {
        const std::size_t end = std::min(row + columns, all.size());
        std::vector<std::vector<std::string>> names;
        std::size_t lines = 1;
        for (std::size_t i = row; i < end; ++i) {
            names.push_back(name_lines(all[i], width, areas, words, measure));
            lines = std::max(lines, names.back().size());
        }
        const float name_height = line_height(TextRole::small) * static_cast<float>(lines);
        for (std::size_t i = row; i < end; ++i) {
            const float left = static_cast<float>(i - row) * (width + column_gap);
            add_cell(picture, all[i], i, {left, y, width, name_height}, frame.window, names[i - row]);
        }
        y += name_height + 4 + plot_height + lane_height + row_gap;
    }
    picture.height = std::max(0.0F, y - row_gap);
    return picture;
}

Table overview_table(const std::vector<TrackSeries>& all, const AreaCatalogue& areas,
                     const words::Catalogue& words) {
    Table table;
    table.headers = {std::string(words.text("Place")), std::string(words.text("Latest rating")),
                     std::string(words.text("Day")), std::string(words.text("Now")),
                     std::string(words.text("Flag"))};
    for (const TrackSeries& series : all) {
        const std::string day =
            series.ratings.empty()
                ? std::string()
                : words::weekday_date(words, local_day(series.ratings.back().at), series.today);
        table.rows.push_back(
            {words::place(words, areas, series.key.area, series.key.side), latest_text(series, words), day,
             std::string(words::state_word(words, series.state)),
             series.tier == guidance::Tier::none ? std::string()
                                                 : std::string(words::tier_word(words, series.tier))});
    }
    return table;
}

Card track_card(const std::vector<TrackSeries>& all, const HitTarget& target, const AreaCatalogue& areas,
                const words::Catalogue& words) {
    const TrackSeries& series = all.at(target.index);
    Card card;
    card.title = words::place(words, areas, series.key.area, series.key.side);
    if (series.ratings.empty()) {
        card.when = words.text("not rated");
    } else {
        const RatingPoint& latest = series.ratings.back();
        card.record = latest.record;
        card.soreness = latest.soreness;
        card.when = words::long_date(words, local_day(latest.at), series.today);
    }
    const std::string_view state = words::state_word(words, series.state);
    card.context =
        series.tier == guidance::Tier::none
            ? std::string(state)
            : words.say_in("tier and state", "{0}, {1}", words::tier_word(words, series.tier), state);
    return card;
}

}  // namespace unknot::charts
