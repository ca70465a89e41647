#pragma once

#include "app/charts/picture.h"
#include "app/domain/result.h"
#include "app/look/theme.h"
#include "app/paper/picture_format.h"
#include "app/paper/typesetter.h"

#include <string>

namespace unknot::paper {

/// The margin round a picture in a file, in its own units.
constexpr float file_margin = 24;

/// A PNG has so many pixels for each unit, as a sharp screen has.
constexpr int png_scale = 2;

/// The picture as a file of that format: on the theme's surface with a margin, text as outlines in SVG, one
/// page in PDF. Fails with the painter's words (no memory, too large for a picture).
[[nodiscard]] Result<std::string, std::string> picture_file(const charts::Picture& picture,
                                                            const look::Theme& theme,
                                                            const Typesetter& typesetter,
                                                            PictureFormat format, const PictureFacts& facts);

}  // namespace unknot::paper
