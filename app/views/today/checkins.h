#pragma once

#include "app/views/today/attention.h"
#include "app/views/view.h"

#include <optional>
#include <vector>

namespace unknot::views {

/// A check-in that was answered on this screen a moment ago. Once it is rated and saved, its row stays,
/// closed to one line, until the screen is left.
struct AnsweredRow {
    TrackKey track;
    CheckIn checkin;    ///< as the log has it; before that, as it was sent
    bool kept = false;  ///< it was seen in the log: gone from there means taken back
};

/// A row that need not be due: somebody wants to rate the area on this day.
struct AskedFor {
    TrackKey track;
    LocalDay on;
};

/// What the Today screen remembers between frames.
struct TodayState {
    std::optional<TrackKey> focused;  ///< the row that digit keys answer; the first open one where empty
    std::vector<TrackKey> order;      ///< of the rows, so that none moves while they are answered
    std::vector<AskedFor> asked_for;
    std::optional<TrackKey> wanted;           ///< the row to bring into view
    std::vector<AnsweredRow> answered;        ///< in the order of answering
    std::optional<TrackKey> person_asked_of;  ///< where the whole person's sign was reported, see follow_log
    std::uint64_t person_generation = 0;      ///< of the snapshot that this was looked up in
    std::vector<RecordId> signs_of;           ///< the check-ins that the last warning signs were chosen for
    bool more_signs = false;                  ///< the rarer signs are shown too
    bool all_next = false;                    ///< next sessions: areas of long ago too
    bool all_unknown = false;                 ///< too little to go on: all of them
    std::optional<NotSaved> not_saved;
    TodayLists lists;
};

/// Brings the rows up to what the log holds now: what was taken back opens again, what became due joins.
/// Before every frame's drawing.
void follow_log(const Facts& facts, TodayState& state);

/// Puts a row among those that are due, until the day ends: the area can be rated now, due or not. It answers
/// the keys next.
void ask_for(TodayState& state, const TrackKey& track, LocalDay today);
/// True where a row asks for the area, or has just been answered.
[[nodiscard]] bool has_row(const TodayState& state, const TrackKey& track);

/// The answer to a row, null where it has none yet.
[[nodiscard]] const AnsweredRow* answer_of(const TodayState& state, const TrackKey& track);
/// The row asks for a rating: nothing is saved that has one.
[[nodiscard]] bool is_open(const TodayState& state, const TrackKey& track);
/// The row that a key answers. Nothing where all are closed.
[[nodiscard]] std::optional<TrackKey> row_for_keys(const TodayState& state);
/// The rows that "Nothing sore" would answer.
[[nodiscard]] std::vector<TrackKey> open_rows(const TodayState& state);

/// A row whose red flag, or reason to leave it out, is asked about before its rating (DESIGN, "One key is one
/// answer"). Once answered today it is not asked again, unless that was on this row.
[[nodiscard]] bool asks_signs_first(const Facts& facts, const TodayState& state, const TrackKey& track);

/// Where fever or feeling unwell is asked about when nothing is due, so that no row asks it: the area whose
/// check-in reported it last. Nothing where a row asks, where it was answered today, or where nothing stands.
[[nodiscard]] std::optional<TrackKey> asked_of_whole_person(const Facts& facts, const TodayState& state);

/// The closed rows that the one question about warning signs is for: those where it was not asked yet; where
/// there are none, those it was last answered for, so that another sign can be added.
[[nodiscard]] std::vector<const AnsweredRow*> rows_asked_for_signs(const TodayState& state);
/// What is chosen in that question so far; empty = not asked.
[[nodiscard]] std::optional<Symptoms> signs_chosen(const TodayState& state);
/// What is chosen in a row's own question, before its rating.
[[nodiscard]] std::optional<Symptoms> signs_chosen(const TodayState& state, const TrackKey& track);

// ---- answers: each makes the command that saves it at once

/// Rates a row; its warning signs stay as they are, which is "not asked" unless its question came first.
/// A closed row is left alone.
void rate(const Facts& facts, TodayState& state, const TrackKey& track, Soreness soreness, Wishes& wishes);
/// Rates every open row 0 and answers nothing else.
void rate_nothing_sore(const Facts& facts, TodayState& state, Wishes& wishes);
/// "None of these", for all rows just rated.
void answer_no_signs(TodayState& state, Wishes& wishes);
/// Chooses or takes back one sign for all rows just rated. With the last one taken back it is not asked.
void choose_sign(TodayState& state, Symptom sign, Wishes& wishes);
/// "None of these", in a row's own question before its rating.
void answer_no_signs_first(const Facts& facts, TodayState& state, const TrackKey& track, Wishes& wishes);
/// Chooses or takes back one sign in a row's own question.
void choose_sign_first(const Facts& facts, TodayState& state, const TrackKey& track, Symptom sign,
                       Wishes& wishes);
/// Takes the answer of a row back.
void take_back(const AnsweredRow& row, Wishes& wishes);

/// A key that answers: 0 to 9, and x for 10, for `row_for_keys`.
void answer_by_key(const Facts& facts, TodayState& state, Soreness soreness, Wishes& wishes);
/// The key for "none of these": for the rows just rated, else for the question of `row_for_keys`.
void no_signs_by_key(const Facts& facts, TodayState& state, Wishes& wishes);

/// The screen is left: the closed rows go, and warning signs that nobody answered stay "not asked". What
/// could not be saved stays.
void today_left(TodayState& state);

}  // namespace unknot::views
