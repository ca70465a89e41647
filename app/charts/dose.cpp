#include "app/charts/dose.h"

#include "app/charts/marks.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace unknot::charts {

namespace {

constexpr float beside_from = 440;
constexpr float mark_radius = 10;
constexpr float mark_step = 30;
constexpr float row_step = 34;
constexpr float scatter_width = 162;
constexpr float scatter_height = 138;
constexpr float scatter_left = 28;  ///< room for "10"
constexpr float legend_radius = 8;

Text plain(Point at, std::string text, TextRole role, ColourRole colour, Anchor anchor = Anchor::start) {
    return {at, std::move(text), role, {colour, 0}, anchor};
}

void add_mark(Picture& picture, Settling settling, Point at, float radius) {
    switch (settling) {
        case Settling::in_two_days: add_settled_mark(picture, at, radius); break;
        case Settling::longer: add_longer_mark(picture, at, radius); break;
        case Settling::not_known: add_unknown_mark(picture, at, radius); break;
    }
}

void add_target(Picture& picture, std::size_t day, Point at, float reach) {
    picture.targets.push_back(
        {HitTarget::Kind::session_day, day, {at.x - reach, at.y - reach, 2 * reach, 2 * reach}, at});
}

/// One level's marks, the latest at the end; where they are more than have room, the earlier ones as a count.
void add_row(Picture& picture, const std::vector<Outcome>& of_level, float left, float y, float right,
             const words::Catalogue& words) {
    const auto room = static_cast<std::size_t>(std::max(1.0F, (right - left) / mark_step));
    std::size_t first = 0;
    float x = left + mark_radius;
    if (of_level.size() > room) {
        const std::size_t shown = room > 3 ? room - 3 : 1;  // three marks' room is left for the words
        first = of_level.size() - shown;
        picture.shapes.emplace_back(plain({left, y + small_text_drop},
                                          words.plural("{0} earlier,", "{0} earlier,", first),
                                          TextRole::small, ColourRole::muted));
        x += 3 * mark_step;
    }
    for (std::size_t i = first; i < of_level.size(); ++i) {
        add_mark(picture, of_level[i].settling, {x, y}, mark_radius);
        add_target(picture, of_level[i].day, {x, y}, mark_step / 2);
        x += mark_step;
    }
}

/// Gives the height below `top`.
float add_tally(Picture& picture, const TrackSeries& series, const std::vector<Outcome>& outcomes, float top,
                float right, const words::Catalogue& words, const Measure& measure) {
    std::array<std::vector<Outcome>, 5> by_level;
    float names = 0;
    for (const Outcome& outcome : outcomes) {
        const PressureLevel level = series.days[outcome.day].pressure;
        by_level.at(static_cast<std::size_t>(number(level) - 1)).push_back(outcome);
        names = std::max(names, measure(level_name(words, level), TextRole::body));
    }
    float y = top + row_step / 2;
    for (std::size_t i = 0; i < by_level.size(); ++i) {
        if (!by_level.at(i).empty()) {
            const auto level = *pressure_level(static_cast<std::int64_t>(i) + 1);
            picture.shapes.emplace_back(plain({0, y + body_text_drop}, std::string(level_name(words, level)),
                                              TextRole::body, ColourRole::text));
            add_row(picture, by_level.at(i), names + 20, y, right, words);
            y += row_step;
        }
    }
    return y - row_step / 2 - top;
}

/// Gives the height below `top`.
float add_legend(Picture& picture, float top, float width, const words::Catalogue& words,
                 const Measure& measure) {
    const std::array<std::pair<Settling, std::string_view>, 3> entries{
        {{Settling::in_two_days, words.text("settled in two days")},
         {Settling::longer, words.text("longer")},
         {Settling::not_known, words.text("not known")}}};
    float x = 0;
    float y = top + 12;
    for (const auto& [settling, text] : entries) {
        const float wide = legend_radius * 2 + 6 + measure(text, TextRole::small);
        if (x > 0 && x + wide > width) {
            x = 0;
            y += 24;
        }
        add_mark(picture, settling, {x + legend_radius, y}, legend_radius);
        picture.shapes.emplace_back(plain({x + legend_radius * 2 + 6, y + small_text_drop}, std::string(text),
                                          TextRole::small, ColourRole::muted));
        x += wide + 14;
    }
    return y + 12 - top;
}

/// The end of the dose axis: the next of 12, 24, 36 … 120, then of 60s, so that its label stays short.
double axis_end(const std::vector<Outcome>& outcomes) {
    double most = 0;
    for (const Outcome& outcome : outcomes) {
        most = std::max(most, outcome.dose.value_or(0));
    }
    const double step = most <= 120 ? 12 : 60;
    return std::max(12.0, std::ceil(most / step) * step);
}

void add_scatter_axes(Picture& picture, const Box& plot, double end, const words::Catalogue& words) {
    for (int value = 0; value <= 10; value += 5) {
        const float y = plot.bottom() - plot.height * static_cast<float>(value) / 10;
        picture.shapes.emplace_back(
            Polyline{{{plot.x, y}, {plot.right(), y}},
                     {{value == 0 ? ColourRole::line_strong : ColourRole::grid, 0}, 1}});
        picture.shapes.emplace_back(plain({plot.x - 8, y + small_text_drop}, std::to_string(value),
                                          TextRole::small, ColourRole::muted, Anchor::end));
    }
    const float below = plot.bottom() + 19;
    picture.shapes.emplace_back(plain({plot.x, below}, "0", TextRole::small, ColourRole::muted));
    picture.shapes.emplace_back(plain({plot.x + plot.width / 2, below},
                                      std::string(words.text("pressure × min")), TextRole::small,
                                      ColourRole::muted, Anchor::middle));
    picture.shapes.emplace_back(plain({plot.right(), below}, std::to_string(std::lround(end)),
                                      TextRole::small, ColourRole::muted, Anchor::end));
    picture.shapes.emplace_back(plain({plot.right(), plot.y + 18},
                                      std::string(words.text("next-day soreness")), TextRole::small,
                                      ColourRole::muted, Anchor::end));
}

void add_points(Picture& picture, const std::vector<Outcome>& outcomes, const Box& plot, double end) {
    for (const Outcome& outcome : outcomes) {
        if (!outcome.dose || !outcome.peak) {
            continue;
        }
        const Point at{plot.x + plot.width * static_cast<float>(*outcome.dose / end),
                       plot.bottom() - plot.height * static_cast<float>(outcome.peak->value()) / 10};
        switch (outcome.settling) {
            case Settling::in_two_days:
                picture.shapes.emplace_back(
                    Circle{at, 5, {ColourRole::session, 0}, {{ColourRole::surface, 0}, 1.5F}});
                break;
            case Settling::longer:
                picture.shapes.emplace_back(
                    Circle{at, 4.5F, {ColourRole::surface, 0}, {{ColourRole::soreness_line, 0}, 2}});
                break;
            case Settling::not_known:
                picture.shapes.emplace_back(
                    Circle{at, 4.5F, {ColourRole::surface, 0}, {{ColourRole::muted, 0}, 1.25F, 2, 2}});
                break;
        }
        add_target(picture, outcome.day, at, 8);
    }
}

}  // namespace

Picture dose_chart(const TrackSeries& series, const DoseFrame& frame, const words::Catalogue& words,
                   const Measure& measure) {
    Picture picture;
    picture.width = frame.width;
    const std::vector<Outcome> outcomes = outcomes_of(series, frame.window);
    float y = 0;
    for (const std::string& line : wrapped_sentence(dose_text(counts_of(series, outcomes), words),
                                                    TextRole::body, frame.width, measure)) {
        picture.shapes.emplace_back(plain({0, y + 18}, line, TextRole::body, ColourRole::text));
        y += line_height(TextRole::body);
    }
    if (outcomes.empty()) {
        picture.height = y;
        return picture;
    }
    const bool beside = frame.width >= beside_from;
    const float plot_left = beside ? frame.width - scatter_width - 4 : scatter_left;
    const float tally_width = beside ? plot_left - scatter_left - 16 : frame.width;
    const float top = y + 12;
    float tally = add_tally(picture, series, outcomes, top, tally_width, words, measure);
    tally += 8 + add_legend(picture, top + tally + 8, tally_width, words, measure);
    const float plot_width = beside ? scatter_width : frame.width - scatter_left - 4;
    const Box plot{plot_left, beside ? top + 8 : top + tally + 24, plot_width, scatter_height};
    const double end = axis_end(outcomes);
    add_scatter_axes(picture, plot, end, words);
    add_points(picture, outcomes, plot, end);
    picture.height = std::max(top + tally, plot.bottom() + 26);
    return picture;
}

}  // namespace unknot::charts
