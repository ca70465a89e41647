#pragma once

#include "app/charts/picture.h"
#include "app/domain/instant.h"
#include "app/domain/result.h"
#include "app/look/theme.h"
#include "app/paper/typesetter.h"

#include <optional>
#include <string>

namespace unknot::paper {

enum class PictureFormat : std::uint8_t { svg, png, pdf };

/// By the ending of a file's name, in small or capital letters; nothing for any other.
[[nodiscard]] std::optional<PictureFormat> format_named(std::string_view file_name);

/// The margin round a picture in a file, in its own units.
constexpr float file_margin = 24;

/// A PNG has so many pixels for each unit, as a sharp screen has.
constexpr int png_scale = 2;

/// What a PDF says about itself. The clock is the caller's, so that the same picture gives the same bytes.
struct PictureFacts {
    std::string title;
    Instant made_at;
};

/// The picture as a file of that format: on the theme's surface with a margin, text as outlines in SVG, one
/// page in PDF. Fails with the painter's words (no memory, too large for a picture).
[[nodiscard]] Result<std::string, std::string> picture_file(const charts::Picture& picture,
                                                            const look::Theme& theme,
                                                            const Typesetter& typesetter,
                                                            PictureFormat format, const PictureFacts& facts);

}  // namespace unknot::paper
