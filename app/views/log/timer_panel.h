#pragma once

#include "app/views/kit/ui.h"
#include "app/views/log/timer.h"

#include <string_view>

namespace unknot::views {

/// Keys that mark what is felt while the timer runs: B, T, S, P. Returns what was pressed in this frame.
[[nodiscard]] std::optional<Sensation> timer_key();

/// Marks it, or takes the mark back.
void mark(Timer& timer, Sensation sensation);

/// The running or paused timer: clock, how far it is to the goal, pause and Done, one quiet question, and
/// what can be marked. `about` is the place, may be empty. Returns true where Done was pressed.
[[nodiscard]] bool draw_timer_panel(const kit::Ui& ui, kit::Flow& flow, Timer& timer, const Instant& now,
                                    std::string_view about);

}  // namespace unknot::views
