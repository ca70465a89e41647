#pragma once

#include "app/views/history/history.h"

namespace unknot::views {

/// Search words, area, range of dates, and which records. Moves the flow below.
void draw_filters(const kit::Ui& ui, const Facts& facts, HistoryState& state, kit::Flow& flow);

/// The dialog that asks for two dates, where it is open.
void draw_range_dialog(const kit::Ui& ui, const Facts& facts, HistoryState& state);

/// The range as the filter says it: "1 Oct to 21 Nov", "since 1 Oct", "All days".
[[nodiscard]] std::string range_text(const words::Catalogue& words, const HistoryFilter& filter,
                                     LocalDay today);

/// Takes the two typed dates; either may be empty. What is wrong with them, or an empty text.
[[nodiscard]] std::string take_range(const words::Catalogue& words, const DateRangeDraft& draft,
                                     HistoryFilter& filter);

}  // namespace unknot::views
