#pragma once

#include "app/charts/picture.h"
#include "app/look/theme.h"
#include "app/look/type.h"

/// What a picture's roles come to when it is painted: the same for every painter.
namespace unknot::charts {

/// Always opaque: paper that is to last must not be translucent. `none` gives the surface.
[[nodiscard]] look::Colour colour_of(const look::Theme& theme, const Paint& paint);

[[nodiscard]] look::TextStyle style_of(TextRole role);

}  // namespace unknot::charts
