#pragma once

#include "app/guidance/guidance.h"

#include <string>

namespace unknot::tests {

/// Flags over time from their definition (RULES section 8): every day anew, with the records whose own local
/// day is at most that day. Grows with the square of the log: for tests.
[[nodiscard]] guidance::FlagHistory day_by_day(const Snapshot& snapshot, LocalDay last_day);

/// One line for each interval, to compare and to print.
[[nodiscard]] std::string to_text(const guidance::FlagHistory& history);

/// Everything that an answer says, to compare and to print.
[[nodiscard]] std::string to_text(const guidance::Guidance& guidance);

}  // namespace unknot::tests
