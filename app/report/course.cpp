#include "app/report/course.h"

#include <algorithm>

namespace unknot::report {

namespace {

/// Steps between two tellings: a stop is heard within a few milliseconds, and telling costs nothing.
constexpr std::size_t tell_every = 64;

}  // namespace

bool Course::tell(double steps) const {
    const double all = static_cast<double>(std::max<std::size_t>(steps_, 1));
    return !progress_ || progress_(std::clamp(steps / all, 0.0, 1.0));
}

void Course::step() {
    ++done_;
    if (done_ < told_ + tell_every && done_ < steps_) {
        return;
    }
    told_ = done_;
    if (!tell(static_cast<double>(done_))) {
        throw Stopped();
    }
}

Progress Course::part(std::size_t steps) {
    const auto begun = static_cast<double>(done_);
    done_ += steps;
    return [this, begun, steps](double done) { return tell(begun + done * static_cast<double>(steps)); };
}

Sink Course::counting(const Sink& sink) {
    return [this, &sink](std::string_view piece) {
        step();
        sink(piece);
    };
}

}  // namespace unknot::report
