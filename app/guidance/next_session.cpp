#include "app/guidance/flags.h"
#include "app/guidance/rules.h"

#include <algorithm>

namespace unknot::guidance {

namespace {

constexpr int duration_step_s = 30;

/// `numerator` / `denominator` of a duration, rounded down to 30 s, at least 30. Worked: two thirds of 200 s
/// is 120 s.
int part_of(int duration_s, int numerator, int denominator) {
    return std::max(duration_step_s,
                    duration_s * numerator / denominator / duration_step_s * duration_step_s);
}

LocalDay not_before(const SessionDay& last) {
    return last.day + (last.pressure >= number(PressureLevel::strong_but_manageable) ? 2 : 1);
}

Limits limits_of(const SessionDay& last, int pressure, int duration_s) {
    Limits limits;
    limits.max_pressure = pressure_level(pressure);
    limits.max_duration_s = duration_s > 0 ? std::optional(duration_s) : std::nullopt;
    limits.not_before = not_before(last);
    limits.duration_recorded = last.duration_recorded;
    return limits;
}

Limits lighter(const SessionDay& last) {
    return limits_of(last, std::clamp(last.pressure - 1, 1, 4), part_of(last.duration_s, 2, 3));
}

Limits half(const SessionDay& last) {
    return limits_of(last, std::clamp(last.pressure - 1, 1, 3), part_of(last.duration_s, 1, 2));
}

Limits pressure_only(int pressure) {
    Limits limits;
    limits.max_pressure = pressure_level(pressure);
    return limits;
}

Next without_sessions(Tier tier) {
    if (tier == Tier::seek_care) {
        return {Action::stop_seek_care, {}};
    }
    return tier == Tier::pause ? Next{Action::rest_until_settled, {}}
                               : Next{Action::start_light, pressure_only(2)};
}

/// The track's latest rating, at most 7 days old, is above the line.
bool latest_above_line(const Episode& e, const TrackWalk& walk, Look& look) {
    const auto& latest = walk.episodes().latest();
    return latest && look.within(rules::stale_after, latest->day) && latest->soreness.value() > e.line;
}

Next when_settled(const Episode& e, const TrackWalk& walk, Look& look) {
    const SessionDay& last = *walk.episodes().last();
    const Tier ever = walk.buildup().look(look).met ? std::max(e.ever, Tier::ease_off) : e.ever;
    if (latest_above_line(e, walk, look) && ever < Tier::pause) {
        return {Action::lighter, lighter(last)};
    }
    if (ever >= Tier::pause) {
        return {Action::resume_gradually, half(last)};
    }
    if (ever >= Tier::ease_off) {
        return {Action::lighter, lighter(last)};
    }
    return {Action::keep, limits_of(last, std::min(4, last.pressure), last.duration_s)};
}

bool rating_due(const Standing& standing, const TrackWalk& walk, Look& look, const Instant& now) {
    if (standing.episode == nullptr) {
        return false;
    }
    const SessionDay& last = *walk.episodes().last();
    const auto& recent = walk.episodes().recent();
    const bool rated = std::any_of(recent.begin(), recent.end(), [&](const Rating& rating) {
        return rating.day == look.today() && rating.at.utc_ms > last.start_ms;
    });
    return waits_for_rating(standing, look) && last.day < look.today() && !rated &&
           now.utc_ms >= check_in_from(last.end_ms);
}

}  // namespace

Next next_session(const Standing& standing, const TrackWalk& walk, Tier tier, Look& look) {
    if (standing.episode == nullptr) {
        return without_sessions(tier);
    }
    const SessionDay& last = *walk.episodes().last();
    if (tier == Tier::seek_care) {
        return {Action::stop_seek_care, {}};
    }
    if (tier == Tier::pause) {
        return {Action::rest_until_settled, half(last)};
    }
    if (standing.state == State::unknown) {
        return {Action::check_in_first, pressure_only(std::min(2, last.pressure))};
    }
    if (tier == Tier::ease_off) {
        const Action action = standing.state == State::settled ? Action::lighter : Action::rest_until_settled;
        return {action, lighter(last)};
    }
    if (standing.state == State::awaiting || standing.state == State::sore) {
        return {Action::wait_for_check_in, {}};
    }
    return when_settled(*standing.episode, walk, look);
}

bool waits_for_rating(const Standing& standing, Look& look) {
    if (standing.episode == nullptr) {
        return false;
    }
    const Episode& e = *standing.episode;
    return (standing.status == Episode::Status::awaiting &&
            look.within(rules::first_follow_up_within, e.last_day)) ||
           (standing.status == Episode::Status::open && look.within(rules::stale_after, e.last_heard()));
}

std::int64_t check_in_from(std::int64_t session_end_ms) {
    return session_end_ms + rules::follow_up_from_hours * std::int64_t{3'600'000};
}

bool check_in_due(const Standing& standing, const TrackWalk& walk, const std::vector<Flag>& flags, Look& look,
                  const Instant& now) {
    const bool question_open = std::any_of(flags.begin(), flags.end(), [](const Flag& flag) {
        return flag.code == FlagCode::red_flag || flag.code == FlagCode::contraindication;
    });
    return rating_due(standing, walk, look, now) ||
           (question_open && !walk.question_answered_on(look.today()));
}

}  // namespace unknot::guidance
