#pragma once

#include "app/domain/snapshot.h"
#include "app/words/catalogue.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace unknot::views {

/// Everything that a row of the History says.
struct RowTexts {
    bool session = false;
    std::string time;   ///< "19:40"
    std::string place;  ///< "Left top of the shoulder"
    std::string what;   ///< "moderate, 4 min", "check-in, day 1"
    std::optional<Soreness> soreness;
    bool signs_unanswered = false;  ///< a check-in whose warning signs were not answered: a mark says so
    std::string detail;             ///< tool, note, signs; may be empty
    std::string late;               ///< "entered 18 Nov"; empty where it was not entered late
};

/// Longest note that a row shows, in bytes; a longer one goes on in the form that edits it.
constexpr std::size_t longest_note_in_row = 280;

/// `today` decides where dates need their year.
[[nodiscard]] RowTexts row_texts(const words::Catalogue& words, const Snapshot& snapshot,
                                 const LogEntry& entry, LocalDay today);

/// A note on one line, cut between two words where it is longer than a row shows; then it says that it goes
/// on.
[[nodiscard]] std::string note_in_row(const words::Catalogue& words, std::string_view note);

}  // namespace unknot::views
