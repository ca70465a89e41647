#pragma once

#include "app/look/type.h"

#include <cstddef>
#include <functional>
#include <string_view>

namespace unknot::kit {

/// Which text, and how it is set: what is kept of texts between frames is found by it. `text` points into the
/// entry that is kept, or into a caller's text.
struct TextKey {
    std::string_view text;
    look::Face face = look::Face::text;
    float px = 0;
    float wrap = 0;  ///< the width to wrap at, pixels

    friend bool operator==(const TextKey&, const TextKey&) = default;
};

struct TextKeyHash {
    std::size_t operator()(const TextKey& key) const {
        const std::size_t size = std::hash<float>()(key.px) * 31 + std::hash<float>()(key.wrap);
        return std::hash<std::string_view>()(key.text) ^ (size * 4 + static_cast<std::size_t>(key.face));
    }
};

}  // namespace unknot::kit
