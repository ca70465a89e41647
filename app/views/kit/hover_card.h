#pragma once

#include "app/charts/picture.h"
#include "app/views/kit/ui.h"

namespace unknot::kit {

/// What a chart says of one record, beside the point `at` and always whole on the screen: the number on its
/// colour, title, time, what it followed. Lies over everything and takes no input.
void hover_card(const Ui& ui, const ImVec2& at, const charts::Card& card);

}  // namespace unknot::kit
