#include "app/look/body_map.h"

#include "app/charts/marks.h"
#include "app/charts/placed_body.h"
#include "app/charts/print.h"
#include "app/words/phrases.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace unknot::charts {

namespace {

constexpr float printed_head_room = 22;  ///< "Front", "Back"
constexpr float printed_foot_room = 22;  ///< "left", "right"
constexpr float views_gap = 16;
constexpr float spot_radius = 8;
constexpr float least_distance = 14;  ///< of two spots' middles, so that both numbers are read

/// Black on white, so that it is read on any printer.
void add_spot(Picture& picture, Point at, const std::optional<Soreness>& soreness) {
    picture.shapes.emplace_back(
        Circle{at, spot_radius, {ColourRole::surface, 0}, {{ColourRole::text, 0}, 1.5F}});
    picture.shapes.emplace_back(Text{{at.x, at.y + small_text_drop},
                                     soreness ? std::to_string(soreness->value()) : "\u2013",
                                     TextRole::small_bold,
                                     {ColourRole::text, 0},
                                     Anchor::middle});
}

void add_drawing(Picture& picture, const PlacedBody& view, const std::vector<BodyMark>& marks) {
    const look::Body& body = look::body(view.view);
    picture.shapes.emplace_back(
        Polygon{view.at(body.silhouette), {ColourRole::surface, 0}, {{ColourRole::body_line, 0}, 1.25F}});
    for (const look::BodyArea& area : body.areas) {
        const bool marked = std::any_of(marks.begin(), marks.end(), [&](const BodyMark& mark) {
            return mark.key.area == area.area && mark.key.side == area.side;
        });
        if (marked) {
            picture.shapes.emplace_back(
                Polygon{view.at(area.outline), {ColourRole::body, 0}, {{ColourRole::body_line, 0}, 1}});
        }
    }
    for (const auto& detail : body.details) {
        picture.shapes.emplace_back(Polyline{view.at(detail), {{ColourRole::body_line, 0}, 1}});
    }
}

/// Puts spots down, the first ones over all; one that would cover another is left out.
class Spots {
public:
    void put(Picture& picture, Point at, const std::optional<Soreness>& soreness) {
        const bool free = std::none_of(taken_.begin(), taken_.end(), [at](Point p) {
            return std::hypot(p.x - at.x, p.y - at.y) < least_distance;
        });
        if (free) {
            add_spot(picture, at, soreness);
            taken_.push_back(at);
        }
    }

private:
    std::vector<Point> taken_;
};

/// The spots of a view: the areas that it shows, and the own ones that were put there.
void add_spots(Picture& picture, const PlacedBody& view, const std::vector<BodyMark>& marks,
               const AreaCatalogue& areas) {
    Spots spots;
    for (const BodyMark& mark : marks) {
        for (const look::BodyArea* area : look::shapes_of(mark.key.area, mark.key.side, view.view)) {
            spots.put(picture, view.at(area->label), mark.soreness);
        }
        const Area* own = areas.find(mark.key.area);
        if (own != nullptr && own->map_place && own->map_place->view == view.view) {
            const look::Point place{static_cast<float>(own->map_place->x) / 1000 * look::body_width,
                                    static_cast<float>(own->map_place->y) / 1000 * look::body_height};
            spots.put(picture, view.at(place), mark.soreness);
        }
    }
}

void add_view_captions(Picture& picture, const PlacedBody& view, const words::Catalogue& words) {
    const bool front = view.view == look::BodyView::front;
    const auto say = [&](Point at, std::string_view text, TextRole role, Anchor anchor) {
        picture.shapes.emplace_back(Text{at, std::string(text), role, {ColourRole::text, 0}, anchor});
    };
    say({view.middle(), 14}, front ? words.text_in("body", "Front") : words.text_in("body", "Back"),
        TextRole::small_bold, Anchor::middle);
    const std::string_view left = words.text_in("of the person drawn", "left");
    const std::string_view right = words.text_in("of the person drawn", "right");
    const float y = view.bottom() + 16;
    // Facing the reader, the person's left is on the reader's right.
    say({view.middle() - 16, y}, front ? right : left, TextRole::small, Anchor::end);
    say({view.middle() + 16, y}, front ? left : right, TextRole::small, Anchor::start);
}

}  // namespace

Picture print_body(const std::vector<BodyMark>& marks, const PrintBodyFrame& frame,
                   const AreaCatalogue& areas, const words::Catalogue& words) {
    Picture picture;
    picture.width = frame.width;
    const float each = (frame.width - views_gap) / 2;
    const float scale = each / look::body_width;
    const std::array<PlacedBody, 2> views{
        {{look::BodyView::front, {0, printed_head_room}, scale},
         {look::BodyView::back, {each + views_gap, printed_head_room}, scale}}};
    for (const PlacedBody& view : views) {
        add_drawing(picture, view, marks);
        add_spots(picture, view, marks, areas);
        add_view_captions(picture, view, words);
    }
    picture.height = views[0].bottom() + printed_foot_room;
    return picture;
}

bool has_place_on_body(const TrackKey& key, const AreaCatalogue& areas) {
    const Area* area = areas.find(key.area);
    return (area != nullptr && area->map_place) ||
           !look::shapes_of(key.area, key.side, look::BodyView::front).empty() ||
           !look::shapes_of(key.area, key.side, look::BodyView::back).empty();
}

}  // namespace unknot::charts
