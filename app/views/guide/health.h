#pragma once

#include "app/domain/records.h"

#include <cstdint>
#include <optional>

namespace unknot::views {

/// The three health questions (DESIGN: clots, fracture, blood thinners). The first asks for two conditions at
/// once: a blood clot in the past, or a condition that makes clots more likely.
enum class HealthQuestion : std::uint8_t { clots, fracture, thinners };

/// The conditions that a question is about.
[[nodiscard]] Conditions asked_by(HealthQuestion question);

/// Yes where one of its conditions is noted; no where every one was denied; otherwise not answered.
[[nodiscard]] std::optional<bool> answer_to(const Profile& profile, HealthQuestion question);

/// The profile after an answer, the other questions left as they are. A yes to the first question notes both
/// of its conditions, which is what the question said; `with_kind` can take one away. A condition that is
/// taken back also loses the clinician's word: should it come again, it is asked about again.
[[nodiscard]] Profile with_answer(Profile profile, HealthQuestion question, std::optional<bool> answer);

/// The profile after one of the two conditions behind the first question was pressed: noted, or not answered
/// where it was noted before.
[[nodiscard]] Profile with_kind(Profile profile, Condition condition);

/// The profile after "a clinician said it is fine" was marked: for the conditions noted now, and no other.
[[nodiscard]] Profile with_clinicians_word(Profile profile, const Instant& now);

/// The profile after that word was taken back.
[[nodiscard]] Profile without_clinicians_word(Profile profile);

/// The conditions that are noted and that no clinician's word covers.
[[nodiscard]] Conditions uncovered(const Profile& profile);

}  // namespace unknot::views
