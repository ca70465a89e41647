#include "app/look/body_map.h"

#include "app/charts/marks.h"
#include "app/charts/overview.h"
#include "app/charts/placed_body.h"
#include "app/words/phrases.h"

#include <algorithm>
#include <array>

namespace unknot::charts {

namespace {

constexpr float head_room = 30;  ///< "Front", "Back"
constexpr float foot_room = 26;  ///< "your left", "your right"
constexpr float ramp_room = 40;
constexpr float number_radius = 9;
constexpr float badge = 16;
constexpr float ramp_cell = 26;

std::vector<std::uint16_t> corners(std::span<const std::uint16_t> triangles) {
    return {triangles.begin(), triangles.end()};
}

/// The track that an area of the map shows; nothing where it has no record.
std::optional<std::size_t> track_of(const std::vector<TrackSeries>& all, const look::BodyArea& area) {
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (all[i].key.area == area.area && all[i].key.side == area.side) {
            return i;
        }
    }
    return std::nullopt;
}

Box box_of(const std::vector<Point>& points) {
    Box box{points.front().x, points.front().y, 0, 0};
    float right = box.x;
    float bottom = box.y;
    for (const Point p : points) {
        box.x = std::min(box.x, p.x);
        box.y = std::min(box.y, p.y);
        right = std::max(right, p.x);
        bottom = std::max(bottom, p.y);
    }
    box.width = right - box.x;
    box.height = bottom - box.y;
    return box;
}

/// The number on a spot of its colour, which is as large on the smallest area as on the largest.
void add_number(Picture& picture, Point at, Soreness soreness) {
    picture.shapes.emplace_back(Circle{at,
                                       number_radius,
                                       soreness_paint(ColourRole::soreness, soreness),
                                       {soreness_paint(ColourRole::soreness, soreness), 1}});
    picture.shapes.emplace_back(Text{{at.x, at.y + small_text_drop},
                                     std::to_string(soreness.value()),
                                     TextRole::small_bold,
                                     soreness_paint(ColourRole::soreness_text, soreness),
                                     Anchor::middle});
}

void add_areas(Picture& picture, const PlacedBody& view, const std::vector<TrackSeries>& all,
               int recent_days) {
    const look::Body& body = look::body(view.view);
    const Stroke edge{{ColourRole::area_line, 0}, 1.5F};
    for (const look::BodyArea& area : body.areas) {
        picture.shapes.emplace_back(Polygon{view.at(area.outline), {}, edge});
    }
    for (const look::BodyArea& area : body.areas) {
        const auto track = track_of(all, area);
        const RatingPoint* rating = track ? recent_rating(all[*track], recent_days) : nullptr;
        picture.shapes.emplace_back(Polygon{view.at(area.outline),
                                            rating != nullptr
                                                ? soreness_paint(ColourRole::soreness, rating->soreness)
                                                : Paint{ColourRole::area, 0},
                                            {},
                                            corners(area.triangles)});
    }
    for (const auto& detail : body.details) {
        picture.shapes.emplace_back(Polyline{view.at(detail), {{ColourRole::body_line, 0}, 1}});
    }
}

void add_marks(Picture& picture, const PlacedBody& view, const std::vector<TrackSeries>& all,
               int recent_days) {
    for (const look::BodyArea& area : look::body(view.view).areas) {
        const auto track = track_of(all, area);
        if (!track) {
            continue;
        }
        const Point label = view.at(area.label);
        const RatingPoint* rating = recent_rating(all[*track], recent_days);
        if (rating != nullptr) {
            add_number(picture, label, rating->soreness);
        }
        const guidance::Tier tier = all[*track].tier;
        if (tier > guidance::Tier::none) {
            // Away from the middle of the body, so that neighbours left and right do not cover each other's.
            const float aside = rating != nullptr ? number_radius + badge / 2 - 2 : 0;
            const bool central = area.side == Side::center;
            const float x = central ? 0 : (label.x > view.middle() ? aside : -aside);
            add_badge(picture, {label.x + x, label.y - aside * (central ? 1.2F : 0.6F)}, badge, tier);
        }
        picture.targets.push_back({HitTarget::Kind::track, *track, box_of(view.at(area.outline)), label});
    }
}

void add_captions(Picture& picture, const PlacedBody& view, const words::Catalogue& words) {
    const bool front = view.view == look::BodyView::front;
    const auto say = [&](Point at, std::string_view text, TextRole role, ColourRole colour, Anchor anchor) {
        picture.shapes.emplace_back(Text{at, std::string(text), role, {colour, 0}, anchor});
    };
    say({view.middle(), 18}, front ? words.text_in("body", "Front") : words.text_in("body", "Back"),
        TextRole::body_bold, ColourRole::text, Anchor::middle);
    const std::string_view left = words.text("your left");
    const std::string_view right = words.text("your right");
    const float y = view.bottom() + 18;
    // Facing the reader, the person's left is on the reader's right.
    say({view.middle() - 14, y}, front ? right : left, TextRole::small, ColourRole::muted, Anchor::end);
    say({view.middle() + 14, y}, front ? left : right, TextRole::small, ColourRole::muted, Anchor::start);
}

void add_ramp(Picture& picture, Point middle) {
    const float cell = std::min(ramp_cell, picture.width / 11);
    float x = middle.x - cell * 5.5F;
    for (int value = 0; value <= 10; ++value) {
        const auto level = static_cast<std::uint8_t>(value);
        picture.shapes.emplace_back(Rect{{x + 1, middle.y - 10, cell - 2, 20},
                                         4,
                                         {ColourRole::soreness, level},
                                         value <= 3 ? Stroke{{ColourRole::line_strong, 0}, 1} : Stroke{}});
        picture.shapes.emplace_back(Text{{x + cell / 2, middle.y + small_text_drop},
                                         std::to_string(value),
                                         TextRole::small_bold,
                                         {ColourRole::soreness_text, level},
                                         Anchor::middle});
        x += cell;
    }
}

bool on_map(const TrackSeries& series) {
    return !look::shapes_of(series.key.area, series.key.side, look::BodyView::front).empty() ||
           !look::shapes_of(series.key.area, series.key.side, look::BodyView::back).empty();
}

/// What the map cannot show, a line each; gives the height below `top`.
float add_others(Picture& picture, const std::vector<TrackSeries>& all, const BodyFrame& frame, float top,
                 const AreaCatalogue& areas, const words::Catalogue& words, const Measure& measure) {
    float y = top;
    for (std::size_t i = 0; i < all.size(); ++i) {
        const RatingPoint* rating = recent_rating(all[i], frame.recent_days);
        if (on_map(all[i]) || rating == nullptr) {
            continue;
        }
        const float begin = y;
        add_number(picture, {number_radius + 1, y + 12}, rating->soreness);
        for (const std::string& line : wrapped(words::place(words, areas, all[i].key.area, all[i].key.side),
                                               TextRole::small, frame.width - 28, measure)) {
            picture.shapes.emplace_back(
                Text{{28, y + 17}, line, TextRole::small, {ColourRole::text, 0}, Anchor::start});
            y += line_height(TextRole::small);
        }
        y += 6;
        picture.targets.push_back(
            {HitTarget::Kind::track, i, {0, begin, frame.width, y - begin}, {number_radius + 1, begin + 12}});
    }
    return y - top;
}

}  // namespace

const RatingPoint* recent_rating(const TrackSeries& series, int recent_days) {
    if (series.ratings.empty()) {
        return nullptr;
    }
    const RatingPoint& latest = series.ratings.back();
    return series.today - local_day(latest.at) <= recent_days ? &latest : nullptr;
}

Picture body_map(const std::vector<TrackSeries>& all, const BodyFrame& frame, const AreaCatalogue& areas,
                 const words::Catalogue& words, const Measure& measure) {
    Picture picture;
    picture.width = frame.width;
    const float room = frame.height - head_room - foot_room - ramp_room;
    const float scale = std::min(room / look::body_height, frame.width / 2 / look::body_width);
    const float inset = (frame.width / 2 - look::body_width * scale) / 2;
    const std::array<PlacedBody, 2> views{
        {{look::BodyView::front, {inset, head_room}, scale},
         {look::BodyView::back, {frame.width / 2 + inset, head_room}, scale}}};
    for (const PlacedBody& view : views) {
        picture.shapes.emplace_back(Polygon{view.at(look::body(view.view).silhouette),
                                            {ColourRole::body, 0},
                                            {{ColourRole::body_line, 0}, 1.5F},
                                            corners(look::body(view.view).triangles)});
        add_areas(picture, view, all, frame.recent_days);
        add_marks(picture, view, all, frame.recent_days);
        add_captions(picture, view, words);
    }
    const float map_bottom = views[0].bottom() + foot_room;
    add_ramp(picture, {frame.width / 2, map_bottom + ramp_room / 2});
    const float below = map_bottom + ramp_room;
    picture.height = below + add_others(picture, all, frame, below, areas, words, measure);
    return picture;
}

}  // namespace unknot::charts
