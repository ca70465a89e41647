#pragma once

#include "app/views/history/history.h"

namespace unknot::views {

/// The dialog that edits a check-in or adds one of the past, where it is open. It keeps everything until the
/// command was carried out; it closes with a sentence where the record has been deleted meanwhile.
void draw_checkin_dialog(const kit::Ui& ui, const Facts& facts, HistoryState& state, Wishes& wishes);

}  // namespace unknot::views
