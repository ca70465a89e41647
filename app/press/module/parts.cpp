#include "app/press/parts.h"

#include "app/paper/painter.h"
#include "app/paper/picture_file.h"
#include "app/report/pdf/pdf_report.h"
#include "app/report/workbook/xlsx.h"

namespace unknot::press {

namespace {

Result<std::string, std::string> draw_picture(const Draw& draw, paper::PictureFormat format,
                                              const paper::PictureFacts& facts) {
    const paper::Typesetter typesetter;
    return paper::picture_file(draw(typesetter.measure()), paper::paper_theme(), typesetter, format, facts);
}

constexpr Parts here{
    draw_picture, paper::text_layouts, {report::pdf_report, report::first_page_image, report::write_xlsx}};

}  // namespace

}  // namespace unknot::press

const unknot::press::Parts* unknot_press_parts() {
    return &unknot::press::here;
}
