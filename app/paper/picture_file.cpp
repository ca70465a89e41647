#include "app/paper/picture_file.h"

#include "app/charts/paint.h"
#include "app/paper/owned.h"
#include "app/paper/painter.h"

#include <cairo-pdf.h>
#include <cairo-svg.h>

#include <cmath>
#include <memory>

namespace unknot::paper {

namespace {

cairo_status_t append(void* to, const unsigned char* data, unsigned int length) {
    static_cast<std::string*>(to)->append(reinterpret_cast<const char*>(data), length);
    return CAIRO_STATUS_SUCCESS;
}

struct Size {
    double width;
    double height;
};

Size size_of(const charts::Picture& picture) {
    return {std::ceil(static_cast<double>(picture.width + 2 * file_margin)),
            std::ceil(static_cast<double>(picture.height + 2 * file_margin))};
}

Surface surface_of(PictureFormat format, Size size, const PictureFacts& facts, std::string& bytes) {
    switch (format) {
        case PictureFormat::png:
            return Surface(cairo_image_surface_create(CAIRO_FORMAT_RGB24,
                                                      static_cast<int>(size.width) * png_scale,
                                                      static_cast<int>(size.height) * png_scale));
        case PictureFormat::svg: {
            Surface surface(cairo_svg_surface_create_for_stream(append, &bytes, size.width, size.height));
            cairo_svg_surface_set_document_unit(surface.get(), CAIRO_SVG_UNIT_PX);
            return surface;
        }
        case PictureFormat::pdf: {
            Surface surface(cairo_pdf_surface_create_for_stream(append, &bytes, size.width, size.height));
            cairo_pdf_surface_set_metadata(surface.get(), CAIRO_PDF_METADATA_TITLE, facts.title.c_str());
            cairo_pdf_surface_set_metadata(surface.get(), CAIRO_PDF_METADATA_CREATE_DATE,
                                           to_iso(facts.made_at).c_str());
            return surface;
        }
    }
    return {};
}

Tags tags_of(PictureFormat format, cairo_t* canvas) {
    if (format != PictureFormat::pdf) {
        return {};
    }
    return {[canvas](std::string_view name) { cairo_tag_begin(canvas, std::string(name).c_str(), nullptr); },
            [canvas](std::string_view name) { cairo_tag_end(canvas, std::string(name).c_str()); }};
}

void paint_page(cairo_t* canvas, const charts::Picture& picture, const look::Theme& theme,
                const Typesetter& typesetter, PictureFormat format) {
    if (format == PictureFormat::png) {
        cairo_scale(canvas, png_scale, png_scale);
    }
    if (format != PictureFormat::pdf) {  // paper is white already, and a page of colour wastes ink
        const look::Colour ground = charts::colour_of(theme, {charts::ColourRole::surface, 0});
        cairo_set_source_rgb(canvas, ground.r / 255.0, ground.g / 255.0, ground.b / 255.0);
        cairo_paint(canvas);
    }
    cairo_translate(canvas, static_cast<double>(file_margin), static_cast<double>(file_margin));
    paint(canvas, picture, theme, typesetter, tags_of(format, canvas));
}

/// Cairo numbers its surfaces through the life of the program and writes the number as the outermost group's
/// id: without it the same picture gives the same bytes, whatever was drawn before.
void forget_surface_number(std::string& svg) {
    constexpr std::string_view before = "<g id=\"surface";
    const std::size_t at = svg.find(before);
    if (at == std::string::npos) {
        return;
    }
    const std::size_t number = at + before.size();
    svg.erase(number, svg.find('"', number) - number);
}

}  // namespace

Result<std::string, std::string> picture_file(const charts::Picture& picture, const look::Theme& theme,
                                              const Typesetter& typesetter, PictureFormat format,
                                              const PictureFacts& facts) {
    std::string bytes;
    const Surface surface = surface_of(format, size_of(picture), facts, bytes);
    const Canvas canvas(cairo_create(surface.get()));
    paint_page(canvas.get(), picture, theme, typesetter, format);
    cairo_status_t status = cairo_status(canvas.get());
    if (status == CAIRO_STATUS_SUCCESS && format == PictureFormat::png) {
        status = cairo_surface_write_to_png_stream(surface.get(), append, &bytes);
    }
    cairo_surface_finish(surface.get());
    if (status == CAIRO_STATUS_SUCCESS) {
        status = cairo_surface_status(surface.get());
    }
    if (status != CAIRO_STATUS_SUCCESS) {
        return Failed{std::string(cairo_status_to_string(status))};
    }
    if (format == PictureFormat::svg) {
        forget_surface_number(bytes);
    }
    return bytes;
}

}  // namespace unknot::paper
