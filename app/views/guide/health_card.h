#pragma once

#include "app/views/guide/guide.h"

namespace unknot::views {

/// The health questions with their answers, and "a clinician said it is fine" once there is a yes. Each press
/// is saved at once.
void draw_health_card(const kit::Ui& ui, const Facts& facts, GuideState& state, kit::Flow& flow,
                      Wishes& wishes);

/// Which of the two conditions of the first question; shown after a yes. Returns the one pressed.
std::optional<Condition> draw_clot_kinds(const kit::Ui& ui, const Profile& profile, kit::Flow& flow);

}  // namespace unknot::views
