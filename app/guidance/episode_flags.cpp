#include "app/guidance/flags.h"
#include "app/guidance/rules.h"

#include <algorithm>

namespace unknot::guidance {

namespace {

using Status = Episode::Status;

Soreness soreness_of(int value) {
    return *Soreness::of(value);
}

/// A flag of an episode, resting on all of it: its sessions, the ratings after them, and where it started.
Flag raised(FlagCode code, Tier tier, const Episode& e, LocalDay today) {
    Flag flag;
    flag.code = code;
    flag.tier = tier;
    flag.evidence = e.records;
    flag.evidence.insert(flag.evidence.end(), e.base_evidence.begin(), e.base_evidence.end());
    flag.ratings = e.values;
    flag.clears = {Clears::How::rating_at_or_below, soreness_of(e.line), std::max(today, e.last_day + 1),
                   std::nullopt};
    return flag;
}

void add_time_course(std::vector<Flag>& flags, const Episode& e, LocalDay today) {
    const int age = e.age();
    if (age >= rules::not_settled_age) {
        const bool care = age >= rules::seek_care_age &&
                          e.late_days.size() >= static_cast<std::size_t>(rules::late_days_for_care);
        Flag flag = raised(FlagCode::not_settled, care ? Tier::seek_care : Tier::pause, e, today);
        flag.since = e.late_days.front();
        flags.push_back(flag);
    } else if (age >= rules::lingering_age) {
        Flag flag = raised(FlagCode::lingering, Tier::ease_off, e, today);
        flag.since = e.values.back().day;
        flags.push_back(flag);
    } else if (e.returned) {
        Flag flag = raised(FlagCode::returned, Tier::info, e, today);
        flag.since = e.values.back().day;
        flags.push_back(flag);
    }
}

void add_building(std::vector<Flag>& flags, const Episode& e, LocalDay today) {
    if (!e.building_since || e.status != Status::open) {
        return;
    }
    Flag flag = raised(FlagCode::building_across_days, e.severe ? Tier::seek_care : Tier::pause, e, today);
    flag.since = e.building_since;
    flag.ratings = e.building_ratings;
    flag.rise = e.building_ratings.back().soreness.value() - e.building_ratings.front().soreness.value();
    flags.push_back(flag);
}

void add_severity(std::vector<Flag>& flags, const Episode& e, LocalDay today) {
    const bool heard_of = e.status != Status::unknown;
    const bool still_counts =
        heard_of || (!e.values.empty() && today - e.values.back().day <= rules::session_span_days);
    if (!still_counts) {
        return;
    }
    const Clears below_severe{Clears::How::later_rating_below, soreness_of(rules::severe), today,
                              std::nullopt};
    if (e.severe) {
        const bool care = e.severe_days.size() >= 2 || e.rapid;
        Flag flag = raised(FlagCode::severe, care ? Tier::seek_care : Tier::pause, e, today);
        flag.since = e.severe_days.front();
        flag.ratings = e.severe_ratings;
        flag.rating = std::max_element(e.severe_ratings.begin(), e.severe_ratings.end(),
                                       [](const auto& a, const auto& b) { return a.soreness < b.soreness; })
                          ->soreness;
        flag.clears = heard_of ? flag.clears : below_severe;
        flags.push_back(flag);
    } else if (e.spike_on && heard_of) {
        Flag flag = raised(FlagCode::spike, Tier::ease_off, e, today);
        flag.since = e.spike_on;
        if (e.spike_rating) {
            flag.ratings = {*e.spike_rating};
            flag.rise = e.spike_rating->soreness.value() - e.base;
        } else {
            flag.sensations.insert(Sensation::pain_spike);
        }
        flags.push_back(flag);
    }
    if (e.rapid) {
        Flag flag = raised(FlagCode::rapid_worsening, Tier::seek_care, e, today);
        flag.ratings = e.rapid_ratings;
        flag.since = e.rapid_ratings.back().day;
        flag.clears = heard_of ? flag.clears : below_severe;
        flags.push_back(flag);
    }
}

/// The tier that stood when the track was last rated, for "the advice then was".
Tier last_advice(const Episode& e) {
    if (e.values.empty()) {
        return Tier::none;
    }
    if (e.age() >= rules::not_settled_age || e.building_since || e.severe) {
        return Tier::pause;
    }
    return e.age() >= rules::lingering_age || e.spike_on ? Tier::ease_off : Tier::none;
}

void add_no_check_in(std::vector<Flag>& flags, const Standing& standing, LocalDay today) {
    const Episode& e = *standing.episode;
    const bool quiet_lingering = e.status == Status::open && standing.state == State::lingering &&
                                 today - e.clock >= rules::not_settled_age &&
                                 today - e.values.back().day >= rules::fresh_value_days;
    if (standing.state != State::unknown && !quiet_lingering) {
        return;
    }
    const LocalDay heard = e.last_heard();
    if (today - heard > rules::session_span_days) {
        return;
    }
    Flag flag = raised(FlagCode::no_check_in, Tier::info, e, today);
    flag.since = heard;
    if (!e.values.empty()) {
        flag.rating = e.values.back().soreness;
        flag.rating_day = e.values.back().day;
        flag.last_advice = last_advice(e);
    }
    flag.clears = {Clears::How::any_rating, std::nullopt, std::nullopt, heard + rules::session_span_days + 1};
    if (e.status ==
        Status::unknown) {  // such an episode links no more ratings: only one that settles it will do
        flag.clears.how = Clears::How::rating_at_or_below;
        flag.clears.level = soreness_of(e.line);
        flag.clears.from = std::max(today, e.last_day + 1);
    }
    flags.push_back(flag);
}

State state_of(const Episode& e, LocalDay today) {
    switch (e.status) {
        case Status::awaiting:
            return today - e.clock <= rules::awaiting_days ? State::awaiting : State::unknown;
        case Status::settled: return State::settled;
        case Status::unknown: return State::unknown;
        case Status::open: break;
    }
    if (e.age() >= rules::not_settled_age) {
        return State::not_settled;
    }
    if (e.age() >= rules::lingering_age) {
        return State::lingering;
    }
    const bool silent =
        today - e.clock >= rules::not_settled_age && today - e.values.back().day >= rules::fresh_value_days;
    return silent ? State::unknown : State::sore;
}

}  // namespace

Standing standing_on(const Replay& replay, LocalDay today) {
    Standing standing;
    if (replay.current() == nullptr) {
        return standing;
    }
    Episode e = *replay.current();
    const bool unrated = e.status == Status::awaiting && today - e.last_day > rules::first_follow_up_within;
    const bool stale = e.status == Status::open && today - e.last_heard() > rules::stale_after;
    if (unrated || stale) {
        e.status = Status::unknown;
    }
    standing.state = state_of(e, today);
    standing.episode = std::move(e);
    return standing;
}

std::vector<Flag> episode_flags(const Standing& standing, LocalDay today) {
    std::vector<Flag> flags;
    if (!standing.episode) {
        return flags;
    }
    const Episode& e = *standing.episode;
    if (e.status == Status::open) {
        add_time_course(flags, e, today);
        add_building(flags, e, today);
    }
    add_severity(flags, e, today);
    if (e.status == Status::open && e.on_unsettled_day) {
        Flag flag = raised(FlagCode::session_on_unsettled, e.on_unsettled_tier, e, today);
        flag.since = e.on_unsettled_day;
        flags.push_back(flag);
    }
    add_no_check_in(flags, standing, today);
    return flags;
}

std::optional<Flag> unlinked_severe(const Replay& replay, LocalDay today) {
    const auto& ratings = replay.ratings;
    if (ratings.empty() || ratings.back().soreness.value() < rules::severe ||
        today - ratings.back().day > rules::stale_after) {
        return std::nullopt;
    }
    Flag flag;
    flag.code = FlagCode::severe;
    flag.rating = ratings.back().soreness;
    std::vector<LocalDay> days;
    for (auto rating = ratings.rbegin(); rating != ratings.rend(); ++rating) {
        if (rating->soreness.value() < rules::severe || today - rating->day > rules::stale_after) {
            break;
        }
        days.push_back(rating->day);
        flag.ratings.insert(flag.ratings.begin(), *rating);
        flag.evidence.push_back(rating->record);
    }
    const auto [first, last] = std::minmax_element(days.begin(), days.end());
    flag.since = *first;
    flag.tier = *first != *last ? Tier::seek_care : Tier::pause;
    flag.clears = {Clears::How::later_rating_below, soreness_of(rules::severe), today,
                   *last + rules::stale_after + 1};
    return flag;
}

}  // namespace unknot::guidance
