#include "app/guidance/episode.h"

#include "app/guidance/rules.h"
#include "app/guidance/starting_level.h"

#include <algorithm>

namespace unknot::guidance {

namespace {

constexpr std::int64_t ms_per_hour = 3'600'000;

/// Adds a day that is not there yet; more than `enough` different ones say nothing more.
void add_day(std::vector<LocalDay>& days, LocalDay day, int enough) {
    if (days.size() < static_cast<std::size_t>(enough) &&
        std::find(days.begin(), days.end(), day) == days.end()) {
        days.push_back(day);
    }
}

/// Forgets the ratings from more than `days` days before `day`.
void forget(std::vector<Rating>& ratings, LocalDay day, int days) {
    const int kept = days + day_disorder;
    if (!ratings.empty() && day - ratings.front().day > kept) {
        std::erase_if(ratings, [&](const Rating& rating) { return day - rating.day > kept; });
    }
}

void end_severity(Episode& e) {
    e.severe = e.rapid = false;
    e.severe_days.clear();
    e.severe_ratings.clear();
    e.rapid_ratings.clear();
}

/// A later value with the same date replaces the earlier one.
void put_value(Episode& e, const Rating& rating) {
    if (!e.values.empty() && e.values.back().day == rating.day) {
        e.values.back() = rating;
    } else {
        e.values.push_back(rating);
    }
}

void note_age(Episode& e, LocalDay date) {
    const int age = e.age();
    if (age >= rules::not_settled_age) {
        add_day(e.late_days, date, rules::late_days_for_care);
        const bool care = age >= rules::seek_care_age && e.late_for_care();
        e.ever = std::max(e.ever, care ? Tier::seek_care : Tier::pause);
    } else if (age >= rules::lingering_age) {
        e.ever = std::max(e.ever, Tier::ease_off);
    }
}

void look_for_building(Episode& e, const Rating& rating) {
    const int v = rating.soreness.value();
    if (e.building_since) {
        e.building_max = std::max(e.building_max, v);
        if (v <= e.building_max - rules::clearing_drop) {
            e.building_since.reset();
        }
        return;
    }
    if (e.values.size() < static_cast<std::size_t>(rules::building_values)) {
        return;
    }
    const auto first = e.values.end() - rules::building_values;
    const bool never_fell = std::is_sorted(
        first, e.values.end(), [](const auto& a, const auto& b) { return a.soreness < b.soreness; });
    if (never_fell && rating.day - first->day <= rules::building_span_days &&
        v - first->soreness.value() >= rules::building_rise &&
        v >= std::max(e.base + rules::building_above_start, rules::building_least)) {
        e.building_since = rating.day;
        e.building_max = v;
        e.building_ratings.assign(first, e.values.end());
        e.ever = std::max(e.ever, Tier::pause);
    }
}

/// The memory of a list, with nothing in it.
template <typename Value>
std::vector<Value> emptied(std::vector<Value>& list) {
    std::vector<Value> memory = std::move(list);
    memory.clear();
    return memory;
}

void note_sensations(Episode& e, const SessionDay& begun) {
    for (const Session* session : begun.sessions) {
        e.records.push_back(&session->id);
        if (session->sensations && session->sensations->contains(Sensation::pain_spike)) {
            e.spike_on = begun.day;
            e.spike_rating.reset();
            e.spike_reports.push_back(&session->id);
            e.ever = std::max(e.ever, Tier::ease_off);
        }
    }
}

}  // namespace

LocalDay Episode::last_heard() const {
    return values.empty() ? last_day : std::max(values.back().day, last_day);
}

bool Episode::late_for_care() const {
    return late_days.size() >= static_cast<std::size_t>(rules::late_days_for_care);
}

int settled_line(int starting_level) {
    return std::min(rules::highest_settled_line,
                    std::max(starting_level + rules::settled_tolerance, rules::lowest_settled_line));
}

// ---- a session-day begins

void EpisodeWalk::begin(SessionDay begun) {
    if (!joins_open(begun) && !joins_awaiting(begun)) {
        start_episode(begun);
    }
    previous_.reset();
    note_sensations(*episode_, begun);
    day_ = std::move(begun);
}

/// Rule 1 of "a session-day begins": on an open episode whose last value is at most 7 days old.
bool EpisodeWalk::joins_open(const SessionDay& begun) {
    if (!episode_ || episode_->status != Episode::Status::open ||
        begun.day - episode_->values.back().day > rules::stale_after) {
        return false;
    }
    Episode& e = *episode_;
    const bool pause_level = e.age() >= rules::not_settled_age || e.building_since || e.severe;
    if (!pause_level && begun.day - e.values.back().day > rules::fresh_value_days) {
        e.status = Episode::Status::awaiting;  // nobody knows that it stayed sore: the clock restarts
        e.clock = begun.day;
    } else {
        const Tier tier = pause_level ? Tier::pause : Tier::ease_off;
        if (!e.on_unsettled_day || tier >= e.on_unsettled_tier) {
            e.on_unsettled_day = begun.day;
            e.on_unsettled_tier = tier;
        }
        e.ever = std::max(e.ever, tier);
    }
    e.last_day = begun.day;
    return true;
}

/// Rule 2: nothing is known in between, so the level is kept and the clock restarts.
bool EpisodeWalk::joins_awaiting(const SessionDay& begun) {
    if (!episode_ || episode_->status != Episode::Status::awaiting ||
        begun.sessions.front()->soreness_before ||
        begun.day - episode_->last_day > rules::first_follow_up_within) {
        return false;
    }
    episode_->last_day = episode_->clock = begun.day;
    return true;
}

/// Rule 3. Severe and rapid worsening carry over: a session never clears them.
void EpisodeWalk::start_episode(const SessionDay& begun) {
    forget(quiet_, begun.day, rules::usual_level_days);
    StartingLevel start = starting_level(begun, recent_, quiet_);
    Episode e;
    e.clock = e.last_day = begun.day;
    e.base_known = start.level.has_value();
    e.base = start.level.value_or(rules::unknown_starting_level);
    e.line = settled_line(e.base);
    e.base_evidence = std::make_shared<const RecordRefs>(std::move(start.evidence));
    if (episode_ && episode_->severe) {
        Episode& old = *episode_;
        e.severe = true;
        e.severe_days = std::move(old.severe_days);
        e.severe_ratings = std::move(old.severe_ratings);
        e.rapid = old.rapid;
        e.rapid_ratings = std::move(old.rapid_ratings);
        e.ever = old.ever;
        e.records = std::move(old.records);
        // The old episode must come out the same from this evidence alone, so it brings its own start.
        e.records.insert(e.records.end(), old.base_evidence->begin(), old.base_evidence->end());
    } else if (episode_) {
        // Their memory serves again: of a long log, asking for it anew is much of what its walk takes.
        e.values = emptied(episode_->values);
        e.records = emptied(episode_->records);
        e.late_days = emptied(episode_->late_days);
    }
    episode_ = std::move(e);
}

// ---- a rating arrives

std::optional<EpisodeWalk::Heard> EpisodeWalk::take(const Rating& rating, bool last_of_day) {
    remember(rating);
    if (!episode_) {
        quiet_.push_back(rating);
        return std::nullopt;
    }
    const int d = follow_up_day(rating);
    Rating dated = rating;
    dated.day = day_->day + d;
    expire(d, dated.day);
    const bool linked = episode_->status != Episode::Status::unknown;
    episode_->records.push_back(rating.record);
    if (linked && (episode_->status != Episode::Status::settled || d <= rules::returned_within)) {
        look_for_severity(dated, d);
    }
    previous_ = rating;
    if (d > 0 && last_of_day) {
        take_day_value(dated, d, linked);
    }
    return Heard{dated, d};
}

void EpisodeWalk::remember(const Rating& rating) {
    constexpr int asked_days =
        1 + day_disorder;  // "that day or the day before", of a day that may lie behind
    forget(recent_, rating.day, asked_days);
    recent_.push_back(rating);
    latest_ = rating;
}

/// Under 4 h after the session-day's end at most 0, from 20 h on at least 1, never below 0.
int EpisodeWalk::follow_up_day(const Rating& rating) const {
    const std::int64_t since = rating.at.utc_ms - day_->end_ms;
    int d = rating.day - day_->day;
    if (since < rules::follow_up_from_hours * ms_per_hour) {
        d = std::min(d, 0);
    } else if (since >= rules::next_day_from_hours * ms_per_hour) {
        d = std::max(d, 1);
    }
    return std::max(d, 0);
}

void EpisodeWalk::expire(int d, LocalDay date) {
    Episode& e = *episode_;
    const bool too_late = e.status == Episode::Status::awaiting && d > rules::first_follow_up_within;
    const bool stale = e.status == Episode::Status::open && date - e.last_heard() > rules::stale_after;
    if (too_late || stale) {
        e.status = Episode::Status::unknown;
    }
}

void EpisodeWalk::look_for_severity(const Rating& rating, int d) {
    Episode& e = *episode_;
    const int v = rating.soreness.value();
    if (v >= rules::severe) {
        e.severe = true;
        e.severe_ratings.push_back(rating);
        add_day(e.severe_days, rating.day, rules::severe_days_for_care);
        e.ever = std::max(e.ever, Tier::pause);
    }
    if (d <= 2 && v - e.base >= rules::spike_rise && v >= rules::spike_least) {
        e.spike_on = rating.day;
        e.spike_rating = rating;
        e.ever = std::max(e.ever, Tier::ease_off);
    }
    if (previous_ && v >= rules::severe && v - previous_->soreness.value() >= rules::rapid_rise &&
        rating.at.utc_ms - previous_->at.utc_ms <= rules::rapid_hours * ms_per_hour) {
        e.rapid = true;
        e.rapid_ratings = {*previous_, rating};
        e.ever = Tier::seek_care;
    }
}

void EpisodeWalk::take_day_value(const Rating& rating, int d, bool linked) {
    Episode& e = *episode_;
    const int v = rating.soreness.value();
    const bool above = v > e.line;
    if (!linked) {
        if (above) {
            quiet_.push_back(rating);
        }
        if (v < rules::severe) {
            end_severity(e);
        }
        if (above) {
            return;
        }
    }
    if (!above) {
        settle(rating);
        return;
    }
    if (e.status == Episode::Status::settled) {
        if (d > rules::returned_within) {
            quiet_.push_back(rating);
            return;
        }
        e.clock = rating.day - 1;
        e.returned = true;
    }
    e.status = Episode::Status::open;
    put_value(e, rating);
    note_age(e, rating.day);
    look_for_building(e, rating);
}

void EpisodeWalk::settle(const Rating& rating) {
    Episode& e = *episode_;
    e.status = Episode::Status::settled;
    e.returned = false;
    e.late_days.clear();
    end_severity(e);
    e.spike_on.reset();
    e.spike_rating.reset();
    e.spike_reports.clear();
    e.on_unsettled_day.reset();
    e.building_since.reset();
    put_value(e, rating);
    quiet_.push_back(rating);
}

}  // namespace unknot::guidance
