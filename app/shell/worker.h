#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace unknot::shell {

/// Does what may take long on a thread of its own, one thing after the other, so that the window never waits
/// for it. The thread begins with the first of them.
class Worker {
public:
    /// What is left to do on the caller's own thread once a thing is done: showing what came of it.
    using Then = std::function<void()>;

    /// `wake` is called on the worker's thread when something is done.
    explicit Worker(std::function<void()> wake);
    /// Waits for what is being done; what was not begun is not done any more.
    ~Worker();
    Worker(const Worker&) = delete;
    Worker& operator=(const Worker&) = delete;

    void add(std::function<Then()> thing);

    /// Calls, on this thread, what is left of the things that are done. True where there was one.
    bool deliver();

    /// True where there is something for `deliver`.
    [[nodiscard]] bool has_done() const;

    /// True while something is done, waits to be, or was not delivered.
    [[nodiscard]] bool busy() const;

private:
    void run();

    std::function<void()> wake_;
    mutable std::mutex mutex_;
    std::condition_variable changed_;
    std::deque<std::function<Then()>> waiting_;
    std::vector<Then> done_;
    bool working_ = false;
    bool stop_ = false;
    std::thread thread_;
};

}  // namespace unknot::shell
