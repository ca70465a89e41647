#include "app/shell/worker.h"

#include <utility>

namespace unknot::shell {

Worker::Worker(std::function<void()> wake) : wake_(std::move(wake)) {}

Worker::~Worker() {
    {
        const std::lock_guard lock(mutex_);
        stop_ = true;
    }
    changed_.notify_all();
    if (thread_.joinable()) {
        thread_.join();
    }
}

void Worker::add(std::function<Then()> thing) {
    {
        const std::lock_guard lock(mutex_);
        waiting_.push_back(std::move(thing));
        if (!thread_.joinable()) {
            thread_ = std::thread([this] { run(); });
        }
    }
    changed_.notify_all();
}

bool Worker::deliver() {
    std::vector<Then> done;
    {
        const std::lock_guard lock(mutex_);
        done = std::exchange(done_, {});
    }
    for (const Then& then : done) {
        then();
    }
    return !done.empty();
}

bool Worker::has_done() const {
    const std::lock_guard lock(mutex_);
    return !done_.empty();
}

bool Worker::busy() const {
    const std::lock_guard lock(mutex_);
    return working_ || !waiting_.empty() || !done_.empty();
}

void Worker::run() {
    std::unique_lock lock(mutex_);
    for (;;) {
        changed_.wait(lock, [this] { return stop_ || !waiting_.empty(); });
        if (stop_) {
            return;
        }
        const auto thing = std::move(waiting_.front());
        waiting_.pop_front();
        working_ = true;
        lock.unlock();
        Then then = thing();
        lock.lock();
        working_ = false;
        done_.push_back(std::move(then));
        wake_();
    }
}

}  // namespace unknot::shell
