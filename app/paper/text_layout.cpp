#include "app/paper/text_layout.h"

#include "app/paper/owned.h"

#include <pango/pangocairo.h>

#include <algorithm>
#include <cmath>
#include <cstdint>

namespace unknot::paper {

namespace {

constexpr float line_ratio = 1.43F;  // from line to line at least, in ems: the tokens' small and body text

struct Unref {
    void operator()(void* object) const { g_object_unref(object); }
};
struct FreeFontDescription {
    void operator()(PangoFontDescription* description) const { pango_font_description_free(description); }
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
        *to++ = straight(16);
        *to++ = straight(8);
        *to++ = straight(0);
        *to++ = static_cast<unsigned char>(alpha);
    }
}

class PangoText : public TextLayout {
public:
    PangoText(PangoContext* context, std::string_view text, look::Face face, float px, float wrap)
        : layout_(pango_layout_new(context)) {
        PangoLayout* layout = layout_.get();
        pango_layout_set_font_description(layout, font_of(face, px).get());
        pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR);
        if (wrap > 0) {
            pango_layout_set_width(layout, static_cast<int>(wrap * static_cast<float>(PANGO_SCALE)));
        } else {
            pango_layout_set_single_paragraph_mode(layout, TRUE);
        }
        pango_layout_set_text(layout, text.data(), static_cast<int>(text.size()));
        PangoRectangle logical{};
        pango_layout_line_get_extents(pango_layout_get_line_readonly(layout, 0), nullptr, &logical);
        const float spare = px * line_ratio - from_pango(logical.height);
        pango_layout_set_spacing(layout,
                                 static_cast<int>(std::max(0.0F, spare) * static_cast<float>(PANGO_SCALE)));
        pango_layout_get_extents(layout, nullptr, &logical);
        left_ = std::floor(from_pango(logical.x));
        width_ = std::ceil(from_pango(logical.x + logical.width));
        // The boxes that stand for letters which no installed font has are lower than any letter.
        height_ = std::ceil(std::max(from_pango(logical.y + logical.height), px));
    }

    [[nodiscard]] float width() const override { return width_; }
    [[nodiscard]] float height() const override { return height_; }
    [[nodiscard]] float baseline() const override {
        return from_pango(pango_layout_get_baseline(layout_.get()));
    }
    [[nodiscard]] float left() const override { return left_; }

    [[nodiscard]] std::vector<std::string_view> lines(std::string_view text) const override {
        std::vector<std::string_view> found;
        for (const GSList* at = pango_layout_get_lines_readonly(layout_.get()); at != nullptr;
             at = at->next) {
            const auto* line = static_cast<const PangoLayoutLine*>(at->data);
            std::string_view part = text.substr(static_cast<std::size_t>(line->start_index),
                                                static_cast<std::size_t>(line->length));
            while (!part.empty() && part.back() == ' ') {
                part.remove_suffix(1);
            }
            found.push_back(part);
        }
        return found;
    }

    void paint(int top, look::Colour colour, const Pixels& pixels) const override {
        const Surface surface(cairo_image_surface_create(CAIRO_FORMAT_ARGB32, pixels.width, pixels.height));
        const Canvas canvas(cairo_create(surface.get()));
        cairo_set_source_rgba(canvas.get(), colour.r / 255.0, colour.g / 255.0, colour.b / 255.0,
                              colour.a / 255.0);
        cairo_move_to(canvas.get(), static_cast<double>(-left_), -static_cast<double>(top));
        pango_cairo_show_layout(canvas.get(), layout_.get());
        cairo_surface_flush(surface.get());
        const unsigned char* rows = cairo_image_surface_get_data(surface.get());
        const int stride = cairo_image_surface_get_stride(surface.get());
        for (int y = 0; rows != nullptr && y < pixels.height; ++y) {
            const unsigned char* row = rows + static_cast<std::ptrdiff_t>(y) * stride;
            copy_straight(reinterpret_cast<const std::uint32_t*>(row),
                          pixels.data + std::ptrdiff_t{4} * y * pixels.width, pixels.width);
        }
    }

private:
    std::unique_ptr<PangoLayout, Unref> layout_;
    float width_ = 0;
    float height_ = 0;
    float left_ = 0;
};

class PangoTexts : public TextLayouts {
public:
    PangoTexts() : context_(pango_font_map_create_context(pango_cairo_font_map_get_default())) {
        const std::unique_ptr<cairo_font_options_t, FreeFontOptions> options(cairo_font_options_create());
        cairo_font_options_set_antialias(options.get(), CAIRO_ANTIALIAS_GRAY);
        cairo_font_options_set_hint_style(options.get(), CAIRO_HINT_STYLE_NONE);
        cairo_font_options_set_hint_metrics(options.get(), CAIRO_HINT_METRICS_OFF);
        pango_cairo_context_set_font_options(context_.get(), options.get());
    }

    [[nodiscard]] std::unique_ptr<TextLayout> lay_out(std::string_view text, look::Face face, float px,
                                                      float wrap) override {
        return std::make_unique<PangoText>(context_.get(), text, face, px, wrap);
    }

private:
    std::unique_ptr<PangoContext, Unref> context_;
};

}  // namespace

std::unique_ptr<TextLayouts> text_layouts() {
    return std::make_unique<PangoTexts>();
}

}  // namespace unknot::paper
