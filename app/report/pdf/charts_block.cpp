#include "app/report/pdf/charts_block.h"

#include <fmt/ranges.h>

#include <algorithm>

namespace unknot::report {

namespace {

constexpr double picture_scale = 0.5;  ///< the charts' small text of 14 units becomes 7 points
constexpr double body_width = 146;     ///< points
constexpr double between = 18;         ///< of timeline and body map
constexpr std::size_t wanted_lanes = 3;
constexpr float least_plot = 48;  ///< of soreness 0 to 10, in the picture's units
constexpr float most_plot = 130;
constexpr std::size_t most_lanes_drawn = 5;
constexpr float beside_body = 340;  ///< the room of all lanes' plots and names beside the body map, in units
constexpr double body_shift = 2;    ///< of its caption below the drawing

charts::Box box_at(double x, double y, const charts::Picture& picture) {
    return {static_cast<float>(x), static_cast<float>(y), static_cast<float>(picture.width * picture_scale),
            static_cast<float>(picture.height * picture_scale)};
}

double height_of_picture(const charts::Picture& picture) {
    return static_cast<double>(picture.height) * picture_scale;
}

}  // namespace

ChartsBlock::ChartsBlock(Composer& composer, const ReportScene& scene, const charts::Measure& measure)
    : composer_(composer), scene_(scene), measure_(measure) {}

charts::LanesFrame ChartsBlock::frame() const {
    charts::LanesFrame frame;
    frame.width = static_cast<float>((composer_.width() - body_width - between) / picture_scale);
    frame.window = charts::window_of(scene_.summary.first, scene_.summary.last);
    // Beside the body map a few lanes have more room than many.
    const auto lanes =
        static_cast<float>(std::clamp<std::size_t>(scene_.summary.areas.size(), 1, wanted_lanes));
    frame.plot_height = std::clamp(beside_body / lanes - charts::around_plot, least_plot, most_plot);
    if (frame.window.days() < charts::shortest_window_days) {
        frame.window.from = frame.window.to - charts::shortest_window_days;
    }
    return frame;
}

std::vector<const charts::TrackSeries*> ChartsBlock::shown(std::size_t count) const {
    std::vector<const charts::TrackSeries*> series;
    for (std::size_t i = 0; i < std::min(count, scene_.summary.series.size()); ++i) {
        series.push_back(&scene_.summary.series[i]);
    }
    return series;
}

charts::Picture ChartsBlock::body() const {
    std::vector<charts::BodyMark> marks;
    for (const AreaSummary& area : scene_.summary.areas) {
        marks.push_back({area.key, area.worst_soreness});
    }
    std::stable_sort(marks.begin(), marks.end(), [](const charts::BodyMark& a, const charts::BodyMark& b) {
        return a.soreness > b.soreness;
    });
    charts::PrintBodyFrame frame;
    frame.width = static_cast<float>(body_width / picture_scale);
    return charts::print_body(marks, frame, *scene_.snapshot.catalogue, scene_.words);
}

std::string ChartsBlock::body_caption() const {
    std::vector<std::string> elsewhere;
    for (const AreaSummary& area : scene_.summary.areas) {
        if (!charts::has_place_on_body(area.key, *scene_.snapshot.catalogue)) {
            elsewhere.push_back(scene_.place(area.key.area, area.key.side));
        }
    }
    std::string caption(scene_.words.text(
        "Number: worst soreness after; where areas are close the higher one. \u2013: not rated."));
    constexpr std::size_t most_named = 2;
    if (elsewhere.empty()) {
        return caption;
    }
    if (elsewhere.size() > most_named) {
        return scene_.words.plural("{1} Not drawn: {0} area.", "{1} Not drawn: {0} areas.", elsewhere.size(),
                                   caption);
    }
    return scene_.words.say("{0} Not drawn: {1}.", caption, fmt::format("{}", fmt::join(elsewhere, ", ")));
}

double ChartsBlock::body_height() {
    return height_of_picture(body()) + body_shift +
           composer_.height_of(body_caption(), print::small, body_width);
}

double ChartsBlock::least_height() {
    if (empty()) {
        return 0;
    }
    const charts::LanesFrame of = frame();
    const auto wanted = shown(wanted_lanes);
    const double lanes =
        height_of_picture(charts::lanes(wanted, of, *scene_.snapshot.catalogue, scene_.words, measure_));
    const double legend =
        height_of_picture(charts::lanes_legend(wanted, of, of.width, scene_.words, measure_));
    return Composer::section_height + std::max(lanes + legend, body_height());
}

std::string ChartsBlock::timeline_alt(std::size_t count) const {
    std::string listed;
    for (std::size_t i = 0; i < count; ++i) {
        const AreaSummary& area = scene_.summary.areas[i];
        const std::string one = scene_.words.say_in(
            "area in the description of a picture", "{0}: {1}, soreness after them {2}.",
            scene_.place(area.key.area, area.key.side),
            scene_.words.plural("{0} session", "{0} sessions", area.sessions), soreness_text(scene_, area));
        listed += (listed.empty() ? "" : " ") + one;
    }
    return scene_.words.say(
        "Soreness from 0 to 10 and sessions over time, {0} to {1}. Every value is in the list of entries. "
        "Usual, worst and latest soreness: {2}",
        scene_.full_date(scene_.summary.first), scene_.full_date(scene_.summary.last), listed);
}

std::string ChartsBlock::body_alt() const {
    std::vector<std::string> places;
    for (const AreaSummary& area : scene_.summary.areas) {
        places.push_back(area.worst_soreness
                             ? scene_.words.say_in("place and worst soreness", "{0} {1}",
                                                   scene_.place(area.key.area, area.key.side),
                                                   area.worst_soreness->value())
                             : scene_.words.say_in("place without a rating", "{0} not rated",
                                                   scene_.place(area.key.area, area.key.side)));
    }
    return scene_.words.say("Body seen from front and back with the worst soreness after a session: {0}.",
                            fmt::format("{}", fmt::join(places, ", ")));
}

double ChartsBlock::add_timeline(std::size_t count, double top) {
    const charts::LanesFrame of = frame();
    const auto series = shown(count);
    charts::Picture legend = charts::lanes_legend(series, of, of.width, scene_.words, measure_);
    charts::Picture lanes = charts::lanes(series, of, *scene_.snapshot.catalogue, scene_.words, measure_);
    const double legend_height = height_of_picture(legend);
    const double height = height_of_picture(lanes);
    charts::Box box = box_at(Composer::left, top, lanes);
    box.height += static_cast<float>(legend_height);
    const std::size_t figure = composer_.open(Tag::figure);
    composer_.picture(figure, std::move(legend), Composer::left, top, picture_scale);
    composer_.picture(figure, std::move(lanes), Composer::left, top + legend_height, picture_scale);
    composer_.figure_alt(figure, timeline_alt(count), box);
    composer_.close();
    return legend_height + height;
}

double ChartsBlock::add_body(double top) {
    charts::Picture drawing = body();
    const double x = composer_.right() - body_width;
    const double height = height_of_picture(drawing);
    const std::size_t figure = composer_.open(Tag::figure);
    composer_.figure_alt(figure, body_alt(), box_at(x, top, drawing));
    composer_.picture(figure, std::move(drawing), x, top, picture_scale);
    composer_.close();
    const std::size_t caption = composer_.open(Tag::p);
    const auto lines = composer_.text().wrapped(body_caption(), print::small, body_width);
    composer_.lines(caption, lines, print::small, Ink::muted, x, top + height + body_shift);
    composer_.close();
    return height + body_shift + static_cast<double>(lines.size()) * print::small.line;
}

void ChartsBlock::add(double room) {
    if (empty()) {
        return;
    }
    const charts::LanesFrame of = frame();
    const double legend = height_of_picture(
        charts::lanes_legend(shown(most_lanes_drawn), of, of.width, scene_.words, measure_));
    std::size_t count = std::min(most_lanes_drawn, scene_.summary.series.size());
    const auto height = [&](std::size_t lanes) {
        return Composer::section_height + legend +
               height_of_picture(
                   charts::lanes(shown(lanes), of, *scene_.snapshot.catalogue, scene_.words, measure_));
    };
    while (count > 1 && height(count) > room) {
        --count;
    }
    composer_.section(scene_.words.text("Timeline"),
                      scene_.words.text("soreness 0 to 10; a gap was not rated, nothing is filled in"));
    const double top = composer_.y();
    composer_.down(std::max(add_timeline(count, top), add_body(top)));
}

}  // namespace unknot::report
