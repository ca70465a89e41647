#pragma once

#include "app/report/pdf/document.h"
#include "app/report/pdf/pdf_report.h"

namespace unknot::report {

/// Ends the making of a report that `Progress` said no to. Caught in pdf_report.
struct Cancelled {};

/// The ways a report sets text.
namespace print {
inline constexpr paper::PrintStyle title{look::Face::title, 20, 25};
inline constexpr paper::PrintStyle lead{look::Face::text, 9, 12.5};
inline constexpr paper::PrintStyle lead_bold{look::Face::bold, 9.5, 13};
inline constexpr paper::PrintStyle section{look::Face::bold, 10.5, 13.5};
inline constexpr paper::PrintStyle group{look::Face::bold, 9, 12.5};
inline constexpr paper::PrintStyle body{look::Face::text, 8.5, 11.5};
inline constexpr paper::PrintStyle cell{look::Face::text, 8, 10.5};
inline constexpr paper::PrintStyle cell_bold{look::Face::bold, 8, 10.5};
inline constexpr paper::PrintStyle head{look::Face::bold, 7, 8.8};
inline constexpr paper::PrintStyle small{look::Face::text, 7.3, 9.6};
}  // namespace print

/// Puts one thing below the other on page after page, and builds the structure tree beside it.
class Composer {
public:
    static constexpr double left = 38;    ///< also the right margin
    static constexpr double top = 40;     ///< the first line begins there
    static constexpr double foot = 46;    ///< nothing of the text reaches below that much above the edge
    static constexpr double footer = 26;  ///< the page number's baseline above the edge

    Composer(Document& document, paper::PrintText& text, const Progress& progress)
        : document_(document), text_(text), progress_(progress) {}

    [[nodiscard]] double y() const { return y_; }
    void down(double points) { y_ += points; }
    [[nodiscard]] double right() const { return document_.width - left; }
    [[nodiscard]] double width() const { return right() - left; }
    [[nodiscard]] double bottom() const { return document_.height - foot; }
    [[nodiscard]] double room() const { return bottom() - y_; }

    void new_sheet();
    /// A new page where less than `points` are left.
    void need(double points);

    /// What is opened is the parent of what comes until `close`. Gives the new element.
    std::size_t open(Tag tag, Scope scope = Scope::none);
    void close();

    /// An element of its own, wrapped to `width` from `x` on; moves down.
    void paragraph(Tag tag, std::string_view text, const paper::PrintStyle& style, Ink ink, double x,
                   double width);
    void paragraph(Tag tag, std::string_view text, const paper::PrintStyle& style, Ink ink = Ink::text) {
        paragraph(tag, text, style, ink, left, width());
    }
    [[nodiscard]] double height_of(std::string_view text, const paper::PrintStyle& style, double width);

    /// A section's heading with a line above it, and a note at its right end (none where empty).
    void section(std::string_view heading, std::string_view note = {});
    static constexpr double section_height = 19;

    /// Lines on the present page, as part of `element`, the first one's top at `y`.
    void lines(std::optional<std::size_t> element, const std::vector<std::string>& lines,
               const paper::PrintStyle& style, Ink ink, double x, double y);
    void rule(double y, double width = 0.5, Ink ink = Ink::line);
    void picture(std::optional<std::size_t> element, charts::Picture picture, double x, double y,
                 double scale);
    void figure_alt(std::size_t element, std::string alt, const charts::Box& bounds);

    [[nodiscard]] paper::PrintText& text() { return text_; }
    [[nodiscard]] Document& document() { return document_; }

    /// Says how far the laying out is, 0 to 1. Throws Cancelled.
    void report_progress(double done);

private:
    Document& document_;
    paper::PrintText& text_;
    const Progress& progress_;
    double y_ = top;
    std::size_t open_ = 0;
};

/// Laying out is that share of the work.
inline constexpr double layout_share = 0.4;
inline constexpr double paint_share = 0.3;

}  // namespace unknot::report
