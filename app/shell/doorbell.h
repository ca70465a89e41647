#pragma once

#include "app/platform/one_window.h"

#include <filesystem>
#include <functional>
#include <memory>
#include <mutex>
#include <vector>

namespace unknot::shell {

/// Makes this the one window of a log, and takes what later starts of the program hand over.
class Doorbell {
public:
    /// False where another window of this log took over what was wanted: this one is not needed. Where it
    /// does not answer, a second window is better than none.
    [[nodiscard]] bool take(const std::filesystem::path& log, const platform::Handed& wanted);

    /// From now on it is this log.
    void log_is(const std::filesystem::path& log);

    /// Called from any thread when somebody rings; set before the first frame, null after the last.
    void wake_with(std::function<void()> wake);

    /// What was handed over since the last call, in order.
    [[nodiscard]] std::vector<platform::Handed> answer();

private:
    [[nodiscard]] std::unique_ptr<platform::OneOf> listen(const std::filesystem::path& log);

    std::mutex mutex_;
    std::vector<platform::Handed> rung_;
    std::function<void()> wake_;
    std::filesystem::path log_;
    std::unique_ptr<platform::OneOf> one_;  ///< last: its thread uses the others
};

}  // namespace unknot::shell
