#pragma once

#include "app/guidance/track_records.h"

#include <algorithm>
#include <memory>

namespace unknot::guidance {

/// One session-day, or a chain of session-days that never settled in between (RULES section 4).
struct Episode {
    enum class Status : std::uint8_t { awaiting, open, settled, unknown };

    Status status = Status::awaiting;
    LocalDay clock;     ///< the day its age counts from
    LocalDay last_day;  ///< its last session-day
    int base = 0;       ///< the starting level, 2 where it is unknown
    bool base_known = false;
    int line = 0;                                     ///< the settled line
    std::shared_ptr<const RecordRefs> base_evidence;  ///< of the starting level; never null once begun

    std::vector<Rating> values;       ///< day values, dated by follow-up date
    RecordRefs records;               ///< its sessions and every rating after them, in time order
    std::vector<LocalDay> late_days;  ///< as many different ones as the rules ask for
    bool returned = false;

    std::optional<LocalDay> building_since;
    int building_max = 0;
    std::vector<Rating> building_ratings;

    bool severe = false;
    std::vector<LocalDay> severe_days;  ///< as many different ones as the rules ask for
    std::vector<Rating> severe_ratings;
    bool rapid = false;
    std::vector<Rating> rapid_ratings;

    std::optional<LocalDay> spike_on;
    std::optional<Rating> spike_rating;  ///< empty where only the session's own "pain jumped" stands
    RecordRefs spike_reports;

    std::optional<LocalDay> on_unsettled_day;
    Tier on_unsettled_tier = Tier::none;

    Tier ever = Tier::none;  ///< the highest tier of session-related flags it ever reached

    [[nodiscard]] int age() const { return values.back().day - clock; }
    /// The later of its last day value and its last session-day.
    [[nodiscard]] LocalDay last_heard() const;
    /// Late on enough days to be for a professional, should it last.
    [[nodiscard]] bool late_for_care() const;
};

/// Settled line = min(6, max(b + 1, 2)). Worked: 0 gives 2, 4 gives 5, 9 gives 6.
[[nodiscard]] int settled_line(int starting_level);

/// Walks through the session-days and ratings of one track in order, and keeps what later ones can still ask
/// about: the current episode, and the ratings of some days or weeks. A value: a copy walks on by itself.
class EpisodeWalk {
public:
    void begin(SessionDay day);

    /// What a rating says about the session-day before it; `d` is its follow-up day.
    struct Heard {
        Rating rating;  ///< dated by its follow-up date
        int d = 0;
    };
    /// `last_of_day`: no other rating of its local day comes before the next session-day. Nothing where there
    /// is no session-day yet.
    std::optional<Heard> take(const Rating& rating, bool last_of_day);

    [[nodiscard]] const std::optional<Episode>& episode() const { return episode_; }
    [[nodiscard]] const std::optional<SessionDay>& last() const { return day_; }
    /// The ratings of the last days, in the rules' order.
    [[nodiscard]] const std::vector<Rating>& recent() const { return recent_; }
    [[nodiscard]] const std::optional<Rating>& latest() const { return latest_; }

    /// What section 6 found about the episode that is current.
    void reached(Tier tier) { episode_->ever = std::max(episode_->ever, tier); }

private:
    bool joins_open(const SessionDay& begun);
    bool joins_awaiting(const SessionDay& begun);
    void start_episode(const SessionDay& begun);
    void remember(const Rating& rating);
    [[nodiscard]] int follow_up_day(const Rating& rating) const;
    void expire(int d, LocalDay date);
    void look_for_severity(const Rating& rating, int d);
    void take_day_value(const Rating& rating, int d, bool linked);
    void settle(const Rating& rating);

    std::optional<Episode> episode_;
    std::optional<SessionDay> day_;
    std::vector<Rating> quiet_;   ///< of the days that make the usual level
    std::vector<Rating> recent_;  ///< of the days that make a starting level, or say that today is rated
    std::optional<Rating> latest_;
    std::optional<Rating> previous_;  ///< the rating before, after the same session-day
};

}  // namespace unknot::guidance
