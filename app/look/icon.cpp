#include "app/look/icon.h"

#include "generated/look_icons.h"

namespace unknot::look {

const Icon& icon(IconName name) {
    return tables::icons[static_cast<std::size_t>(name)];
}

}  // namespace unknot::look
