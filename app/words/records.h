#pragma once

#include "app/domain/records.h"
#include "app/words/phrases.h"

#include <optional>
#include <string>
#include <string_view>

namespace unknot::words {

/// The pressure level in tables, where "strong but manageable" is too long: "strong".
[[nodiscard]] std::string_view pressure_short(const Catalogue& words, PressureLevel level);

/// How hard and how long: "moderate, 4 min"; "moderate" where no duration was recorded.
[[nodiscard]] std::string session_text(const Catalogue& words, const Session& session);

/// "check-in, day 1"; "check-in, same day" for 0; "check-in" where `day` (after the last session) is empty.
[[nodiscard]] std::string checkin_text(const Catalogue& words, std::optional<int> day);

/// "No warning signs", "Warning signs not asked", or "Warning signs: Numbness, Fever".
[[nodiscard]] std::string signs_text(const Catalogue& words, const std::optional<Symptoms>& signs);

/// Tool, what was felt, reasons to leave the area out, note: "Roller. Felt: Too sharp. Long day". Empty where
/// none was recorded.
[[nodiscard]] std::string detail_text(const Catalogue& words, const Session& session);

/// Warning signs and note: "No warning signs. Slept badly".
[[nodiscard]] std::string detail_text(const Catalogue& words, const CheckIn& checkin);

/// "entered 18 Nov" for an entry made late (domain, entered_late); empty for any other.
[[nodiscard]] std::string late_text(const Catalogue& words, const Instant& about,
                                    const std::optional<Instant>& entered_at, LocalDay today);

/// "34 sessions, 65 check-ins".
[[nodiscard]] std::string counts_text(const Catalogue& words, std::size_t sessions, std::size_t checkins);

}  // namespace unknot::words
