// Where the module is a part of the program: tests, and the programs that measure.
#include "app/press/parts.h"

namespace unknot::press {

const Parts& parts() {
    return *unknot_press_parts();
}

}  // namespace unknot::press
