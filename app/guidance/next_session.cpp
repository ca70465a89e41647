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
bool latest_above_line(const Episode& e, const Replay& replay, LocalDay today) {
    return !replay.ratings.empty() && today - replay.ratings.back().day <= rules::stale_after &&
           replay.ratings.back().soreness.value() > e.line;
}

Next when_settled(const Episode& e, const Replay& replay, LocalDay today) {
    const SessionDay& last = replay.days.back();
    if (latest_above_line(e, replay, today) && e.ever < Tier::pause) {
        return {Action::lighter, lighter(last)};
    }
    if (e.ever >= Tier::pause) {
        return {Action::resume_gradually, half(last)};
    }
    if (e.ever >= Tier::ease_off) {
        return {Action::lighter, lighter(last)};
    }
    return {Action::keep, limits_of(last, std::min(4, last.pressure), last.duration_s)};
}

}  // namespace

Next next_session(const Standing& standing, const Replay& replay, Tier tier, LocalDay today) {
    if (replay.days.empty()) {
        return without_sessions(tier);
    }
    const SessionDay& last = replay.days.back();
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
    return when_settled(*standing.episode, replay, today);
}

bool check_in_due(const Standing& standing, const Replay& replay, const TrackRecords& records,
                  const std::vector<Flag>& flags, LocalDay today, const std::optional<Instant>& now) {
    bool due = false;
    if (standing.episode) {
        const Episode& e = *standing.episode;
        const SessionDay& last = replay.days.back();
        const bool waits =
            (e.status == Episode::Status::awaiting && today - e.last_day <= rules::first_follow_up_within) ||
            (e.status == Episode::Status::open && today - e.last_heard() <= rules::stale_after);
        const bool rated = std::any_of(
            replay.ratings.begin(), replay.ratings.end(),
            [&](const EvidenceRating& r) { return r.day == today && r.at.utc_ms > last.start_ms; });
        const bool late_enough =
            !now || now->utc_ms - last.end_ms >= rules::follow_up_from_hours * 3'600'000LL;
        due = waits && last.day < today && !rated && late_enough;
    }
    const bool question_open = std::any_of(flags.begin(), flags.end(), [](const Flag& flag) {
        return flag.code == FlagCode::red_flag || flag.code == FlagCode::contraindication;
    });
    if (!question_open || due) {
        return due;
    }
    const bool answered_by_checkin =
        std::any_of(records.checkins.begin(), records.checkins.end(),
                    [&](const auto& c) { return c->symptoms && local_day(c->at) == today; });
    const bool answered_by_session =
        std::any_of(records.sessions.begin(), records.sessions.end(),
                    [&](const auto& s) { return s->screening && local_day(s->started_at) == today; });
    return !answered_by_checkin && !answered_by_session;
}

}  // namespace unknot::guidance
