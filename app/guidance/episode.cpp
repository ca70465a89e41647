#include "app/guidance/episode.h"

#include "app/guidance/rules.h"
#include "app/guidance/starting_level.h"

#include <algorithm>

namespace unknot::guidance {

namespace {

constexpr std::int64_t ms_per_hour = 3'600'000;

/// Walks through the events of one track in order.
class Walker {
public:
    explicit Walker(const TrackRecords& records) {
        out_.days = session_days(records);
        events_ = events_of(records, out_.days);
    }

    Replay run() && {
        for (position_ = 0; position_ < events_.size(); ++position_) {
            const Event& event = events_[position_];
            if (event.session_begins) {
                begin_session_day(event.session_day);
            } else {
                out_.ratings.push_back(event.rating);
                take_rating(event.rating);
            }
        }
        return std::move(out_);
    }

private:
    Episode& episode() { return out_.episodes.back(); }
    SessionDay& day() { return out_.days[day_]; }

    // ---- a session-day begins

    void begin_session_day(std::size_t index) {
        day_ = index;
        if (!joins_open(day()) && !joins_awaiting(day())) {
            start_episode(day());
        }
        day().episode = out_.episodes.size() - 1;
        previous_.reset();
        for (const auto& session : day().sessions) {
            episode().records.push_back(session->id);
            if (session->sensations && session->sensations->contains(Sensation::pain_spike)) {
                episode().spike_on = day().day;
                episode().spike_rating.reset();
                episode().spike_reports.push_back(session->id);
                episode().ever = std::max(episode().ever, Tier::ease_off);
            }
        }
    }

    /// Rule 1 of "a session-day begins": on an open episode whose last value is at most 7 days old.
    bool joins_open(const SessionDay& begun) {
        if (out_.episodes.empty() || episode().status != Episode::Status::open ||
            begun.day - episode().values.back().day > rules::stale_after) {
            return false;
        }
        Episode& e = episode();
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
    bool joins_awaiting(const SessionDay& begun) {
        if (out_.episodes.empty() || episode().status != Episode::Status::awaiting ||
            begun.sessions.front()->soreness_before ||
            begun.day - episode().last_day > rules::first_follow_up_within) {
            return false;
        }
        episode().last_day = episode().clock = begun.day;
        return true;
    }

    /// Rule 3. Severe and rapid worsening carry over: a session never clears them.
    void start_episode(const SessionDay& begun) {
        const StartingLevel start = starting_level(begun, events_, quiet_);
        Episode e;
        e.clock = e.last_day = begun.day;
        e.base_known = start.level.has_value();
        e.base = start.level.value_or(rules::unknown_starting_level);
        e.line = settled_line(e.base);
        e.base_evidence = start.evidence;
        if (!out_.episodes.empty() && episode().severe) {
            const Episode& old = episode();
            e.severe = true;
            e.severe_days = old.severe_days;
            e.severe_ratings = old.severe_ratings;
            e.rapid = old.rapid;
            e.rapid_ratings = old.rapid_ratings;
            e.ever = old.ever;
            e.records = old.records;
            // The old episode must come out the same from this evidence alone, so it brings its own start.
            e.records.insert(e.records.end(), old.base_evidence.begin(), old.base_evidence.end());
        }
        out_.episodes.push_back(std::move(e));
    }

    // ---- a rating arrives

    void take_rating(const EvidenceRating& rating) {
        if (out_.episodes.empty()) {
            quiet_.push_back(rating);
            return;
        }
        const int d = follow_up_day(rating);
        EvidenceRating dated = rating;
        dated.day = day().day + d;
        expire(d, dated.day);
        const bool linked = episode().status != Episode::Status::unknown;
        episode().records.push_back(rating.record);
        if (linked && (episode().status != Episode::Status::settled || d <= rules::returned_within)) {
            look_for_severity(dated, d);
        }
        previous_ = rating;
        if (d == 0) {
            return;
        }
        note_peak(dated, d);
        if (!later_rating_same_day(rating.day)) {
            take_day_value(dated, d, linked);
        }
    }

    /// Under 4 h after the session-day's end at most 0, from 20 h on at least 1, never below 0.
    int follow_up_day(const EvidenceRating& rating) {
        const std::int64_t since = rating.at.utc_ms - day().end_ms;
        int d = rating.day - day().day;
        if (since < rules::follow_up_from_hours * ms_per_hour) {
            d = std::min(d, 0);
        } else if (since >= rules::next_day_from_hours * ms_per_hour) {
            d = std::max(d, 1);
        }
        return std::max(d, 0);
    }

    void expire(int d, LocalDay date) {
        Episode& e = episode();
        const bool too_late = e.status == Episode::Status::awaiting && d > rules::first_follow_up_within;
        const bool stale = e.status == Episode::Status::open && date - e.last_heard() > rules::stale_after;
        if (too_late || stale) {
            e.status = Episode::Status::unknown;
        }
    }

    void look_for_severity(const EvidenceRating& rating, int d) {
        Episode& e = episode();
        const int v = rating.soreness.value();
        if (v >= rules::severe) {
            e.severe = true;
            e.severe_ratings.push_back(rating);
            if (std::find(e.severe_days.begin(), e.severe_days.end(), rating.day) == e.severe_days.end()) {
                e.severe_days.push_back(rating.day);
            }
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

    void note_peak(const EvidenceRating& rating, int d) {
        if (d > 2) {
            return;
        }
        const int v = rating.soreness.value();
        day().peak = day().peak ? std::max(*day().peak, v) : v;
        day().peak_day = rating.day;
        day().peak_records.push_back(rating.record);
    }

    bool later_rating_same_day(LocalDay local) const {
        return position_ + 1 < events_.size() && !events_[position_ + 1].session_begins &&
               events_[position_ + 1].rating.day == local;
    }

    void take_day_value(const EvidenceRating& rating, int d, bool linked) {
        Episode& e = episode();
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
            settle(e, rating);
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

    static void end_severity(Episode& e) {
        e.severe = e.rapid = false;
        e.severe_days.clear();
        e.severe_ratings.clear();
        e.rapid_ratings.clear();
    }

    void settle(Episode& e, const EvidenceRating& rating) {
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

    /// A later value with the same date replaces the earlier one.
    static void put_value(Episode& e, const EvidenceRating& rating) {
        if (!e.values.empty() && e.values.back().day == rating.day) {
            e.values.back() = rating;
        } else {
            e.values.push_back(rating);
        }
    }

    static void note_age(Episode& e, LocalDay date) {
        const int age = e.age();
        if (age >= rules::not_settled_age) {
            if (std::find(e.late_days.begin(), e.late_days.end(), date) == e.late_days.end()) {
                e.late_days.push_back(date);
            }
            const bool care = age >= rules::seek_care_age &&
                              e.late_days.size() >= static_cast<std::size_t>(rules::late_days_for_care);
            e.ever = std::max(e.ever, care ? Tier::seek_care : Tier::pause);
        } else if (age >= rules::lingering_age) {
            e.ever = std::max(e.ever, Tier::ease_off);
        }
    }

    static void look_for_building(Episode& e, const EvidenceRating& rating) {
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

    Replay out_;
    std::vector<Event> events_;
    std::vector<EvidenceRating> quiet_;
    std::optional<EvidenceRating> previous_;  ///< the rating before, after the same session-day
    std::size_t position_ = 0;
    std::size_t day_ = 0;
};

}  // namespace

LocalDay Episode::last_heard() const {
    return values.empty() ? last_day : std::max(values.back().day, last_day);
}

int settled_line(int starting_level) {
    return std::min(rules::highest_settled_line,
                    std::max(starting_level + rules::settled_tolerance, rules::lowest_settled_line));
}

Replay replay(const TrackRecords& records) {
    return Walker(records).run();
}

}  // namespace unknot::guidance
