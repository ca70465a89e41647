#pragma once

#include "app/views/upkeep.h"

#include <utility>

namespace unknot::shell {

/// The answer of work that was begun, as it is before anything came of it.
[[nodiscard]] inline views::WorkDone begun(const views::WorkOrder& order) {
    views::WorkDone done;
    done.order = order;
    return done;
}

/// The same answer, that it failed.
[[nodiscard]] inline views::WorkDone failed_with(views::WorkDone done, const Failure& failure) {
    done.failure = failure;
    return done;
}

}  // namespace unknot::shell
