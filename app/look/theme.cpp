#include "app/look/theme.h"

#include "generated/look_theme.h"

namespace unknot::look {

const Theme& light_theme() {
    return tables::light_theme;
}

const Theme& dark_theme() {
    return tables::dark_theme;
}

}  // namespace unknot::look
