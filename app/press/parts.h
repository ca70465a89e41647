#pragma once

#include "app/press/press.h"
#include "app/report/page_makers.h"

namespace unknot::press {

/// What the module gives.
struct Parts {
    Result<std::string, std::string> (*picture_file)(const Draw&, paper::PictureFormat,
                                                     const paper::PictureFacts&);
    std::unique_ptr<paper::TextLayouts> (*text_layouts)();
    report::PageMakers pages;
};

/// Those of the module. Throws std::runtime_error with the system's words where it cannot be loaded.
[[nodiscard]] const Parts& parts();

}  // namespace unknot::press

/// The only symbol of the module that is looked for by its name.
extern "C" [[gnu::visibility("default")]] const unknot::press::Parts* unknot_press_parts();
