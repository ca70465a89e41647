#pragma once

#include <algorithm>
#include <cstddef>
#include <functional>

namespace unknot {

/// Told now and then how much of some long work is done, 0 to 1; false ends the work. May be empty.
using Progress = std::function<bool(double done)>;

/// Tells how far work in many steps is, about a hundred times: asking after each step would cost more than
/// the step.
class Milestones {
public:
    /// `count`: of steps there will be. `first` and `last`: what part of all the work they are, 0 to 1.
    /// `progress` must outlive this.
    Milestones(const Progress& progress, std::size_t count, double first = 0, double last = 1)
        : progress_(progress),
          count_(std::max<std::size_t>(1, count)),
          first_(first),
          last_(last),
          stride_(std::max<std::size_t>(1, count / 100)) {}

    /// False where the work is to end.
    [[nodiscard]] bool go_on(std::size_t step) {
        if (step < next_ || !progress_) {
            return true;
        }
        next_ = step + stride_;
        return progress_(first_ + (last_ - first_) * static_cast<double>(step) / static_cast<double>(count_));
    }

private:
    const Progress& progress_;
    std::size_t count_;
    double first_;
    double last_;
    std::size_t stride_;
    std::size_t next_ = 0;
};

}  // namespace unknot
