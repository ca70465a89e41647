#pragma once

#include "app/domain/applied.h"
#include "app/views/kit/ui.h"
#include "app/views/log/draft.h"
#include "app/views/log/places.h"
#include "app/views/log/timer.h"
#include "app/views/view.h"

#include <memory>
#include <optional>
#include <string>

namespace unknot::views {

/// What the Log screen remembers between frames.
struct LogState {
    LogDraft draft;
    Timer timer;
    std::shared_ptr<const Session> original;  ///< the record that is edited, as it was; null for a new one
    std::optional<LogDraft> aside;    ///< the new session that was begun before an edit came in between
    std::optional<LogDraft> shelved;  ///< an edit that was left: the same record's next edit goes on with it

    PlaceList places;                    ///< for the list and the field that search
    std::string search;                  ///< in the list beside the map
    std::optional<std::size_t> list_at;  ///< the row that Enter chooses, once typed or moved
    std::optional<TrackKey> pointed;     ///< the row of the list under the pointer: the map shows it
    bool map_open = false;               ///< narrow windows: the map stands behind a button
    bool focus_search = false;           ///< put the keyboard into the list's field
    bool focus_pressure = false;         ///< put the keyboard on the pressure steps
    bool when_first = false;             ///< an entry of the past: "when" stands first
    bool digits_rate_soreness = false;   ///< digit keys answer "sore before", not the pressure
    std::optional<Field> typing;         ///< the field that has the keyboard: not complained about yet
    bool focus_day = false;              ///< put the keyboard into the day of a past moment
    bool focus_time = false;             ///< or into its time
    bool tool_typed = false;             ///< the tool is typed, not chosen
    bool focus_tool = false;             ///< put the keyboard into the tool's field
    bool note_open = false;              ///< the note is shown large
    bool focus_note = false;             ///< put the keyboard into the note

    float form_height = 0;    ///< of the rows in the last frame, in pixels: tall windows need no taller card
    bool complained = false;  ///< Save was pressed with something missing: say what
    bool show_complaint = false;        ///< scroll to it
    bool save_another = false;          ///< the save under way keeps the form open for the next area
    std::optional<TrackKey> held_back;  ///< the place that "Repeat last" did not save, and why it opened this
    std::optional<NotSaved> not_saved;
};

void draw_log(const kit::Ui& ui, const Facts& facts, LogState& state, const ImRect& area, Wishes& wishes);

/// Opens the form as asked: for a place, for a record to edit, for an entry of the past. What was typed for a
/// new session is kept where the wish does not replace it.
void begin_log(const Facts& facts, LogState& state, const OpenLog& wish);

/// A command of this screen was carried out. Where it was the form's, the form starts anew; a repeated
/// session leaves what was typed alone. Returns the screen to go to, if the form is done with.
[[nodiscard]] std::optional<Screen> log_saved(LogState& state, const Applied& applied);

/// "Repeat last": the session that it would save (area, side, pressure, duration and tool of the last one; it
/// begins at now minus its duration; all else unasked). Nothing without a last one.
[[nodiscard]] std::optional<Session> repeat_of_last(const Facts& facts);

/// What "Repeat last" would save: "Left top of the shoulder, moderate, 4 min".
[[nodiscard]] std::string repeat_text(const words::Catalogue& words, const Facts& facts,
                                      const Session& session);

/// True where "Repeat last" may not save: the area (one side of `both` is enough) is at pause or higher, or a
/// flag of the whole person stands (DESIGN, "Repeat").
[[nodiscard]] bool repeat_is_held_back(const Facts& facts, const Session& last);

/// Saves the repeated session, or opens Log with its place and the reason where it is held back.
void repeat_last(const Facts& facts, LogState& log, Wishes& wishes);

}  // namespace unknot::views
