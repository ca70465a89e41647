#include "app/shell/own_steps.h"

#include <utility>

namespace unknot::shell {

void OwnSteps::add(std::optional<Chosen> step) {
    if (steps_.size() == most) {
        steps_.erase(steps_.begin());
    }
    steps_.push_back(std::move(step));
}

std::optional<OwnSteps::Chosen> OwnSteps::take() {
    if (steps_.empty()) {
        return std::nullopt;
    }
    std::optional<Chosen> latest = std::move(steps_.back());
    steps_.pop_back();
    return latest;
}

views::Preferences taken_back(views::Preferences now, const OwnSteps::Chosen& chosen) {
    const auto restore = [&](auto field) {
        if (chosen.before.*field != chosen.after.*field) {
            now.*field = chosen.before.*field;
        }
    };
    restore(&views::Preferences::theme);
    restore(&views::Preferences::text_scale);
    restore(&views::Preferences::language);
    restore(&views::Preferences::timer_sound);
    return now;
}

}  // namespace unknot::shell
