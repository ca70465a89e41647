#pragma once

#include <functional>

namespace unknot::report {

/// Told how much is done, 0 to 1, now and then; false ends the making.
using Progress = std::function<bool(double done)>;

}  // namespace unknot::report
