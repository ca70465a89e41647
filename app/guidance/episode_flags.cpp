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
Flag raised(FlagCode code, Tier tier, const Episode& e, const Look& look) {
    Flag flag;
    flag.code = code;
    flag.tier = tier;
    if (look.explains()) {
        cite(flag, e.records);
        cite(flag, *e.base_evidence);
        flag.ratings = shown(e.values);
    }
    flag.clears = {Clears::How::rating_at_or_below, soreness_of(e.line),
                   std::max(look.today(), e.last_day + 1), std::nullopt};
    return flag;
}

void add_time_course(std::vector<Flag>& flags, const Episode& e, const Look& look) {
    const int age = e.age();
    if (age >= rules::not_settled_age) {
        const bool care = age >= rules::seek_care_age && e.late_for_care();
        Flag flag = raised(FlagCode::not_settled, care ? Tier::seek_care : Tier::pause, e, look);
        flag.since = e.late_days.front();
        flags.push_back(flag);
    } else if (age >= rules::lingering_age) {
        Flag flag = raised(FlagCode::lingering, Tier::ease_off, e, look);
        flag.since = e.values.back().day;
        flags.push_back(flag);
    } else if (e.returned) {
        Flag flag = raised(FlagCode::returned, Tier::info, e, look);
        flag.since = e.values.back().day;
        flags.push_back(flag);
    }
}

void add_building(std::vector<Flag>& flags, const Episode& e, const Look& look) {
    if (!e.building_since) {
        return;
    }
    Flag flag = raised(FlagCode::building_across_days, e.severe ? Tier::seek_care : Tier::pause, e, look);
    flag.since = e.building_since;
    flag.ratings = shown(e.building_ratings);
    flag.rise = e.building_ratings.back().soreness.value() - e.building_ratings.front().soreness.value();
    flags.push_back(flag);
}

Flag severe_flag(const Episode& e, const Look& look, const std::optional<Clears>& instead) {
    const bool care =
        e.severe_days.size() >= static_cast<std::size_t>(rules::severe_days_for_care) || e.rapid;
    Flag flag = raised(FlagCode::severe, care ? Tier::seek_care : Tier::pause, e, look);
    flag.since = e.severe_days.front();
    flag.rating =
        std::max_element(e.severe_ratings.begin(), e.severe_ratings.end(), [](const auto& a, const auto& b) {
            return a.soreness < b.soreness;
        })->soreness;
    flag.ratings = shown(e.severe_ratings);
    flag.clears = instead.value_or(flag.clears);
    return flag;
}

Flag spike_flag(const Episode& e, const Look& look) {
    Flag flag = raised(FlagCode::spike, Tier::ease_off, e, look);
    flag.since = e.spike_on;
    if (e.spike_rating) {
        flag.ratings = {shown(*e.spike_rating)};
        flag.rise = e.spike_rating->soreness.value() - e.base;
    } else {
        flag.sensations.insert(Sensation::pain_spike);
    }
    return flag;
}

/// Severe and rapid worsening outlast an episode that nobody rates any more, for a while.
void add_severity(std::vector<Flag>& flags, const Standing& standing, Look& look) {
    const Episode& e = *standing.episode;
    const bool heard_of = standing.status != Status::unknown;
    if (!e.severe && !e.rapid) {
        if (e.spike_on && heard_of) {
            flags.push_back(spike_flag(e, look));
        }
        return;
    }
    if (!heard_of && (e.values.empty() || look.more_than(rules::session_span_days, e.values.back().day))) {
        return;
    }
    std::optional<Clears> instead;
    if (!heard_of) {
        instead = Clears{Clears::How::later_rating_below, soreness_of(rules::severe), look.today(), {}};
    }
    if (e.severe) {
        flags.push_back(severe_flag(e, look, instead));
    }
    if (e.rapid) {
        Flag flag = raised(FlagCode::rapid_worsening, Tier::seek_care, e, look);
        flag.ratings = shown(e.rapid_ratings);
        flag.since = e.rapid_ratings.back().day;
        flag.clears = instead.value_or(flag.clears);
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

/// Still sore, as far as was heard; but that is some days ago.
bool gone_quiet(const Episode& e, Look& look) {
    return look.at_least(rules::not_settled_age, e.clock) &&
           look.at_least(rules::fresh_value_days, e.values.back().day);
}

void add_no_check_in(std::vector<Flag>& flags, const Standing& standing, Look& look) {
    const Episode& e = *standing.episode;
    const bool quiet_lingering =
        standing.status == Status::open && standing.state == State::lingering && gone_quiet(e, look);
    if (standing.state != State::unknown && !quiet_lingering) {
        return;
    }
    const LocalDay heard = e.last_heard();
    if (look.more_than(rules::session_span_days, heard)) {
        return;
    }
    Flag flag = raised(FlagCode::no_check_in, Tier::info, e, look);
    flag.since = heard;
    if (!e.values.empty()) {
        flag.rating = e.values.back().soreness;
        flag.rating_day = e.values.back().day;
        flag.last_advice = last_advice(e);
    }
    flag.clears = {Clears::How::any_rating, std::nullopt, std::nullopt, heard + rules::session_span_days + 1};
    if (standing.status == Status::unknown) {
        // Such an episode links no more ratings: only one that settles it will do.
        flag.clears.how = Clears::How::rating_at_or_below;
        flag.clears.level = soreness_of(e.line);
        flag.clears.from = std::max(look.today(), e.last_day + 1);
    }
    flags.push_back(flag);
}

State state_of(const Episode& e, Status status, Look& look) {
    switch (status) {
        case Status::awaiting:
            return look.within(rules::awaiting_days, e.clock) ? State::awaiting : State::unknown;
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
    return gone_quiet(e, look) ? State::unknown : State::sore;
}

void put_flag(std::vector<Flag>& flags, std::optional<Flag> flag) {
    if (flag) {
        flags.push_back(std::move(*flag));
    }
}

}  // namespace

Standing standing_on(const TrackWalk& walk, Look& look) {
    Standing standing;
    if (!walk.episodes().episode()) {
        return standing;
    }
    const Episode& e = *walk.episodes().episode();
    const bool unrated =
        e.status == Status::awaiting && look.more_than(rules::first_follow_up_within, e.last_day);
    const bool stale = e.status == Status::open && look.more_than(rules::stale_after, e.last_heard());
    standing.episode = &e;
    standing.status = unrated || stale ? Status::unknown : e.status;
    standing.state = state_of(e, standing.status, look);
    return standing;
}

std::vector<Flag> episode_flags(const Standing& standing, Look& look) {
    std::vector<Flag> flags;
    if (standing.episode == nullptr) {
        return flags;
    }
    const Episode& e = *standing.episode;
    if (standing.status == Status::open) {
        add_time_course(flags, e, look);
        add_building(flags, e, look);
    }
    add_severity(flags, standing, look);
    if (standing.status == Status::open && e.on_unsettled_day) {
        Flag flag = raised(FlagCode::session_on_unsettled, e.on_unsettled_tier, e, look);
        flag.since = e.on_unsettled_day;
        flags.push_back(flag);
    }
    add_no_check_in(flags, standing, look);
    return flags;
}

std::vector<Flag> track_flags(const TrackWalk& walk, const Standing& standing, Look& look) {
    std::vector<Flag> flags = episode_flags(standing, look);
    const bool severe_stands = std::any_of(flags.begin(), flags.end(),
                                           [](const Flag& flag) { return flag.code == FlagCode::severe; });
    if (!severe_stands) {  // severe is severe, with or without a linked session
        put_flag(flags, walk.runs().unlinked_severe(look));
    }
    put_flag(flags, walk.buildup().look(look).flag);
    put_flag(flags, pressure_too_high(walk.episodes().last()));
    put_flag(flags, walk.reasons().flag(look));
    put_flag(flags, walk.reports().flag(look));
    put_flag(flags, walk.runs().ongoing(look));
    return flags;
}

}  // namespace unknot::guidance
