#pragma once

#include "app/views/kit/ui.h"
#include "app/views/today/attention.h"

namespace unknot::views {

/// The flags of one track, or of the whole person: the band (for information has none), the sentence, the
/// very ratings, further flags, what clears them, what the article says. Pressing that opens it in the Guide.
/// `rates`: with a button that asks for a rating now. Returns true where that was pressed.
[[nodiscard]] bool draw_flag_card(const kit::Ui& ui, const Attention& attention, LocalDay today, bool rates,
                                  kit::Flow& flow, Wishes& wishes);

/// "Rate it now" for the area of this name, small enough for a card. True where it was pressed.
[[nodiscard]] bool draw_rate_now(const kit::Ui& ui, std::string_view place, kit::Flow& flow);

/// Ratings as chips in the order of time, "Tue, before 2 → Wed 5 Thu 5", wrapping; of very many the latest,
/// and how many there are before them.
void draw_ratings(const kit::Ui& ui, const std::vector<guidance::EvidenceRating>& ratings, LocalDay today,
                  kit::Flow& flow);

/// Tick and what clears a flag, its weightiest words bold. `small`: of a further flag, or for information.
void draw_clears(const kit::Ui& ui, const guidance::Flag& flag, LocalDay today, bool small, kit::Flow& flow);

}  // namespace unknot::views
