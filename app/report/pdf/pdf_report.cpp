#include "app/report/pdf/pdf_report.h"

#include "app/paper/print_text.h"
#include "app/report/pdf/composer.h"
#include "app/report/pdf/finish.h"
#include "app/report/pdf/pages.h"

#include <algorithm>
#include <cmath>
#include <cstring>

namespace unknot::report {

namespace {

/// Fonts, and what sets text with them.
struct Type {
    explicit Type(std::string_view language) : text(fonts.get(), language), pictures(fonts.get()) {}

    paper::OutlineFonts fonts;
    paper::PrintText text;
    paper::Typesetter pictures;
};

Document empty_document(const words::Catalogue& words, PaperSize paper) {
    Document document;
    // Whole points as every printer's driver has them: 210 × 297 mm, 8½ × 11 in.
    document.width = paper == PaperSize::a4 ? 595.28 : 612;
    document.height = paper == PaperSize::a4 ? 841.89 : 792;
    document.title = words.text("Self-massage and soreness log");
    document.language = words.language();
    return document;
}

/// The whole report, laid out.
Document laid_out(const Snapshot& snapshot, const words::Catalogue& words, const PdfOptions& options,
                  Type& type, const Progress& progress) {
    Document document = empty_document(words, options.paper);
    Composer composer(document, type.text, progress);
    composer.report_progress(0);
    const Summary summary = summarize(snapshot, options.selection, options.made_at);
    const ReportScene scene{snapshot, words, options, summary};
    const LeftForLater left = add_first_page(composer, scene, type.pictures.measure());
    add_following_pages(composer, scene, left);
    add_footers(composer, scene);
    return document;
}

PageImage image_of(const Document& document, Type& type, int width) {
    PageImage image;
    image.width = width;
    image.height = static_cast<int>(std::lround(document.height / document.width * width));
    cairo_surface_t* surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, image.width, image.height);
    cairo_t* canvas = cairo_create(surface);
    cairo_set_source_rgb(canvas, 1, 1, 1);
    cairo_paint(canvas);
    cairo_scale(canvas, width / document.width, width / document.width);
    SheetPainter(type.text, type.pictures).draw(canvas, document.sheets.front());
    cairo_surface_flush(surface);
    const bool good = cairo_status(canvas) == CAIRO_STATUS_SUCCESS;
    cairo_destroy(canvas);
    if (good) {
        image.rgba.reserve(static_cast<std::size_t>(image.width) * static_cast<std::size_t>(image.height) *
                           4);
        const unsigned char* rows = cairo_image_surface_get_data(surface);
        const int stride = cairo_image_surface_get_stride(surface);
        for (int y = 0; y < image.height; ++y) {
            const unsigned char* row = rows + static_cast<std::ptrdiff_t>(y) * stride;
            for (int x = 0; x < image.width; ++x) {
                // Cairo's pixel is one number of the machine's byte order: 0xXXRRGGBB.
                std::uint32_t pixel = 0;
                std::memcpy(&pixel, row + static_cast<std::ptrdiff_t>(x) * 4, sizeof pixel);
                for (const int shift : {16, 8, 0}) {
                    image.rgba.push_back(static_cast<std::uint8_t>(pixel >> shift));
                }
                image.rgba.push_back(255);
            }
        }
    }
    cairo_surface_destroy(surface);
    return good ? image : PageImage{};
}

}  // namespace

Result<std::string, std::string> pdf_report(const Snapshot& snapshot, const words::Catalogue& words,
                                            const PdfOptions& options, const Progress& progress) {
    try {
        Type type(words.language());
        const Document document = laid_out(snapshot, words, options, type, progress);
        const auto painted = SheetPainter(type.text, type.pictures).pdf(document, progress);
        return painted ? finished(document, *painted, options, progress)
                       : Result<std::string, std::string>(Failed{painted.error()});
    } catch (const Cancelled&) {
        return Failed{std::string(words.text("it was cancelled"))};
    }
}

PageImage first_page_image(const Snapshot& snapshot, const words::Catalogue& words, const PdfOptions& options,
                           int width) {
    Type type(words.language());
    const Document document = laid_out(snapshot, words, options, type, {});
    return image_of(document, type, std::clamp(width, 1, 8000));
}

}  // namespace unknot::report
