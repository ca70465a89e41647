#pragma once

#include "app/views/log/log.h"

#include <string>
#include <string_view>

namespace unknot::views {

/// What the parts of the Log screen draw from in one frame.
struct LogForm {
    const kit::Ui& ui;
    const Facts& facts;
    LogState& state;
    Wishes& wishes;
    DraftedSession drafted;  ///< what would be saved, as the frame begins

    [[nodiscard]] LogDraft& draft() const { return state.draft; }
    /// Labels stand left of their control; above it in narrow windows.
    [[nodiscard]] bool labels_left() const { return !ui.narrow(); }
    /// What the form says about a field, empty where there is nothing to say (yet): what is missing is said
    /// once Save was pressed, what is not acceptable once the keyboard has left the field.
    [[nodiscard]] std::string complaint(Field field) const;
};

/// Space between two rows.
inline constexpr float row_gap = 17;

/// Draws a row's label and returns the column for its control, whose height is used to set the label in its
/// middle.
kit::Flow begin_row(const LogForm& form, const kit::Flow& flow, std::string_view label,
                    float control_units = look::control::height);

/// The flow goes on below the row; says what is wrong with it first, and scrolls there where that was asked.
void end_row(LogForm& form, kit::Flow& flow, kit::Flow row, Field field);

/// True where the keyboard's focus, seen as a ring, is within the rectangle.
[[nodiscard]] bool keyboard_is_in(const ImRect& rect);

/// "Choose an area …": what the form says about a refusal; never names a file's or a program's way to write
/// it.
[[nodiscard]] std::string form_sentence(const words::Catalogue& words, const Refusal& refusal);

// ---- the parts, each in its own file

/// The card at the left: the body map over the list, or beside it where the window is wide.
void draw_place_card(LogForm& form, const ImRect& rect);
/// Narrow windows: a field with a button for the map.
void draw_place_field(LogForm& form, kit::Flow& flow);

/// What is known about the chosen place before it is pressed, and what a reason to leave it out says.
/// `in_card`: the flow is a card's, edge to edge; else it draws its own frame.
void draw_advice(LogForm& form, kit::Flow& flow, bool in_card);

void draw_screening_row(LogForm& form, kit::Flow& flow);
void draw_pressure_row(LogForm& form, kit::Flow& flow);
void draw_time_row(LogForm& form, kit::Flow& flow);
void draw_before_row(LogForm& form, kit::Flow& flow);
void draw_felt_row(LogForm& form, kit::Flow& flow);
/// When, tool and note.
void draw_when_row(LogForm& form, kit::Flow& flow);

/// The buttons; `rect` is what they stand in.
void draw_save_bar(LogForm& form, const ImRect& rect);

/// The keys of this screen: digits for the pressure, letters for what is felt while the timer runs, Ctrl+S
/// and Ctrl+Enter.
void handle_log_keys(LogForm& form);

// ---- what they do

/// Chooses a place. `by_key`: the keyboard moves on to the pressure, with its ring; a pointer shows none.
void take_place(LogState& state, const TrackKey& place, bool by_key);

/// The timer is done: its time goes into the field and what was marked into the answers. Under a second it
/// counts as not begun.
void finish_timer(LogState& state, const Instant& now);

/// Saves what the form holds, or says what is missing.
void save_form(const Facts& facts, LogState& state, bool another, Wishes& wishes);

/// Leaves an edit without saving; the same record's next edit goes on with it.
void shelve_edit(LogState& state);

}  // namespace unknot::views
