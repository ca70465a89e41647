#include "app/shell/pango_shaper.h"

#include "app/press/press.h"

#include <algorithm>

namespace unknot::shell {

namespace {

constexpr int strip_px = 512;              // high; no graphics card has a limit below it
constexpr int most_strip_width = 8192;     // a longer line ends there: nothing shows one that long
constexpr std::size_t entry_bytes = 2048;  // about what a layout takes beside its text and pixels

}  // namespace

PangoShaper::PangoShaper(std::size_t most_bytes) : most_bytes_(most_bytes) {}

PangoShaper::~PangoShaper() = default;

void PangoShaper::begin_frame() {
    while (bytes_ > most_bytes_ && !entries_.empty() && entries_.back().frame < frame_) {
        let_go(entries_.back());
        index_.erase(entries_.back().key);
        entries_.pop_back();
    }
    ++frame_;
    textures_.begin_frame();
}

void PangoShaper::let_go(Entry& entry) {
    for (const auto& [which, texture] : entry.strips) {
        textures_.give_back(*texture);
    }
    bytes_ -= entry.bytes;
}

PangoShaper::Entry& PangoShaper::entry_of(const kit::TextKey& key) {
    const auto found = index_.find(key);
    if (found != index_.end()) {
        entries_.splice(entries_.begin(), entries_, found->second);
    } else {
        entries_.emplace_front();
        Entry& fresh = entries_.front();
        fresh.text = std::string(key.text);
        fresh.key = key;
        fresh.key.text = fresh.text;
        lay_out(fresh);
        fresh.bytes = entry_bytes + 2 * fresh.text.size();
        bytes_ += fresh.bytes;
        index_.emplace(fresh.key, entries_.begin());
    }
    entries_.front().frame = frame_;
    return entries_.front();
}

void PangoShaper::lay_out(Entry& entry) {
    if (!layouts_) {
        layouts_ = press::text_layouts();
    }
    const kit::TextKey& key = entry.key;
    entry.layout = layouts_->lay_out(entry.text, key.face, key.px, key.wrap);
    entry.size.size = {entry.layout->width(), entry.layout->height()};
    entry.size.baseline = entry.layout->baseline();
    entry.left = entry.layout->left();
}

kit::ShapedSize PangoShaper::measure(std::string_view text, look::Face face, float px, float wrap) {
    return entry_of({text, face, px, wrap}).size;
}

ImTextureData& PangoShaper::strip_of(Entry& entry, int number, look::Colour colour) {
    ImTextureData*& strip = entry.strips[{number, kit::to_u32(colour)}];
    if (strip == nullptr) {
        const int width = static_cast<int>(entry.size.size.x - entry.left) + 2;
        const int height = static_cast<int>(entry.size.size.y) - number * strip_px;
        strip = &textures_.make(std::clamp(width, 1, most_strip_width), std::clamp(height, 1, strip_px));
        entry.layout->paint(number * strip_px, colour,
                            {static_cast<unsigned char*>(strip->GetPixels()), strip->Width, strip->Height});
        strip->UseColors = true;
        const auto bytes = static_cast<std::size_t>(strip->GetSizeInBytes());
        entry.bytes += bytes;
        bytes_ += bytes;
    }
    return *strip;
}

void PangoShaper::draw(ImDrawList& list, const ImVec2& at, std::string_view text, look::Face face, float px,
                       float wrap, look::Colour colour) {
    Entry& entry = entry_of({text, face, px, wrap});
    const int count = (static_cast<int>(entry.size.size.y) + strip_px - 1) / strip_px;
    for (int number = 0; number < count; ++number) {
        const float top = at.y + static_cast<float>(number * strip_px);
        if (top > list.GetClipRectMax().y || top + strip_px < list.GetClipRectMin().y) {
            continue;
        }
        ImTextureData& strip = strip_of(entry, number, colour);
        const float left = at.x + entry.left;
        list.AddImage(strip.GetTexRef(), {left, top},
                      {left + static_cast<float>(strip.Width), top + static_cast<float>(strip.Height)});
    }
}

std::vector<std::string_view> PangoShaper::lines(std::string_view text, look::Face face, float px,
                                                 float wrap) {
    return entry_of({text, face, px, wrap}).layout->lines(text);
}

void PangoShaper::wanted_in_field(std::string_view text) {
    if (wanted_.find(text) == std::string::npos) {
        wanted_ += text;
    }
}

}  // namespace unknot::shell
