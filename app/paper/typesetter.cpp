#include "app/paper/typesetter.h"

#include "app/charts/paint.h"

#include <pango/pangocairo.h>

namespace unknot::paper {

namespace {

struct FreeDescription {
    void operator()(PangoFontDescription* description) const { pango_font_description_free(description); }
};
using Description = std::unique_ptr<PangoFontDescription, FreeDescription>;

struct FreeOptions {
    void operator()(cairo_font_options_t* options) const { cairo_font_options_destroy(options); }
};

Description description_of(charts::TextRole role) {
    const look::TextStyle style = charts::style_of(role);
    Description description(pango_font_description_new());
    switch (style.face) {
        case look::Face::text:
            pango_font_description_set_family_static(description.get(), "Lato, sans-serif");
            pango_font_description_set_weight(description.get(), PANGO_WEIGHT_MEDIUM);
            break;
        case look::Face::bold:
            pango_font_description_set_family_static(description.get(), "Lato, sans-serif");
            pango_font_description_set_weight(description.get(), PANGO_WEIGHT_BOLD);
            break;
        case look::Face::title:
            pango_font_description_set_family_static(description.get(), "Vollkorn, serif");
            pango_font_description_set_weight(description.get(), PANGO_WEIGHT_SEMIBOLD);
            break;
    }
    // Absolute: a style's size is in units of the canvas, not in points at some resolution.
    pango_font_description_set_absolute_size(description.get(),
                                             static_cast<double>(style.size) * PANGO_SCALE);
    return description;
}

}  // namespace

void Typesetter::Unref::operator()(void* object) const {
    g_object_unref(object);
}

Typesetter::Typesetter() : Typesetter(pango_cairo_font_map_new()) {
    own_fonts_.reset(pango_context_get_font_map(context_.get()));
}

Typesetter::Typesetter(PangoFontMap* fonts)
    : context_(pango_font_map_create_context(fonts)), layout_(pango_layout_new(context_.get())) {
    const std::unique_ptr<cairo_font_options_t, FreeOptions> options(cairo_font_options_create());
    cairo_font_options_set_antialias(options.get(), CAIRO_ANTIALIAS_GRAY);
    cairo_font_options_set_hint_style(options.get(), CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options.get(), CAIRO_HINT_METRICS_OFF);
    pango_cairo_context_set_font_options(context_.get(), options.get());
    pango_context_set_round_glyph_positions(context_.get(), FALSE);
    // The language decides between Chinese and Japanese shapes; without one Pango would ask the environment.
    pango_context_set_language(context_.get(), pango_language_from_string("en"));
    pango_layout_set_single_paragraph_mode(layout_.get(), TRUE);
}

PangoLayoutLine* Typesetter::set(std::string_view text, charts::TextRole role) const {
    pango_layout_set_font_description(layout_.get(), description_of(role).get());
    pango_layout_set_text(layout_.get(), text.data(), static_cast<int>(text.size()));
    return pango_layout_get_line_readonly(layout_.get(), 0);
}

float Typesetter::width(std::string_view text, charts::TextRole role) const {
    PangoRectangle logical{};
    pango_layout_line_get_extents(set(text, role), nullptr, &logical);
    return static_cast<float>(logical.width) / static_cast<float>(PANGO_SCALE);
}

void Typesetter::draw(cairo_t* canvas, const charts::Text& text) const {
    PangoLayoutLine* line = set(text.text, text.role);
    PangoRectangle logical{};
    pango_layout_line_get_extents(line, nullptr, &logical);
    const double width = static_cast<double>(logical.width) / PANGO_SCALE;
    const double share = text.anchor == charts::Anchor::start    ? 0
                         : text.anchor == charts::Anchor::middle ? 0.5
                                                                 : 1;
    cairo_move_to(canvas, static_cast<double>(text.at.x) - width * share, static_cast<double>(text.at.y));
    pango_cairo_show_layout_line(canvas, line);
}

charts::Measure Typesetter::measure() const {
    return [this](std::string_view text, charts::TextRole role) { return width(text, role); };
}

}  // namespace unknot::paper
