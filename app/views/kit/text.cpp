#include "app/views/kit/text.h"

#include "app/views/kit/text_cache.h"

#include <algorithm>
#include <string>

namespace unknot::kit {

namespace {

ImFont* font_of(const Ui& ui, look::Face face) {
    switch (face) {
        case look::Face::text: return ui.fonts.text;
        case look::Face::bold: return ui.fonts.bold;
        case look::Face::title: return ui.fonts.title;
    }
    return ui.fonts.text;
}

float font_px(const Ui& ui, const look::TextStyle& style) {
    return style.imgui_size * ui.scale;
}

/// Where the middle of the capitals lies below the top of Dear ImGui's line, as a share of the em: ascent
/// minus half the height of a capital, as measured in the fonts' tables.
float capital_middle(look::Face face) {
    return face == look::Face::title ? 0.6225F : 0.6287F;
}

/// The baseline, below the top of Dear ImGui's line, as a share of the em: half a capital (0.357 in both
/// faces) below the capitals' middle.
float baseline_of(look::Face face) {
    return capital_middle(face) + 0.357F;
}

/// What assets/fonts.py leaves in the fonts, beyond ASCII.
bool is_embedded(unsigned int c) {
    const auto within = [c](unsigned int first, unsigned int last) { return c >= first && c <= last; };
    return within(0xA0, 0x17F) || within(0x218, 0x21B) || c == 0x1E9E || within(0x2009, 0x200A) ||
           within(0x2010, 0x2027) || c == 0x202F || within(0x2030, 0x203A) || c == 0x20AC ||
           within(0x2190, 0x2193) || c == 0x2212 || c == 0x2260 || within(0x2264, 0x2265);
}

bool needs_shaping(const Ui& ui, std::string_view text) {
    return ui.shaper != nullptr && !is_plain(text);
}

ShapedSize shaped_size(const Ui& ui, std::string_view text, const look::TextStyle& style, float wrap) {
    return ui.shaper->measure(text, style.face, style.size * ui.scale, wrap);
}

/// Where the baseline of the first line stands in its line box.
float first_baseline(const Ui& ui, const look::TextStyle& style) {
    return (ui.px(style.line) - font_px(ui, style)) / 2 + baseline_of(style.face) * style.size * ui.scale;
}

/// How far down a shaped paragraph begins, so that its first line stands where one of Latin letters would;
/// tall letters begin no higher than the flow.
float shaped_inset(const Ui& ui, const ShapedSize& shaped, const look::TextStyle& style) {
    return std::max(0.0F, first_baseline(ui, style) - shaped.baseline);
}

float shaped_height(const Ui& ui, const ShapedSize& shaped, const look::TextStyle& style) {
    return std::max(shaped_inset(ui, shaped, style) + shaped.size.y, ui.px(style.line));
}

void tell_probe(const Ui& ui, std::string_view text, const ImVec2& at, const ImVec2& size) {
    if (ui.probe != nullptr) {
        const ImDrawList& list = *ImGui::GetWindowDrawList();
        ui.probe->text_drawn(text, {at.x, at.y, at.x + size.x, at.y + size.y},
                             {list.GetClipRectMin().x, list.GetClipRectMin().y, list.GetClipRectMax().x,
                              list.GetClipRectMax().y});
    }
}

/// Whether a line of text whose Dear ImGui line begins at `top` can be seen; tall scripts reach beyond that.
bool line_in_sight(float top, float px) {
    const ImDrawList& list = *ImGui::GetWindowDrawList();
    return top + 3 * px >= list.GetClipRectMin().y && top - 2 * px <= list.GetClipRectMax().y;
}

/// `top` is the top of Dear ImGui's own line, not of the line box.
void draw_at(const Ui& ui, ImVec2 top, std::string_view text, const look::TextStyle& style,
             look::Colour colour) {
    if (text.empty()) {
        return;
    }
    top = {std::round(top.x), std::round(top.y)};
    if (ui.probe == nullptr && !line_in_sight(top.y, font_px(ui, style))) {
        return;
    }
    ImDrawList& list = *ImGui::GetWindowDrawList();
    if (needs_shaping(ui, text)) {
        const ShapedSize size = shaped_size(ui, text, style, 0);
        // Its first line stands on the line that Latin letters stand on.
        const float y = std::round(top.y + baseline_of(style.face) * style.size * ui.scale - size.baseline);
        ui.shaper->draw(list, {top.x, y}, text, style.face, style.size * ui.scale, 0, colour);
        tell_probe(ui, text, {top.x, y}, size.size);
        return;
    }
    list.AddText(font_of(ui, style.face), font_px(ui, style), top, to_u32(colour), text.data(),
                 text.data() + text.size());
    if (ui.probe != nullptr) {
        tell_probe(ui, text, top, {text_width(ui, text, style), font_px(ui, style)});
    }
}

float measured_width(const Ui& ui, std::string_view text, const look::TextStyle& style, bool plain) {
    if (ui.shaper != nullptr && !plain) {
        return shaped_size(ui, text, style, 0).size.x;
    }
    return font_of(ui, style.face)
        ->CalcTextSizeA(font_px(ui, style), FLT_MAX, 0, text.data(), text.data() + text.size())
        .x;
}

/// Greedy lines at a width.
std::vector<std::string_view> greedy(const Ui& ui, std::string_view text, const look::TextStyle& style,
                                     float width) {
    if (needs_shaping(ui, text)) {
        return ui.shaper->lines(text, style.face, style.size * ui.scale, width);
    }
    ImFont* font = font_of(ui, style.face);
    const float px = font_px(ui, style);
    std::vector<std::string_view> lines;
    const char* at = text.data();
    const char* const end = at + text.size();
    while (at < end) {
        const char* stop = font->CalcWordWrapPosition(px, at, end, width);
        if (stop == at) {
            // Not even one character fits: one goes on the line all the same, whole.
            ++stop;
            while (stop < end && (static_cast<unsigned char>(*stop) & 0xC0U) == 0x80U) {
                ++stop;
            }
        }
        const char* line_end = std::find(at, stop, '\n');
        if (line_end != stop) {
            stop = line_end;
        }
        std::string_view line(at, static_cast<std::size_t>(stop - at));
        while (!line.empty() && line.back() == ' ') {
            line.remove_suffix(1);
        }
        lines.push_back(line);
        at = stop;
        if (at < end && *at == '\n') {
            ++at;
        } else {
            while (at < end && *at == ' ') {
                ++at;
            }
        }
    }
    return lines;
}

bool ends_in_single_word(const std::vector<std::string_view>& lines) {
    return lines.size() > 1 && lines.back().find(' ') == std::string_view::npos;
}

/// No single word alone on the last line where that costs no line.
std::vector<std::string_view> wrapped_anew(const Ui& ui, std::string_view text, const look::TextStyle& style,
                                           float width) {
    std::vector<std::string_view> lines = greedy(ui, text, style, width);
    float narrower = width;
    for (int tries = 0; tries < 7 && ends_in_single_word(lines); ++tries) {
        narrower *= 0.96F;
        std::vector<std::string_view> again = greedy(ui, text, style, narrower);
        if (again.size() > lines.size()) {
            break;
        }
        if (!ends_in_single_word(again)) {
            return again;
        }
    }
    return lines;
}

/// The text and its lines at a width, from the cache.
KnownText& known_wrapped(const Ui& ui, std::string_view text, const look::TextStyle& style, float width) {
    KnownText& known = ui.texts->of(text, style.face, font_px(ui, style), std::max(width, 0.0F));
    if (!known.is_wrapped) {
        for (const std::string_view line : wrapped_anew(ui, known.text, style, width)) {
            const auto begin = static_cast<std::size_t>(line.data() - known.text.data());
            known.lines.push_back({line.empty() ? 0 : begin, line.size()});
        }
        known.is_wrapped = true;
    }
    return known;
}

/// Whether the window's shaper has to set this running text; asks the cache rather than each character.
bool needs_shaping_at(const Ui& ui, std::string_view text, const look::TextStyle& style, float measure) {
    if (ui.shaper == nullptr) {
        return false;
    }
    return ui.texts == nullptr
               ? !is_plain(text)
               : !ui.texts->of(text, style.face, font_px(ui, style), std::max(measure, 0.0F)).plain;
}

}  // namespace

bool is_plain(std::string_view text) {
    const char* at = text.data();
    const char* const end = at + text.size();
    while (at < end) {
        if (static_cast<unsigned char>(*at) < 0x80) {
            ++at;
            continue;
        }
        unsigned int character = 0;
        at += ImTextCharFromUtf8(&character, at, end);
        if (!is_embedded(character)) {
            return false;
        }
    }
    return true;
}

float text_width(const Ui& ui, std::string_view text, const look::TextStyle& style) {
    if (text.empty()) {
        return 0;
    }
    if (ui.texts == nullptr) {
        return measured_width(ui, text, style, is_plain(text));
    }
    KnownText& known = ui.texts->of(text, style.face, font_px(ui, style), -1);
    if (!known.width) {
        known.width = measured_width(ui, text, style, known.plain);
    }
    return *known.width;
}

float line_height(const Ui& ui, const look::TextStyle& style) {
    return ui.px(style.line);
}

void draw_text(const Ui& ui, const ImVec2& at, std::string_view text, const look::TextStyle& style,
               look::Colour colour) {
    draw_at(ui, {at.x, at.y + (line_height(ui, style) - font_px(ui, style)) / 2}, text, style, colour);
}

void draw_text_right(const Ui& ui, float right, float y, std::string_view text, const look::TextStyle& style,
                     look::Colour colour) {
    draw_text(ui, {right - text_width(ui, text, style), y}, text, style, colour);
}

void draw_text_centred(const Ui& ui, const ImRect& rect, std::string_view text, const look::TextStyle& style,
                       look::Colour colour) {
    const float left = rect.Min.x + (rect.GetWidth() - text_width(ui, text, style)) / 2;
    draw_text_middle(ui, rect, left, text, style, colour);
}

void draw_text_middle(const Ui& ui, const ImRect& rect, float left, std::string_view text,
                      const look::TextStyle& style, look::Colour colour) {
    const float middle = capital_middle(style.face) * style.size * ui.scale;
    draw_at(ui, {left, rect.GetCenter().y - middle}, text, style, colour);
}

std::vector<std::string_view> wrapped(const Ui& ui, std::string_view text, const look::TextStyle& style,
                                      float width) {
    if (ui.texts == nullptr) {
        return wrapped_anew(ui, text, style, width);
    }
    std::vector<std::string_view> lines;
    for (const KnownText::Line& line : known_wrapped(ui, text, style, width).lines) {
        lines.push_back(text.substr(line.begin, line.length));
    }
    return lines;
}

float paragraph_height(const Ui& ui, std::string_view text, const look::TextStyle& style, float width) {
    const float measure = std::min(width, ui.px(look::control::measure_max));
    if (needs_shaping_at(ui, text, style, measure)) {
        return shaped_height(ui, shaped_size(ui, text, style, measure), style);
    }
    const std::size_t lines = ui.texts == nullptr ? wrapped(ui, text, style, measure).size()
                                                  : known_wrapped(ui, text, style, measure).lines.size();
    return static_cast<float>(lines) * line_height(ui, style);
}

void paragraph(const Ui& ui, Flow& flow, std::string_view text, const look::TextStyle& style,
               look::Colour colour) {
    const float measure = std::min(flow.width, ui.px(look::control::measure_max));
    if (needs_shaping_at(ui, text, style, measure)) {
        const ShapedSize shaped = shaped_size(ui, text, style, measure);
        const float down = shaped_inset(ui, shaped, style);
        const ImVec2 at(std::round(flow.at.x), std::round(flow.at.y + down));
        ui.shaper->draw(*ImGui::GetWindowDrawList(), at, text, style.face, style.size * ui.scale, measure,
                        colour);
        tell_probe(ui, text, at, shaped.size);
        flow.at.y += shaped_height(ui, shaped, style);
        return;
    }
    for (const std::string_view line : wrapped(ui, text, style, measure)) {
        draw_text(ui, flow.at, line, style, colour);
        flow.at.y += line_height(ui, style);
    }
}

void rich_paragraph(const Ui& ui, Flow& flow, std::string_view text, const look::TextStyle& plain,
                    const look::TextStyle& bold, look::Colour colour) {
    // Wrapped as if all of it were bold, which is the wider: no line is then too long.
    std::string without;
    std::vector<bool> is_bold;  // of each byte of `without`
    bool now_bold = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text.substr(i, 2) == "**") {
            now_bold = !now_bold;
            ++i;
            continue;
        }
        without += text[i];
        is_bold.push_back(now_bold);
    }
    const float measure = std::min(flow.width, ui.px(look::control::measure_max));
    for (const std::string_view line : wrapped(ui, without, bold, measure)) {
        float x = flow.at.x;
        const auto begin = static_cast<std::size_t>(line.data() - without.data());
        std::size_t i = 0;
        while (i < line.size()) {
            std::size_t end = i;
            while (end < line.size() && is_bold[begin + end] == is_bold[begin + i]) {
                ++end;
            }
            const look::TextStyle& style = is_bold[begin + i] ? bold : plain;
            draw_text(ui, {x, flow.at.y}, line.substr(i, end - i), style, colour);
            x += text_width(ui, line.substr(i, end - i), style);
            i = end;
        }
        flow.at.y += line_height(ui, plain);
    }
}

}  // namespace unknot::kit
