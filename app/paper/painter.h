#pragma once

#include "app/charts/picture.h"
#include "app/look/theme.h"
#include "app/paper/typesetter.h"

#include <cairo.h>

#include <functional>
#include <string_view>

namespace unknot::paper {

/// The light theme on white paper.
[[nodiscard]] look::Theme paper_theme();

/// What stands round a picture in a tagged document. Called with the tag's name ("Figure") before the first
/// and after the last stroke. Empty: untagged.
struct Tags {
    std::function<void(std::string_view name)> begin;
    std::function<void(std::string_view name)> end;
};

/// Paints the picture with its top left corner at the canvas's origin, one canvas unit for each of the
/// picture's: scale and move the canvas before. No background; only opaque colours, no images, so that vector
/// surfaces stay vectors. The canvas's state is as before afterwards; errors are in cairo_status.
void paint(cairo_t* canvas, const charts::Picture& picture, const look::Theme& theme,
           const Typesetter& typesetter, const Tags& tags = {});

}  // namespace unknot::paper
