#pragma once

#include "app/views/history/checkin_draft.h"
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
    std::string words;             ///< looked for in notes, tools and names of places; each word must occur
    std::string area;              ///< id; empty = all
    std::optional<LocalDay> from;  ///< included
    std::optional<LocalDay> to;    ///< included

    friend bool operator==(const HistoryFilter&, const HistoryFilter&) = default;
};

/// The records that a filter lets through, newest first (then by id, descending).
[[nodiscard]] std::vector<LogEntry> filtered(const Snapshot& snapshot, const HistoryFilter& filter,
                                             const words::Catalogue& words);

/// Where a row of the list stands, in pixels from the list's top.
struct HistoryRowPlace {
    float top = 0;     ///< of the row itself; a day's heading in narrow windows lies above it
    float height = 0;  ///< of the row itself
    bool begins_day = false;
};

/// The list as it is shown. It is made again when the log, the filter or the room for it changes, never for a
/// frame.
struct HistoryList {
    std::vector<LogEntry> entries;
    std::size_t sessions = 0;
    std::size_t checkins = 0;
    std::vector<HistoryRowPlace> rows;
    float height = 0;  ///< of all rows together

    bool made = false;
    HistoryFilter filter;          ///< that `entries` were made for
    std::uint64_t generation = 0;  ///< of the snapshot that they were made from
    bool sample = false;           ///< which was the sample log's: its generations are its own
    std::string language;          ///< of the words that were looked in and laid out
    float width = 0;               ///< that `rows` were made for
    float scale = 0;
    LocalDay today;
    bool as_table = false;
};

/// The two typed dates of the range.
struct DateRangeDraft {
    std::string from;
    std::string to;
    std::string complaint;  ///< why it was not taken; empty = nothing to say
};

/// What the History screen remembers between frames.
struct HistoryState {
    HistoryFilter filter;
    HistoryList list;
    std::optional<RecordId> active;  ///< the row pointed at or focused in the last frame: shows its actions
    std::optional<RecordId> wanted;  ///< the row to bring into view and give the keyboard to
    std::optional<DateRangeDraft> range;  ///< the dialog that asks for two dates
    std::optional<CheckInDraft> editing;  ///< the dialog that edits or adds a check-in
    std::optional<CheckInDraft> shelved;  ///< what Esc closed that dialog over
    std::string complaint;                ///< of that dialog: what to put right; empty = nothing
    std::string told;                     ///< one sentence over the list, until something else is done
    std::optional<NotSaved> not_saved;
};

void draw_history(const kit::Ui& ui, const Facts& facts, HistoryState& state, const ImRect& area,
                  Wishes& wishes);

/// A command of this screen was carried out: its dialog is done with.
void history_saved(HistoryState& state);

}  // namespace unknot::views
