#include "app/views/kit/text_cache.h"

#include "app/views/kit/text.h"

namespace unknot::kit {

namespace {

/// Several screens' worth; what the frame before asked for stays all the same.
constexpr std::size_t most_text_bytes = std::size_t{1024} * 1024;

std::size_t bytes_of(const KnownText& known) {
    return sizeof(KnownText) + known.text.size();
}

}  // namespace

void TextCache::begin_frame() {
    if (bytes_ > most_text_bytes) {
        bytes_ = 0;
        for (auto at = texts_.begin(); at != texts_.end();) {
            if (at->second->frame < frame_) {
                at = texts_.erase(at);
            } else {
                bytes_ += bytes_of(*at->second);
                ++at;
            }
        }
    }
    ++frame_;
}

KnownText& TextCache::of(std::string_view text, look::Face face, float px, float wrap) {
    const auto found = texts_.find({text, face, px, wrap});
    if (found != texts_.end()) {
        found->second->frame = frame_;
        return *found->second;
    }
    auto fresh = std::make_unique<KnownText>();
    fresh->text = std::string(text);
    fresh->plain = is_plain(text);
    fresh->frame = frame_;
    bytes_ += bytes_of(*fresh);
    const TextKey key{fresh->text, face, px, wrap};
    return *texts_.emplace(key, std::move(fresh)).first->second;
}

}  // namespace unknot::kit
