#pragma once

#include "app/domain/area.h"
#include "app/guidance/guidance.h"
#include "app/look/body_map.h"
#include "app/views/kit/press.h"

#include <map>
#include <optional>
#include <string>

namespace unknot::kit {

/// What the large map marks.
struct BodyMarks {
    std::map<TrackKey, guidance::Tier> flagged;  ///< carry their badge
    std::optional<TrackKey> chosen;              ///< never `both`
    bool chosen_both = false;                    ///< the other side of `chosen` too
    std::optional<TrackKey> pointed;             ///< in the list beside the map: drawn as if hovered
};

/// What happened on the map.
struct BodyHit {
    std::optional<TrackKey> hovered;
    std::optional<TrackKey> clicked;
};

/// The body map, front and back side by side with "your left" and "your right" under each, in `rect`. What
/// lies within 6 px of an area counts as on it. The keyboard's way is the list beside it.
BodyHit body_map(const Ui& ui, const ImRect& rect, const BodyMarks& marks);

/// How high the map wants to be at a width, in pixels.
[[nodiscard]] float body_map_height(const Ui& ui, float width);

/// Both drawings of the body with a mark at `place`, for an own area; returns the place that was pressed. By
/// keyboard: Space marks the middle of the drawing that has the focus, arrows move its mark.
[[nodiscard]] std::optional<MapPlace> body_place(const Ui& ui, const ImRect& rect,
                                                 const std::optional<MapPlace>& place);

/// The small body of a check-in row, 52 x 90 units at `at`: the half with the area, the area filled, a ring
/// round it where it is small. Own areas show the body without a mark.
void mini_body(const Ui& ui, const ImVec2& at, const AreaCatalogue& areas, const TrackKey& track);

}  // namespace unknot::kit
