#include "app/paper/print_text.h"

#include "app/domain/text.h"

#include <fmt/core.h>
#include <fontconfig/fontconfig.h>
#include <pango/pangocairo.h>
#include <pango/pangofc-fontmap.h>

#include <algorithm>

namespace unknot::paper {

namespace {

constexpr std::size_t most_remembered = 20'000;

/// Cairo embeds what these leave as outlines.
constexpr std::string_view outlines_only = R"(<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig><selectfont><rejectfont>
<pattern><patelt name="color"><bool>true</bool></patelt></pattern>
<pattern><patelt name="outline"><bool>false</bool></patelt></pattern>
<pattern><patelt name="scalable"><bool>false</bool></patelt></pattern>
<pattern><patelt name="variable"><bool>true</bool></patelt></pattern>
</rejectfont></selectfont></fontconfig>)";

struct FreePrintDescription {
    void operator()(PangoFontDescription* description) const { pango_font_description_free(description); }
};
struct FreePrintOptions {
    void operator()(cairo_font_options_t* options) const { cairo_font_options_destroy(options); }
};
struct FreeAttributes {
    void operator()(PangoAttrList* attributes) const { pango_attr_list_unref(attributes); }
};
struct FreeIterator {
    void operator()(PangoLayoutIter* iterator) const { pango_layout_iter_free(iterator); }
};

using PrintDescription = std::unique_ptr<PangoFontDescription, FreePrintDescription>;

PrintDescription print_description(const PrintStyle& style) {
    PrintDescription description(pango_font_description_new());
    const bool title = style.face == look::Face::title;
    pango_font_description_set_family_static(description.get(),
                                             title ? "Vollkorn, serif" : "Lato, sans-serif");
    pango_font_description_set_weight(description.get(), title ? PANGO_WEIGHT_SEMIBOLD
                                                         : style.face == look::Face::bold
                                                             ? PANGO_WEIGHT_BOLD
                                                             : PANGO_WEIGHT_MEDIUM);
    pango_font_description_set_absolute_size(description.get(), style.size * PANGO_SCALE);
    return description;
}

/// Without ligatures: a PDF hands "fi" on as one character then, and whoever searches for "fine" finds
/// nothing.
void leave_out_ligatures(PangoLayout* layout) {
    const std::unique_ptr<PangoAttrList, FreeAttributes> attributes(pango_attr_list_new());
    pango_attr_list_insert(attributes.get(), pango_attr_font_features_new("liga=0, clig=0"));
    pango_layout_set_attributes(layout, attributes.get());
}

/// A tab becomes a blank, other control characters but the line feed are dropped: they would be drawn as
/// boxes.
std::string without_controls(std::string_view text) {
    std::string kept;
    kept.reserve(text.size());
    for (const char c : text) {
        if (c == '\t') {
            kept += ' ';
        } else if (c == '\n' || static_cast<unsigned char>(c) >= 0x20) {
            kept += c;
        }
    }
    return kept;
}

/// Where in the text of a layout a character has no glyph in any font, by byte.
std::vector<std::size_t> missing_in(PangoLayout* layout) {
    std::vector<std::size_t> missing;
    const std::unique_ptr<PangoLayoutIter, FreeIterator> at(pango_layout_get_iter(layout));
    do {
        const PangoLayoutRun* run = pango_layout_iter_get_run_readonly(at.get());
        if (run == nullptr) {
            continue;
        }
        for (int i = 0; i < run->glyphs->num_glyphs; ++i) {
            if ((run->glyphs->glyphs[i].glyph & PANGO_GLYPH_UNKNOWN_FLAG) != 0U) {
                missing.push_back(static_cast<std::size_t>(run->item->offset + run->glyphs->log_clusters[i]));
            }
        }
    } while (pango_layout_iter_next_run(at.get()) != FALSE);
    std::sort(missing.begin(), missing.end());
    missing.erase(std::unique(missing.begin(), missing.end()), missing.end());
    return missing;
}

std::string with_numbers(std::string_view text, const std::vector<std::size_t>& missing) {
    std::string out;
    std::size_t done = 0;
    for (const std::size_t at : missing) {
        if (at < done || at >= text.size()) {
            continue;
        }
        out += text.substr(done, at - done);
        done = at;
        out += fmt::format("[U+{:04X}]", static_cast<unsigned>(next_code_point(text, done)));
    }
    return out.append(text.substr(done));
}

}  // namespace

OutlineFonts::OutlineFonts() : fonts_(pango_cairo_font_map_new_for_font_type(CAIRO_FONT_TYPE_FT)) {
    FcConfig* config = FcConfigCreate();
    const auto* rules = reinterpret_cast<const FcChar8*>(outlines_only.data());
    // The machine's own configuration where there is one; without any the fonts are looked for as it is
    // built.
    FcConfigParseAndLoad(config, nullptr, FcFalse);
    FcConfigParseAndLoadFromMemory(config, rules, FcTrue);
    FcConfigBuildFonts(config);
    pango_fc_font_map_set_config(PANGO_FC_FONT_MAP(fonts_), config);
    FcConfigDestroy(config);
}

OutlineFonts::~OutlineFonts() {
    // Pango 1.50 does not let go of the configuration with the map.
    pango_fc_font_map_set_config(PANGO_FC_FONT_MAP(fonts_), nullptr);
    g_object_unref(fonts_);
}

void PrintText::Unref::operator()(void* object) const {
    g_object_unref(object);
}

PrintText::PrintText(PangoFontMap* fonts, std::string_view language)
    : context_(pango_font_map_create_context(fonts)) {
    const std::unique_ptr<cairo_font_options_t, FreePrintOptions> options(cairo_font_options_create());
    cairo_font_options_set_antialias(options.get(), CAIRO_ANTIALIAS_GRAY);
    cairo_font_options_set_hint_style(options.get(), CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options.get(), CAIRO_HINT_METRICS_OFF);
    pango_cairo_context_set_font_options(context_.get(), options.get());
    pango_context_set_round_glyph_positions(context_.get(), FALSE);
    pango_context_set_language(context_.get(), pango_language_from_string(std::string(language).c_str()));
}

PrintText::~PrintText() = default;

std::string PrintText::set(PangoLayout* layout, std::string_view text, const PrintStyle& style) {
    std::string clean = without_controls(text);
    leave_out_ligatures(layout);
    pango_layout_set_font_description(layout, print_description(style).get());
    pango_layout_set_text(layout, clean.data(), static_cast<int>(clean.size()));
    if (pango_layout_get_unknown_glyphs_count(layout) > 0) {
        clean = with_numbers(clean, missing_in(layout));
        pango_layout_set_text(layout, clean.data(), static_cast<int>(clean.size()));
    }
    return clean;
}

const PrintText::Shaped& PrintText::shaped(std::string_view text, const PrintStyle& style) {
    std::string key = fmt::format("{}/{}/", static_cast<int>(style.face), style.size);
    key += text;
    const auto found = shaped_.find(key);
    if (found != shaped_.end()) {
        return found->second;
    }
    if (shaped_.size() >= most_remembered) {
        shaped_.clear();
    }
    Shaped line;
    line.layout.reset(pango_layout_new(context_.get()));
    pango_layout_set_single_paragraph_mode(line.layout.get(), TRUE);
    set(line.layout.get(), text, style);
    PangoRectangle logical{};
    pango_layout_line_get_extents(pango_layout_get_line_readonly(line.layout.get(), 0), nullptr, &logical);
    line.width = static_cast<double>(logical.width) / PANGO_SCALE;
    return shaped_.emplace(std::move(key), std::move(line)).first->second;
}

double PrintText::width(std::string_view text, const PrintStyle& style) {
    return shaped(text, style).width;
}

std::vector<std::string> PrintText::wrapped(std::string_view text, const PrintStyle& style, double width) {
    constexpr std::size_t longest_line = 400;  // bytes; longer ones are not worth remembering whole
    if (text.size() <= longest_line && text.find('\n') == std::string_view::npos) {
        if (text.empty() || shaped(text, style).width <= width) {
            return {std::string(text)};
        }
    }
    const Owned<PangoLayout> layout(pango_layout_new(context_.get()));
    pango_layout_set_wrap(layout.get(), PANGO_WRAP_WORD_CHAR);
    pango_layout_set_width(layout.get(), static_cast<int>(width * PANGO_SCALE));
    const std::string clean = set(layout.get(), text, style);
    std::vector<std::string> lines;
    for (const GSList* at = pango_layout_get_lines_readonly(layout.get()); at != nullptr; at = at->next) {
        const auto* line = static_cast<const PangoLayoutLine*>(at->data);
        lines.push_back(trimmed(std::string_view(clean).substr(static_cast<std::size_t>(line->start_index),
                                                               static_cast<std::size_t>(line->length))));
    }
    return lines;
}

void PrintText::draw(cairo_t* canvas, std::string_view text, const PrintStyle& style, double x,
                     double baseline) {
    cairo_move_to(canvas, x, baseline);
    pango_cairo_show_layout_line(canvas, pango_layout_get_line_readonly(shaped(text, style).layout.get(), 0));
    cairo_new_path(canvas);
}

bool PrintText::misses_any(std::string_view text) {
    const bool ascii =
        std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
    if (ascii) {
        return false;
    }
    const Owned<PangoLayout> layout(pango_layout_new(context_.get()));
    pango_layout_set_font_description(layout.get(), print_description({}).get());
    const std::string clean = without_controls(text);
    pango_layout_set_text(layout.get(), clean.data(), static_cast<int>(clean.size()));
    return pango_layout_get_unknown_glyphs_count(layout.get()) > 0;
}

}  // namespace unknot::paper
