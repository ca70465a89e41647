#pragma once

#include "app/charts/picture.h"
#include "app/domain/result.h"
#include "app/paper/picture_format.h"
#include "app/paper/text_layout.h"

#include <functional>
#include <memory>
#include <string>

/// The way to everything that needs the large libraries: Cairo, Pango, QPDF, libxlsxwriter and the thirty
/// that they bring along. In the program they are a module of their own, unknot-press.so beside it or in its
/// library folder, which is loaded when the first of it is needed: a window's start would else spend a tenth
/// of its time on them, and a short verb most. In tests all is linked. On any thread.
namespace unknot::press {

/// A picture with its texts as wide as `Measure` says.
using Draw = std::function<charts::Picture(const charts::Measure&)>;

/// What `draw` draws, as a file, on paper: paper::picture_file. Fails with the system's words where the
/// module cannot be loaded, too.
[[nodiscard]] Result<std::string, std::string> picture_file(const Draw& draw, paper::PictureFormat format,
                                                            const paper::PictureFacts& facts);

/// paper::text_layouts. Throws std::runtime_error where the module cannot be loaded.
[[nodiscard]] std::unique_ptr<paper::TextLayouts> text_layouts();

// report::page_makers, which app/report declares, is given here as well.

}  // namespace unknot::press
