#pragma once

#include "app/domain/answers.h"
#include "app/domain/area.h"
#include "app/domain/records.h"
#include "app/domain/scales.h"
#include "app/domain/validation.h"
#include "app/views/view.h"

#include <optional>
#include <string>
#include <vector>

namespace unknot::views {

/// What somebody has entered in the Log form so far. Nothing is filled in for them; what is empty stays
/// unanswered.
struct LogDraft {
    std::optional<RecordId> id;     ///< of the record being edited, or the one that a failed save keeps
    bool editing = false;           ///< an entry that is there is changed
    std::optional<TrackKey> place;  ///< area and side; side may be `both`
    std::optional<Screenings> screening;
    std::optional<PressureLevel> pressure;
    std::string duration_text;  ///< "2:30", "90 s", "2 min"; empty = not recorded
    std::optional<Soreness> before;
    std::optional<Sensations> sensations;
    bool at_now = true;     ///< the session ends now
    std::string day_text;   ///< "2026-11-21", where `at_now` is false
    std::string time_text;  ///< "19:40", when it began
    std::string tool;
    std::string note;

    friend bool operator==(const LogDraft&, const LogDraft&) = default;
};

/// The session that a draft makes, and what is still missing or not acceptable in it (the session must not be
/// saved then). `original` is the record that is edited, null for a new session.
struct DraftedSession {
    Session session;
    std::vector<Refusal> refusals;  ///< in the order of the form
};
[[nodiscard]] DraftedSession session_of(const LogDraft& draft, const Facts& facts, const Session* original);

/// The draft that shows a session, for editing it. Saving it unchanged changes nothing: the moment keeps its
/// seconds and its offset, which the form does not show.
[[nodiscard]] LogDraft draft_of(const Session& session);

/// Chooses the place. The question before pressing is about one place: for another one it is asked anew.
void choose_place(LogDraft& draft, const TrackKey& place);

/// What the next draft keeps for "Save and add another": the tool, and the moment where it is a past one. No
/// answer is carried over to another area.
[[nodiscard]] LogDraft next_of(const LogDraft& draft);

/// A moment of the past for the form's two fields.
void set_moment(LogDraft& draft, const WallClock& clock);

// ---- answers by chips: "none" and the others exclude each other, and the last one taken back leaves the
// question unanswered

template <typename Set>
[[nodiscard]] bool is_none(const std::optional<Set>& answer) {
    return answer && answer->empty();
}

template <typename Set>
void toggle_none(std::optional<Set>& answer) {
    answer = is_none(answer) ? std::nullopt : std::optional<Set>(Set{});
}

template <typename E>
void toggle_answer(std::optional<AnswerSet<E>>& answer, E member) {
    AnswerSet<E> set = answer.value_or(AnswerSet<E>{});
    if (set.contains(member)) {
        set.erase(member);
    } else {
        set.insert(member);
    }
    answer = set.empty() ? std::nullopt : std::optional(set);
}

}  // namespace unknot::views
