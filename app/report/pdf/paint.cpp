#include "app/report/pdf/paint.h"

#include "app/paper/painter.h"
#include "app/report/pdf/composer.h"

#include <cairo-pdf.h>

namespace unknot::report {

namespace {

struct FreePageSurface {
    void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
};
struct FreePageCanvas {
    void operator()(cairo_t* canvas) const { cairo_destroy(canvas); }
};

/// The tag that Cairo writes round every run; which element it stands for is written in afterwards
/// (finish.h), because Cairo 1.16 knows neither alternative texts nor scopes nor tables that go on on the
/// next page.
constexpr const char* any_tag = "P";

cairo_status_t append_page(void* to, const unsigned char* data, unsigned int length) {
    static_cast<std::string*>(to)->append(reinterpret_cast<const char*>(data), length);
    return CAIRO_STATUS_SUCCESS;
}

/// Greys and not colours: what is grey on the screen's theme has a tint that a printer would dither.
void use_ink(cairo_t* canvas, Ink ink) {
    const double level = ink == Ink::text ? 0.07 : ink == Ink::muted ? 0.33 : 0.62;
    cairo_set_source_rgb(canvas, level, level, level);
}

}  // namespace

void SheetPainter::draw(cairo_t* canvas, const Piece& piece) {
    if (const auto* text = std::get_if<TextPiece>(&piece.what)) {
        use_ink(canvas, text->ink);
        text_.draw(canvas, text->text, text->style, text->x, text->baseline);
    } else if (const auto* rule = std::get_if<RulePiece>(&piece.what)) {
        use_ink(canvas, rule->ink);
        cairo_rectangle(canvas, rule->left, rule->y - rule->width / 2, rule->right - rule->left, rule->width);
        cairo_fill(canvas);
    } else if (const auto* picture = std::get_if<PicturePiece>(&piece.what)) {
        cairo_save(canvas);
        cairo_translate(canvas, picture->x, picture->y);
        cairo_scale(canvas, picture->scale, picture->scale);
        paper::paint(canvas, *picture->picture, paper::paper_theme(), pictures_);
        cairo_restore(canvas);
    }
}

void SheetPainter::draw(cairo_t* canvas, const Sheet& sheet) {
    for (const Piece& piece : sheet) {
        draw(canvas, piece);
    }
}

std::vector<std::size_t> SheetPainter::draw_marked(cairo_t* canvas, const Sheet& sheet) {
    std::vector<std::size_t> marks;
    std::optional<std::size_t> open;
    const auto go_to = [&](const std::optional<std::size_t>& element) {
        if (element == open) {
            return;
        }
        if (open) {
            cairo_tag_end(canvas, any_tag);
        }
        open = element;
        if (open) {
            cairo_tag_begin(canvas, any_tag, nullptr);
            marks.push_back(*open);
        }
    };
    for (const Piece& piece : sheet) {
        go_to(piece.element);
        draw(canvas, piece);
    }
    go_to(std::nullopt);
    return marks;
}

Result<SheetPainter::Painted, std::string> SheetPainter::pdf(const Document& document,
                                                             const Progress& progress) {
    Painted painted;
    const std::unique_ptr<cairo_surface_t, FreePageSurface> surface(
        cairo_pdf_surface_create_for_stream(append_page, &painted.pdf, document.width, document.height));
    cairo_pdf_surface_restrict_to_version(surface.get(), CAIRO_PDF_VERSION_1_4);
    // Else Cairo asks the clock.
    cairo_pdf_surface_set_metadata(surface.get(), CAIRO_PDF_METADATA_CREATE_DATE, "2000-01-01T00:00:00Z");
    {
        const std::unique_ptr<cairo_t, FreePageCanvas> canvas(cairo_create(surface.get()));
        for (std::size_t i = 0; i < document.sheets.size(); ++i) {
            const double share = static_cast<double>(i) / static_cast<double>(document.sheets.size());
            if (progress && !progress(layout_share + paint_share * share)) {
                throw Cancelled{};
            }
            painted.marks.push_back(draw_marked(canvas.get(), document.sheets[i]));
            cairo_show_page(canvas.get());
        }
    }
    cairo_surface_finish(surface.get());
    const cairo_status_t status = cairo_surface_status(surface.get());
    if (status != CAIRO_STATUS_SUCCESS) {
        return Failed{std::string(cairo_status_to_string(status))};
    }
    return painted;
}

}  // namespace unknot::report
