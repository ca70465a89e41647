#include "app/press/press.h"

#include "app/press/parts.h"
#include "app/report/course.h"

#include <stdexcept>

namespace unknot::press {

Result<std::string, std::string> picture_file(const Draw& draw, paper::PictureFormat format,
                                              const paper::PictureFacts& facts) {
    try {
        return parts().picture_file(draw, format, facts);
    } catch (const std::runtime_error& missing) {
        return Failed{std::string(missing.what())};
    }
}

std::unique_ptr<paper::TextLayouts> text_layouts() {
    return parts().text_layouts();
}

}  // namespace unknot::press

namespace unknot::report {

const PageMakers& page_makers() {
    try {
        return press::parts().pages;
    } catch (const std::runtime_error& missing) {
        throw NotMade(missing.what());
    }
}

}  // namespace unknot::report
