#include "app/shell/doorbell.h"

#include "app/settings/log_key.h"

#include <utility>

namespace unknot::shell {

std::unique_ptr<platform::OneOf> Doorbell::listen(const std::filesystem::path& log) {
    return platform::OneOf::become(settings::log_key(log), [this](const platform::Handed& handed) {
        const std::lock_guard lock(mutex_);
        rung_.push_back(handed);
        if (wake_) {
            wake_();
        }
    });
}

bool Doorbell::take(const std::filesystem::path& log, const platform::Handed& wanted) {
    one_ = listen(log);
    log_ = log;
    return one_ != nullptr || !platform::hand_over(settings::log_key(log), wanted);
}

void Doorbell::log_is(const std::filesystem::path& log) {
    if (log != log_) {
        one_.reset();  // its thread ends before the next begins
        one_ = listen(log);
        log_ = log;
    }
}

void Doorbell::wake_with(std::function<void()> wake) {
    const std::lock_guard lock(mutex_);
    wake_ = std::move(wake);
}

std::vector<platform::Handed> Doorbell::answer() {
    const std::lock_guard lock(mutex_);
    return std::exchange(rung_, {});
}

}  // namespace unknot::shell
