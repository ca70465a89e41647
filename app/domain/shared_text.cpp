#include "app/domain/shared_text.h"

namespace unknot {

const std::string& SharedText::nothing() {
    static const std::string empty;
    return empty;
}

}  // namespace unknot
