#pragma once

#include "app/views/kit/ui.h"
#include "app/views/view.h"

namespace unknot::views {

struct UiState;

/// The keys that work on every screen, and those of Today. Nothing where a text field has the keyboard or a
/// dialog is open.
void handle_keys(const Facts& facts, UiState& state, Wishes& wishes);

/// The list of keys, where it is shown.
void draw_keys(const kit::Ui& ui, UiState& state);

}  // namespace unknot::views
