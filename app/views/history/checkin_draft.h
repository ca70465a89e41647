#pragma once

#include "app/domain/answers.h"
#include "app/domain/records.h"
#include "app/domain/result.h"
#include "app/domain/validation.h"
#include "app/views/view.h"

#include <cstdint>
#include <optional>
#include <string>

namespace unknot::views {

/// What became of a record while it was edited here, by another window or the command line.
enum class Meanwhile : std::uint8_t { nothing, changed, gone };

/// A check-in being changed, or one of the past being added. Nothing is filled in for a new one.
struct CheckInDraft {
    RecordId id;                      ///< asked for once, so that saving again makes no second record
    std::optional<CheckIn> original;  ///< the record as it was when the dialog opened; empty: a new one
    std::optional<TrackKey> place;    ///< side may be `both`, where the record has it
    std::optional<Soreness> soreness;
    std::optional<Symptoms> symptoms;
    std::string day_text;   ///< "2026-11-21", the calendar date on the clock, not the local day
    std::string time_text;  ///< "19:40"
    std::string note;
    std::uint64_t looked_at = 0;  ///< the snapshot's generation that `meanwhile` was found in
    Meanwhile meanwhile = Meanwhile::nothing;
};

/// The draft that changes `checkin`.
[[nodiscard]] CheckInDraft draft_of(const CheckIn& checkin);

/// Something was typed or chosen since the draft was begun.
[[nodiscard]] bool is_changed(const CheckInDraft& draft);

/// The check-in that a draft says, or what is to be put right first. An unchanged time keeps its seconds and
/// its offset; `entered_at` of a record that is there stays.
[[nodiscard]] Result<CheckIn, Refusal> checkin_of(const CheckInDraft& draft, const Facts& facts);

/// The command that saves it.
[[nodiscard]] Command command_of(const CheckInDraft& draft, CheckIn checkin);

/// Looks whether the record has been changed or deleted since the dialog opened; only where the log has
/// changed.
void look_again(CheckInDraft& draft, const Snapshot& snapshot);

/// The answers after a press on one warning sign: a second press takes it back, and where none is left the
/// question is not answered.
[[nodiscard]] std::optional<Symptoms> with_pressed(std::optional<Symptoms> answered, Symptom symptom);

/// The answers after a press on "None of these".
[[nodiscard]] std::optional<Symptoms> with_none_pressed(const std::optional<Symptoms>& answered);

}  // namespace unknot::views
