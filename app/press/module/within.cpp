// Within the module, what it gives is at hand.
#include "app/press/parts.h"

namespace unknot::report {

const PageMakers& page_makers() {
    return unknot_press_parts()->pages;
}

}  // namespace unknot::report
