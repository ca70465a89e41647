#pragma once

#include <functional>
#include <string_view>

namespace unknot::report {

/// Takes a document piece by piece, so that none is ever whole in memory. Pieces come in order and are valid
/// during the call only. What it throws ends the writing.
using Sink = std::function<void(std::string_view piece)>;

}  // namespace unknot::report
