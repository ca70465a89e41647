#pragma once

#include "app/domain/milestones.h"
#include "app/report/sink.h"

#include <cstddef>
#include <stdexcept>
#include <string>

namespace unknot::report {

/// Thrown where `Progress` asked to stop.
class Stopped : public std::runtime_error {
public:
    Stopped() : std::runtime_error("stopped") {}
};

/// Thrown where a document cannot be made; `what()` says why, in the words of what failed.
class NotMade : public std::runtime_error {
public:
    explicit NotMade(const std::string& why) : std::runtime_error(why) {}
};

/// How far an export is: a number of steps known before, of which some are done.
class Course {
public:
    Course(Progress progress, std::size_t steps) : progress_(std::move(progress)), steps_(steps) {}

    /// One step more. Throws Stopped where that is asked for.
    void step();

    /// A part of `steps` steps, itself told as 0 to 1; for what reports in its own way. False = stop.
    [[nodiscard]] Progress part(std::size_t steps);

    /// What is written into the sink is a step a piece.
    [[nodiscard]] Sink counting(const Sink& sink);

private:
    [[nodiscard]] bool tell(double steps) const;

    Progress progress_;
    std::size_t steps_;
    std::size_t done_ = 0;
    std::size_t told_ = 0;
};

}  // namespace unknot::report
