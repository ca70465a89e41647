#include "app/look/type.h"

#include "generated/look_fonts.h"

namespace unknot::look {

std::span<const unsigned char> font_data(Face face) {
    switch (face) {
        case Face::text: return tables::text_font;
        case Face::bold: return tables::bold_font;
        case Face::title: return tables::title_font;
    }
    return {};
}

}  // namespace unknot::look
