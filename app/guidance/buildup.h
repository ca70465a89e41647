#pragma once

#include "app/guidance/episode.h"
#include "app/guidance/look.h"

namespace unknot::guidance {

/// A session-day that somebody rated on the first or second day after it (RULES section 4, "peak").
struct RatedDay {
    LocalDay day;
    std::size_t number = 0;  ///< 1 for the track's first one
    int peak = 0;            ///< the highest of those ratings
    LocalDay last_rated;     ///< follow-up date of the last of them
    int line = 0;            ///< of its episode
    RecordRefs sessions;
    std::vector<Rating> ratings;
    std::shared_ptr<const RecordRefs> base_evidence;
};

/// Building across sessions (RULES section 6), session-day by session-day. It remembers as many session-days
/// as the rule and its sentence can still ask for.
class Buildup {
public:
    /// A rating after the session-day `day` of `episode`; counts where it is of the first or second day.
    void take(const EpisodeWalk::Heard& heard, const SessionDay& day, const Episode& episode);

    /// The session-day is over: the next one begins. True where its episode met a rule at it.
    bool end_session_day();

    /// What the flag is, and whether the current session-day meets a rule (its episode reached ease off).
    struct Found {
        std::optional<Flag> flag;
        bool met = false;
    };
    [[nodiscard]] Found look(Look& look) const;

private:
    struct Raised {
        LocalDay rated_day;      ///< last rated day of the session-day that last met a rule
        LocalDay day;            ///< that session-day
        int highest = 0;         ///< peak since it was raised
        std::size_t number = 0;  ///< of that session-day
        int line = 0;
    };
    /// `raised` as it is after the latest rated session-day.
    [[nodiscard]] std::optional<Raised> after_latest() const;
    [[nodiscard]] Flag made(const Raised& raised) const;
    void forget_old();

    std::vector<RatedDay> rated_;  ///< oldest first
    std::size_t count_ = 0;
    bool current_rated_ = false;    ///< the last of `rated_` is the current session-day: more may be heard
    std::optional<Raised> raised_;  ///< before the current session-day
};

}  // namespace unknot::guidance
