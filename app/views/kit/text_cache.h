#pragma once

#include "app/views/kit/text_key.h"

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace unknot::kit {

/// What is known of a text at a size.
struct KnownText {
    /// A line of it, as a place in the text: whoever asks has a text of their own.
    struct Line {
        std::size_t begin, length;
    };
    std::string text;
    bool plain = false;          ///< is_plain
    std::optional<float> width;  ///< of all of it on one line, pixels
    bool is_wrapped = false;     ///< `lines` were found
    std::vector<Line> lines;     ///< wrapped at the width of the key
    int frame = 0;               ///< the last one that asked for it
};

/// How wide texts are and where they break. The window shows the same ones in every frame, and measuring
/// them anew was most of what a page of text took.
class TextCache {
public:
    /// Before each frame: lets go of what the last one did not ask for, where much is kept.
    void begin_frame();

    /// `wrap`: the width to wrap at, in pixels; negative: one line. Valid until the next frame begins.
    KnownText& of(std::string_view text, look::Face face, float px, float wrap);

    [[nodiscard]] std::size_t kept_bytes() const { return bytes_; }

private:
    std::unordered_map<TextKey, std::unique_ptr<KnownText>, TextKeyHash> texts_;
    std::size_t bytes_ = 0;
    int frame_ = 0;
};

}  // namespace unknot::kit
