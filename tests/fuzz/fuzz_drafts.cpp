#include "tests/fuzz/fuzzers.h"

#include "app/domain/text.h"
#include "app/shell/form_draft.h"
#include "app/shell/timer_draft.h"

namespace unknot::tests {

void fuzz_drafts(std::string_view input) {
    const shell::FormDraft form = shell::form_from_json(input);
    const std::string kept = shell::form_to_json(form);
    require(is_valid_utf8(kept), "a kept draft is text");
    require(shell::form_from_json(kept) == form, "a draft is read back");

    const views::Timer timer = shell::timer_from_json(input);
    require(shell::timer_from_json(shell::timer_to_json(timer)) == timer, "a timer is read back");
    const Instant now{1'772'910'000'000, 60};
    const std::int32_t pressed = views::elapsed_seconds(timer, now);
    require(pressed >= 0 && pressed <= 4 * 3600, "a timer shows 0 s to 4 h");
    require(views::ready_seconds_left(timer, now) <= 60, "getting ready takes a minute at most");
    (void)views::wants_frame_at(timer, now);
    (void)views::question_at(pressed);
}

}  // namespace unknot::tests
