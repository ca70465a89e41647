#pragma once

#include "app/charts/picture.h"
#include "app/paper/print_text.h"

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

/// A report before it is painted: what each thing is (for those who have it read to them), and where it
/// stands. Lengths are points, y grows downwards from the top of the page.
namespace unknot::report {

/// The standard structure types of PDF that a report uses.
enum class Tag : std::uint8_t { document, h1, h2, h3, p, table, tr, th, td, figure };

/// "Document", "H1", …
[[nodiscard]] const char* name_of(Tag tag);

/// What a header cell is the header of.
enum class Scope : std::uint8_t { none, column, row };

/// A node of the structure tree. Only those without children have marks on a page.
struct Element {
    Tag tag = Tag::p;
    std::size_t parent = 0;  ///< into Document::elements; its own index for the root
    Scope scope = Scope::none;
    std::string alt;     ///< of a figure: what it shows, in words
    charts::Box bounds;  ///< of a figure, on its page
};

/// Paper has no theme: black, and a grey that is still read in a copy of a copy.
enum class Ink : std::uint8_t { text, muted, line };

struct TextPiece {
    double x = 0;
    double baseline = 0;
    std::string text;
    paper::PrintStyle style;
    Ink ink = Ink::text;
};

/// A straight line from left to right.
struct RulePiece {
    double left = 0;
    double right = 0;
    double y = 0;
    double width = 0.5;
    Ink ink = Ink::line;
};

struct PicturePiece {
    double x = 0;
    double y = 0;
    double scale = 1;  ///< points for each of the picture's units
    std::shared_ptr<const charts::Picture> picture;
};

/// Something on a page. Without an element it only adorns (lines, badges beside their word, page numbers).
struct Piece {
    std::optional<std::size_t> element;
    std::variant<TextPiece, RulePiece, PicturePiece> what;
};

/// A page, its pieces in reading order.
using Sheet = std::vector<Piece>;

struct Document {
    double width = 0;
    double height = 0;
    std::string title;
    std::string language;  ///< "en"
    std::vector<Element> elements{{Tag::document, 0, Scope::none, {}, {}}};
    std::vector<Sheet> sheets;
};

}  // namespace unknot::report
