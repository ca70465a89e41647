#pragma once

#include "app/domain/failure.h"
#include "app/words/catalogue.h"

#include <string>

namespace unknot::words {

/// Why a log could not be used or a command not be carried out, and what to do, in one sentence. The
/// failure's texts (file, id, the system's words) go in as they are: who shows them in a terminal makes them
/// harmless first.
[[nodiscard]] std::string sentence(const Catalogue& words, const Failure& failure);

}  // namespace unknot::words
