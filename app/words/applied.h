#pragma once

#include "app/domain/applied.h"
#include "app/domain/area.h"
#include "app/words/catalogue.h"

#include <string>

namespace unknot::words {

/// What a command did, for the notice: "Saved: left top of the shoulder". Says "Taken back" where it was
/// undone.
[[nodiscard]] std::string sentence(const Catalogue& words, const AreaCatalogue& areas,
                                   const Applied& applied);

}  // namespace unknot::words
