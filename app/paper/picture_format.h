#pragma once

#include "app/domain/instant.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace unknot::paper {

enum class PictureFormat : std::uint8_t { svg, png, pdf };

/// By the ending of a file's name, in small or capital letters; nothing for any other.
[[nodiscard]] inline std::optional<PictureFormat> format_named(std::string_view file_name) {
    const std::size_t dot = file_name.rfind('.');
    std::string ending(dot == std::string_view::npos ? std::string_view() : file_name.substr(dot + 1));
    for (char& letter : ending) {
        letter = letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
    }
    if (ending == "svg") {
        return PictureFormat::svg;
    }
    if (ending == "png") {
        return PictureFormat::png;
    }
    return ending == "pdf" ? std::optional(PictureFormat::pdf) : std::nullopt;
}

/// What a PDF says about itself. The clock is the caller's, so that the same picture gives the same bytes.
struct PictureFacts {
    std::string title;
    Instant made_at;
};

}  // namespace unknot::paper
