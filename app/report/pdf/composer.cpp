#include "app/report/pdf/composer.h"

namespace unknot::report {

namespace {

/// Where in its line a baseline lies: as far from the top as the letters need, the rest below.
double baseline_of(const paper::PrintStyle& style) {
    return (style.line - style.size) / 2 + style.size * 0.8;
}

}  // namespace

const char* name_of(Tag tag) {
    switch (tag) {
        case Tag::document: return "Document";
        case Tag::h1: return "H1";
        case Tag::h2: return "H2";
        case Tag::h3: return "H3";
        case Tag::p: return "P";
        case Tag::table: return "Table";
        case Tag::tr: return "TR";
        case Tag::th: return "TH";
        case Tag::td: return "TD";
        case Tag::figure: return "Figure";
    }
    return "P";
}

void Composer::new_sheet() {
    document_.sheets.emplace_back();
    y_ = top;
}

void Composer::need(double points) {
    constexpr double rounding = 0.01;  // what adds up to the page's height fits the page
    if (document_.sheets.empty() || room() < points - rounding) {
        new_sheet();
    }
}

std::size_t Composer::open(Tag tag, Scope scope) {
    document_.elements.push_back({tag, open_, scope, {}, {}});
    open_ = document_.elements.size() - 1;
    return open_;
}

void Composer::close() {
    open_ = document_.elements[open_].parent;
}

void Composer::lines(std::optional<std::size_t> element, const std::vector<std::string>& lines,
                     const paper::PrintStyle& style, Ink ink, double x, double y) {
    double baseline = y + baseline_of(style);
    for (const std::string& line : lines) {
        if (!line.empty()) {
            document_.sheets.back().push_back({element, TextPiece{x, baseline, line, style, ink}});
        }
        baseline += style.line;
    }
}

void Composer::paragraph(Tag tag, std::string_view text, const paper::PrintStyle& style, Ink ink, double x,
                         double width) {
    const std::size_t element = open(tag);
    for (const std::string& line : text_.wrapped(text, style, width)) {
        need(style.line);
        lines(element, {line}, style, ink, x, y_);
        y_ += style.line;
    }
    close();
}

double Composer::height_of(std::string_view text, const paper::PrintStyle& style, double width) {
    return static_cast<double>(text_.wrapped(text, style, width).size()) * style.line;
}

void Composer::section(std::string_view heading, std::string_view note) {
    constexpr double above = 3;
    constexpr double gap = 16;
    need(4 * section_height);  // a heading never stands alone at the foot of a page
    rule(y_, 0.8, Ink::text);
    y_ += above;
    const std::size_t element = open(Tag::h2);
    lines(element, {std::string(heading)}, print::section, Ink::text, left, y_);
    close();
    if (!note.empty()) {
        const double room = width() - text_.width(heading, print::section) - gap;
        const std::vector<std::string> wrapped = text_.wrapped(note, print::small, room);
        const std::size_t beside = open(Tag::p);
        double line_y = y_ + print::section.line - print::small.line - 0.5;
        for (const std::string& line : wrapped) {
            lines(beside, {line}, print::small, Ink::muted, right() - text_.width(line, print::small),
                  line_y);
            line_y += print::small.line;
        }
        close();
        y_ += static_cast<double>(wrapped.size() - 1) * print::small.line;
    }
    y_ += section_height - above;
}

void Composer::rule(double y, double width, Ink ink) {
    document_.sheets.back().push_back({std::nullopt, RulePiece{left, right(), y, width, ink}});
}

void Composer::picture(std::optional<std::size_t> element, charts::Picture picture, double x, double y,
                       double scale) {
    document_.sheets.back().push_back(
        {element, PicturePiece{x, y, scale, std::make_shared<const charts::Picture>(std::move(picture))}});
}

void Composer::figure_alt(std::size_t element, std::string alt, const charts::Box& bounds) {
    document_.elements[element].alt = std::move(alt);
    document_.elements[element].bounds = bounds;
}

void Composer::report_progress(double done) {
    if (progress_ && !progress_(done * layout_share)) {
        throw Cancelled{};
    }
}

}  // namespace unknot::report
