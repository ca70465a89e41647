#pragma once

#include "app/views/kit/ui.h"
#include "app/views/log/timer.h"
#include "app/views/view.h"

#include <optional>
#include <string>

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
    std::string time_text;  ///< "19:40"
    std::string tool;
    std::string note;

    friend bool operator==(const LogDraft&, const LogDraft&) = default;
};

/// What the Log screen remembers between frames.
struct LogState {
    LogDraft draft;
    Timer timer;
    std::string search;                 ///< in the list beside the map
    bool map_open = false;              ///< narrow windows: the map stands behind a button
    bool complained = false;            ///< Save was pressed with something missing: say what
    bool save_another = false;          ///< the save under way keeps the form open for the next area
    bool focus_search = false;          ///< put the keyboard into the list's field
    std::optional<TrackKey> held_back;  ///< the place that "Repeat last" did not save, and why it opened this
    std::optional<NotSaved> not_saved;
};

void draw_log(const kit::Ui& ui, const Facts& facts, LogState& state, const ImRect& area, Wishes& wishes);

/// Opens the form as asked: for a place, for a record to edit, for an entry of the past. What was typed for a
/// new session is kept where the wish does not replace it.
void begin_log(const Facts& facts, LogState& state, const OpenLog& wish);

/// A command of this screen was carried out. Where it was the form's, the form starts anew; a repeated
/// session leaves what was typed alone.
void log_saved(LogState& state, const Applied& applied);

/// "Repeat last": the session that it would save (area, side, pressure, duration and tool of the last one; it
/// begins at now minus its duration; all else unasked). Nothing without a last one.
[[nodiscard]] std::optional<Session> repeat_of_last(const Facts& facts);

/// True where "Repeat last" may not save: the area (one side of `both` is enough) is at pause or higher, or a
/// flag of the whole person stands (DESIGN, "Repeat").
[[nodiscard]] bool repeat_is_held_back(const Facts& facts, const Session& last);

/// Saves the repeated session, or opens Log with its place and the reason where it is held back.
void repeat_last(const Facts& facts, LogState& log, Wishes& wishes);

}  // namespace unknot::views
