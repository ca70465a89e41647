#pragma once

#include "app/guidance/buildup.h"
#include "app/guidance/rating_runs.h"
#include "app/guidance/reports.h"

namespace unknot::guidance {

/// All that the rules know of one track after its records so far. Records are told once, oldest first; what
/// it keeps is a few weeks of them, so that a history is one pass and a copy is cheap.
class TrackWalk {
public:
    /// The next stretch of records. All of them must lie later, both in time and by local day, than all
    /// that it was told before: within a stretch the rules look ahead (a day's last rating, a session-day's
    /// last session).
    void take(Sessions sessions, CheckIns checkins);

    [[nodiscard]] const EpisodeWalk& episodes() const { return episodes_; }
    [[nodiscard]] const Buildup& buildup() const { return buildup_; }
    [[nodiscard]] const RatingRuns& runs() const { return runs_; }
    [[nodiscard]] const SignReports& reports() const { return reports_; }
    [[nodiscard]] const LeaveOutReasons& reasons() const { return reasons_; }

    /// True where the question about warning signs, or the one before pressing, was answered on that day (at
    /// most two days before that of the latest answer).
    [[nodiscard]] bool question_answered_on(LocalDay day) const;

private:
    void take_answers(Sessions sessions, CheckIns checkins);
    void answered(LocalDay day);

    EpisodeWalk episodes_;
    Buildup buildup_;
    RatingRuns runs_;
    SignReports reports_ = reports_of_track();
    LeaveOutReasons reasons_;
    std::vector<LocalDay> answered_;  ///< the last days of it
};

}  // namespace unknot::guidance
