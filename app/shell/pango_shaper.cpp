#include "app/shell/pango_shaper.h"

#include <pango/pangocairo.h>

#include <algorithm>
#include <cmath>

namespace unknot::shell {

namespace {

constexpr int strip_px = 512;           // high; no graphics card has a limit below it
constexpr int most_strip_width = 8192;  // a longer line ends there: nothing shows one that long
constexpr float line_ratio = 1.43F;     // from line to line at least, in ems: the tokens' small and body text
constexpr std::size_t entry_bytes = 2048;  // about what a layout takes beside its text and pixels

struct FreeFontDescription {
    void operator()(PangoFontDescription* description) const { pango_font_description_free(description); }
};
struct FreeSurface {
    void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
};
struct FreeCanvas {
    void operator()(cairo_t* canvas) const { cairo_destroy(canvas); }
};
struct FreeFontOptions {
    void operator()(cairo_font_options_t* options) const { cairo_font_options_destroy(options); }
};

/// The look's faces first, then what fontconfig has for the script.
std::unique_ptr<PangoFontDescription, FreeFontDescription> font_of(look::Face face, float px) {
    std::unique_ptr<PangoFontDescription, FreeFontDescription> font(pango_font_description_new());
    if (face == look::Face::title) {
        pango_font_description_set_family_static(font.get(), "Vollkorn, serif");
        pango_font_description_set_weight(font.get(), PANGO_WEIGHT_SEMIBOLD);
    } else {
        pango_font_description_set_family_static(font.get(), "Lato, sans-serif");
        pango_font_description_set_weight(font.get(),
                                          face == look::Face::bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_MEDIUM);
    }
    pango_font_description_set_absolute_size(font.get(), static_cast<double>(px) * PANGO_SCALE);
    return font;
}

float from_pango(int units) {
    return static_cast<float>(units) / static_cast<float>(PANGO_SCALE);
}

/// Cairo's pixels hold colours multiplied by their alpha, in the machine's order; the renderer wants neither.
void copy_straight(const std::uint32_t* from, unsigned char* to, int count) {
    for (int i = 0; i < count; ++i) {
        const std::uint32_t pixel = from[i];
        const std::uint32_t alpha = pixel >> 24U;
        const auto straight = [&](unsigned shift) {
            const std::uint32_t value = (pixel >> shift) & 0xFFU;
            return static_cast<unsigned char>(alpha == 0 ? 0
                                                         : std::min(255U, (value * 255 + alpha / 2) / alpha));
        };
        to[4 * i] = straight(16);
        to[4 * i + 1] = straight(8);
        to[4 * i + 2] = straight(0);
        to[4 * i + 3] = static_cast<unsigned char>(alpha);
    }
}

/// Paints the part of a layout that begins `top` pixels below its own, into the texture.
void paint(PangoLayout* layout, float left, int top, look::Colour colour, ImTextureData& texture) {
    const std::unique_ptr<cairo_surface_t, FreeSurface> surface(
        cairo_image_surface_create(CAIRO_FORMAT_ARGB32, texture.Width, texture.Height));
    const std::unique_ptr<cairo_t, FreeCanvas> canvas(cairo_create(surface.get()));
    cairo_set_source_rgba(canvas.get(), colour.r / 255.0, colour.g / 255.0, colour.b / 255.0,
                          colour.a / 255.0);
    cairo_move_to(canvas.get(), static_cast<double>(-left), -static_cast<double>(top));
    pango_cairo_show_layout(canvas.get(), layout);
    cairo_surface_flush(surface.get());
    const unsigned char* rows = cairo_image_surface_get_data(surface.get());
    const int stride = cairo_image_surface_get_stride(surface.get());
    for (int y = 0; rows != nullptr && y < texture.Height; ++y) {
        const unsigned char* row = rows + static_cast<std::ptrdiff_t>(y) * stride;
        copy_straight(reinterpret_cast<const std::uint32_t*>(row),
                      static_cast<unsigned char*>(texture.GetPixelsAt(0, y)), texture.Width);
    }
    texture.UseColors = true;
}

}  // namespace

void PangoShaper::Unref::operator()(void* object) const {
    g_object_unref(object);
}

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
    if (!context_) {
        context_.reset(pango_font_map_create_context(pango_cairo_font_map_get_default()));
        const std::unique_ptr<cairo_font_options_t, FreeFontOptions> options(cairo_font_options_create());
        cairo_font_options_set_antialias(options.get(), CAIRO_ANTIALIAS_GRAY);
        cairo_font_options_set_hint_style(options.get(), CAIRO_HINT_STYLE_NONE);
        cairo_font_options_set_hint_metrics(options.get(), CAIRO_HINT_METRICS_OFF);
        pango_cairo_context_set_font_options(context_.get(), options.get());
    }
    entry.layout.reset(pango_layout_new(context_.get()));
    PangoLayout* layout = entry.layout.get();
    pango_layout_set_font_description(layout, font_of(entry.key.face, entry.key.px).get());
    pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR);
    if (entry.key.wrap > 0) {
        pango_layout_set_width(layout, static_cast<int>(entry.key.wrap * static_cast<float>(PANGO_SCALE)));
    } else {
        pango_layout_set_single_paragraph_mode(layout, TRUE);
    }
    pango_layout_set_text(layout, entry.text.data(), static_cast<int>(entry.text.size()));
    PangoRectangle logical{};
    pango_layout_line_get_extents(pango_layout_get_line_readonly(layout, 0), nullptr, &logical);
    const float spare = entry.key.px * line_ratio - from_pango(logical.height);
    pango_layout_set_spacing(layout,
                             static_cast<int>(std::max(0.0F, spare) * static_cast<float>(PANGO_SCALE)));
    pango_layout_get_extents(layout, nullptr, &logical);
    entry.left = std::floor(from_pango(logical.x));
    // The boxes that stand for letters which no installed font has are lower than any letter.
    const float height = std::max(from_pango(logical.y + logical.height), entry.key.px);
    entry.size.size = {std::ceil(from_pango(logical.x + logical.width)), std::ceil(height)};
    entry.size.baseline = from_pango(pango_layout_get_baseline(layout));
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
        paint(entry.layout.get(), entry.left, number * strip_px, colour, *strip);
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
    const Entry& entry = entry_of({text, face, px, wrap});
    std::vector<std::string_view> found;
    for (const GSList* at = pango_layout_get_lines_readonly(entry.layout.get()); at != nullptr;
         at = at->next) {
        const auto* line = static_cast<const PangoLayoutLine*>(at->data);
        std::string_view part =
            text.substr(static_cast<std::size_t>(line->start_index), static_cast<std::size_t>(line->length));
        while (!part.empty() && part.back() == ' ') {
            part.remove_suffix(1);
        }
        found.push_back(part);
    }
    return found;
}

void PangoShaper::wanted_in_field(std::string_view text) {
    if (wanted_.find(text) == std::string::npos) {
        wanted_ += text;
    }
}

}  // namespace unknot::shell
