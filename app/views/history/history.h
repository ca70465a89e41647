#pragma once

#include "app/views/kit/ui.h"
#include "app/views/view.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace unknot::views {

/// Which records the list shows.
struct HistoryFilter {
    enum class Kind : std::uint8_t { both, sessions, checkins };
    Kind kind = Kind::both;
    std::string words;  ///< looked for in notes, tools and area names
    std::string area;   ///< id; empty = all
    std::optional<LocalDay> from;
    std::optional<LocalDay> to;

    friend bool operator==(const HistoryFilter&, const HistoryFilter&) = default;
};

/// The records that a filter lets through, newest first.
[[nodiscard]] std::vector<LogEntry> filtered(const Snapshot& snapshot, const HistoryFilter& filter,
                                             const words::Catalogue& words);

/// A check-in being changed or added.
struct CheckInDraft {
    std::optional<RecordId> id;
    bool editing = false;
    std::optional<TrackKey> place;
    std::optional<Soreness> soreness;
    std::optional<Symptoms> symptoms;
    std::string day_text;
    std::string time_text;
    std::string note;
};

/// What the History screen remembers between frames.
struct HistoryState {
    HistoryFilter filter;
    std::vector<LogEntry> shown;  ///< of `shown_for` and `shown_generation`: made again when either changes
    HistoryFilter shown_for;
    std::uint64_t shown_generation = 0;
    bool shown_made = false;
    std::optional<CheckInDraft> editing;  ///< the dialog that edits or adds a check-in
    bool adding = false;                  ///< "Add a past entry": asks whether session or check-in
    bool complained = false;
    std::optional<NotSaved> not_saved;
};

void draw_history(const kit::Ui& ui, const Facts& facts, HistoryState& state, const ImRect& area,
                  Wishes& wishes);

/// The dialog's command was carried out.
void history_saved(HistoryState& state);

}  // namespace unknot::views
