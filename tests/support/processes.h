#pragma once

#include <filesystem>
#include <functional>

namespace unknot::tests {

/// Runs `work` in a process of its own. True where it returned true; throwing, crashing and exiting are
/// false.
[[nodiscard]] bool in_a_process(const std::function<bool()>& work);

/// As above, as a user who is not root (where the tests run as root: nobody), so that file permissions count.
[[nodiscard]] bool as_a_plain_user(const std::function<bool()>& work);

/// Starts `work` in a process of its own; `finished` waits for it and says whether it returned true.
[[nodiscard]] int start_process(const std::function<bool()>& work);
[[nodiscard]] bool finished(int process);

/// Runs `work` in a process that sees an empty disk of `kilobytes` at `folder`. Nothing where that is not
/// permitted here.
enum class Ran { yes, no, not_permitted };
[[nodiscard]] Ran on_a_small_disk(const std::filesystem::path& folder, int kilobytes,
                                  const std::function<bool()>& work);

}  // namespace unknot::tests
