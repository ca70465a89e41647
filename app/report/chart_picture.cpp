#include "app/report/chart_picture.h"

#include "app/paper/painter.h"
#include "app/paper/picture_file.h"
#include "app/paper/typesetter.h"

namespace unknot::report {

Result<ChartPicture, std::string> chart_picture(
    const std::function<charts::Picture(const charts::Measure&)>& draw, const Instant& made_at) {
    const paper::Typesetter typesetter;
    const charts::Picture picture = draw(typesetter.measure());
    const auto as = [&](paper::PictureFormat format) {
        return paper::picture_file(picture, paper::paper_theme(), typesetter, format, {{}, made_at});
    };
    auto png = as(paper::PictureFormat::png);
    if (!png) {
        return Failed{png.error()};
    }
    auto svg = as(paper::PictureFormat::svg);
    if (!svg) {
        return Failed{svg.error()};
    }
    return ChartPicture{*std::move(png), *std::move(svg)};
}

}  // namespace unknot::report
