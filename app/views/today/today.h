#pragma once

#include "app/views/kit/ui.h"
#include "app/views/log/log.h"
#include "app/views/view.h"

#include <optional>
#include <set>
#include <string>
#include <vector>

namespace unknot::views {

/// A check-in that was answered on this screen a moment ago: its row stays, closed to one line, until the
/// warning signs are answered or the screen is left.
struct AnsweredRow {
    TrackKey track;
    CheckIn checkin;
};

/// What the Today screen remembers between frames.
struct TodayState {
    std::optional<TrackKey> focused;    ///< the row that digit keys answer; the first due one where empty
    std::vector<AnsweredRow> answered;  ///< in the order of answering
    Symptoms signs;                     ///< chosen so far in the one question for all rows just rated
    bool signs_done = false;            ///< that question was answered or left
    bool more_signs = false;            ///< the rarer signs are shown too
    std::optional<NotSaved> not_saved;
};

/// `log`: where "Repeat last" goes when it may not save, and whose timer Today starts.
void draw_today(const kit::Ui& ui, const Facts& facts, TodayState& state, LogState& log, const ImRect& area,
                Wishes& wishes);

/// A key that answers: 0 to 9, and x for 10, for the focused row.
void answer_by_key(const Facts& facts, TodayState& state, Soreness soreness, Wishes& wishes);

/// The screen is left: the closed rows go, and warning signs that nobody answered stay "not asked".
void today_left(TodayState& state);

}  // namespace unknot::views
