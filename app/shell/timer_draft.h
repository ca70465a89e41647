#pragma once

#include "app/views/log/timer.h"

#include <string>
#include <string_view>

namespace unknot::shell {

/// The timer as the JSON object that is kept while it runs, so that it survives closing the window.
[[nodiscard]] std::string timer_to_json(const views::Timer& timer);

/// Reads what `timer_to_json` wrote; a timer that has not begun for anything else.
[[nodiscard]] views::Timer timer_from_json(std::string_view text);

}  // namespace unknot::shell
