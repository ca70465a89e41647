#pragma once

#include "app/shell/session.h"

#include <filesystem>

namespace unknot::shell {

/// The daily reminder on the desktop that the program runs on. `state_folder`: where is remembered what was
/// shown; empty: nowhere.
[[nodiscard]] ReminderHands desktop_reminder(const std::filesystem::path& state_folder);

}  // namespace unknot::shell
