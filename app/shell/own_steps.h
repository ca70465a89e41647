#pragma once

#include "app/views/upkeep.h"

#include <cstddef>
#include <optional>
#include <vector>

namespace unknot::shell {

/// What this window did, in order, so that taking back meets settings and entries in the order in which they
/// were changed. The log remembers its own steps, also those of earlier windows; settings are remembered
/// here, while the window is open.
class OwnSteps {
public:
    /// As many steps as a log keeps (DESIGN, "What people do").
    static constexpr std::size_t most = 200;

    /// A choice of how the window looks.
    struct Chosen {
        views::Preferences before;
        views::Preferences after;
    };

    void chose(const Chosen& chosen) { add(chosen); }
    void changed_log() { add(std::nullopt); }

    /// The latest step, which it forgets: a choice, or nothing where the log's latest step is next.
    [[nodiscard]] std::optional<Chosen> take();

    /// The log is another one.
    void forget() { steps_.clear(); }

private:
    void add(std::optional<Chosen> step);

    std::vector<std::optional<Chosen>> steps_;  ///< empty ones are the log's
};

/// `now` with what was chosen taken back; what was changed otherwise since stays.
[[nodiscard]] views::Preferences taken_back(views::Preferences now, const OwnSteps::Chosen& chosen);

}  // namespace unknot::shell
