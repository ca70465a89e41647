#pragma once

#include "app/report/pdf/document.h"
#include "app/report/pdf/pdf_report.h"

#include <cairo.h>

namespace unknot::report {

/// Draws documents.
class SheetPainter {
public:
    /// `pictures` sets what charts say, `text` the rest; both with the same fonts.
    SheetPainter(paper::PrintText& text, const paper::Typesetter& pictures)
        : text_(text), pictures_(pictures) {}

    /// The pages as a PDF 1.4 file, each run of pieces of one element between the marks that `Marks` counts.
    /// Fails with the painter's words. Throws Cancelled.
    struct Painted;
    [[nodiscard]] Result<Painted, std::string> pdf(const Document& document, const Progress& progress);

    /// One page on a canvas whose unit is a point; untagged.
    void draw(cairo_t* canvas, const Sheet& sheet);

private:
    /// Gives the elements of the page's marks, in order.
    std::vector<std::size_t> draw_marked(cairo_t* canvas, const Sheet& sheet);
    void draw(cairo_t* canvas, const Piece& piece);

    paper::PrintText& text_;
    const paper::Typesetter& pictures_;
};

struct SheetPainter::Painted {
    std::string pdf;
    std::vector<std::vector<std::size_t>> marks;  ///< for each page, the element of each mark in order
};

}  // namespace unknot::report
