#pragma once

#include "storage/import/problem.h"

#include <algorithm>

namespace unknot::storage {

/// Tells how far a reading is, about a hundred times: asking after each record would cost more than reading
/// it.
class Milestones {
public:
    /// `count`: of steps there will be. `first` and `last`: what part of all those steps are, 0 to 1.
    Milestones(const ReadingProgress& progress, std::size_t count, double first = 0, double last = 1)
        : progress_(progress),
          count_(std::max<std::size_t>(1, count)),
          first_(first),
          last_(last),
          stride_(std::max<std::size_t>(1, count / 100)) {}

    /// False where the reading is to end.
    [[nodiscard]] bool go_on(std::size_t step) {
        if (step < next_ || !progress_) {
            return true;
        }
        next_ = step + stride_;
        return progress_(first_ + (last_ - first_) * static_cast<double>(step) / static_cast<double>(count_));
    }

private:
    const ReadingProgress& progress_;
    std::size_t count_;
    double first_;
    double last_;
    std::size_t stride_;
    std::size_t next_ = 0;
};

}  // namespace unknot::storage
