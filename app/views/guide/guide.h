#pragma once

#include "app/domain/answers.h"
#include "app/views/guide/health.h"
#include "app/views/kit/ui.h"
#include "app/views/view.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace unknot::views {

/// The parts of the Guide, in order.
enum class GuidePart : std::uint8_t {
    before_you_start,
    how_hard_to_press,
    while_you_press,
    afterwards,
    when_to_stop,
    when_to_seek_care,
    habits,
    using_unknot,
    rules_in_numbers,
    about,
};
constexpr std::size_t guide_part_count = 10;

/// What the Guide remembers between frames.
struct GuideState {
    GuidePart part = GuidePart::before_you_start;  ///< the one in view
    bool scroll_to_part = false;                   ///< a part was chosen: bring it to the top
    std::optional<NotSaved> not_saved;
};

void draw_guide(const kit::Ui& ui, const Facts& facts, GuideState& state, const ImRect& area, Wishes& wishes);

/// The part that has a statement of the article ("G2"); the first one where none has it.
[[nodiscard]] GuidePart part_with(std::string_view statement);

/// What the first start remembers: the answers chosen so far. Nothing is chosen for anybody; what was skipped
/// is not answered.
struct FirstStartState {
    Profile chosen;
    std::array<bool, 3> skipped{};  ///< by HealthQuestion: Skip was pressed
    std::optional<NotSaved> not_saved;
};

/// The one screen of the first start, over the whole window: what this is, the three health questions, the
/// sample.
void draw_first_start(const kit::Ui& ui, const Facts& facts, FirstStartState& state, Wishes& wishes);

}  // namespace unknot::views
