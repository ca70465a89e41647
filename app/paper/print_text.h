#pragma once

#include "app/look/type.h"
#include "app/paper/typesetter.h"

#include <cairo.h>
#include <pango/pango.h>

#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace unknot::paper {

/// The machine's fonts for a document that has to last (PDF/A): outlines only. Colour fonts would bring
/// images and soft masks, bitmap fonts images. Must outlive what sets text with them.
class OutlineFonts {
public:
    OutlineFonts();
    ~OutlineFonts();
    OutlineFonts(const OutlineFonts&) = delete;
    OutlineFonts& operator=(const OutlineFonts&) = delete;

    [[nodiscard]] PangoFontMap* get() const { return fonts_; }

private:
    PangoFontMap* fonts_;
};

/// One way to set text on a page.
struct PrintStyle {
    look::Face face = look::Face::text;
    double size = 8;   ///< of the em, in points
    double line = 11;  ///< from one baseline to the next, in points

    friend bool operator==(const PrintStyle&, const PrintStyle&) = default;
};

/// Sets text in points, in any script. What it shaped it remembers: a long report says the same few words
/// again and again. A character that no font has becomes "[U+1F486]". One thread at a time.
class PrintText {
public:
    /// `language` ("en", "de") decides between the shapes of a script; `fonts` must outlive this.
    PrintText(PangoFontMap* fonts, std::string_view language);
    ~PrintText();
    PrintText(const PrintText&) = delete;
    PrintText& operator=(const PrintText&) = delete;

    /// In points, of one line.
    [[nodiscard]] double width(std::string_view text, const PrintStyle& style);

    /// In lines of at most `width` points, broken where the script allows it, in the middle of a word only
    /// where that alone is too wide. Line feeds end a line. Never empty.
    [[nodiscard]] std::vector<std::string> wrapped(std::string_view text, const PrintStyle& style,
                                                   double width);

    /// One line from `x` on, its baseline at `baseline`, in the source colour of `canvas`.
    void draw(cairo_t* canvas, std::string_view text, const PrintStyle& style, double x, double baseline);

    /// True where a character of it has no outline in any font.
    [[nodiscard]] bool misses_any(std::string_view text);

private:
    struct Unref {
        void operator()(void* object) const;
    };
    template <typename T>
    using Owned = std::unique_ptr<T, Unref>;
    struct Shaped {
        Owned<PangoLayout> layout;
        double width = 0;
    };

    const Shaped& shaped(std::string_view text, const PrintStyle& style);
    /// Sets text and style of `layout`; gives what became of the text.
    std::string set(PangoLayout* layout, std::string_view text, const PrintStyle& style);

    Owned<PangoContext> context_;
    std::unordered_map<std::string, Shaped> shaped_;
};

}  // namespace unknot::paper
