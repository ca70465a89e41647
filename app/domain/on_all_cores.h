#pragma once

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <future>
#include <thread>
#include <vector>

namespace unknot {

/// Calls `work(i)` for each i below `count`, in any order, and at once on as many threads as the machine has
/// cores; `work` must stand that. Returns when all is done; what one of them throws is thrown here.
template <typename Work>
void on_all_cores(std::size_t count, const Work& work) {
    std::atomic<std::size_t> next = 0;
    const auto some = [&] {
        for (std::size_t i = next++; i < count; i = next++) {
            work(i);
        }
    };
    const std::size_t cores = std::min<std::size_t>(count, std::max(1U, std::thread::hardware_concurrency()));
    std::vector<std::future<void>> others;  // each waits where it ends
    for (std::size_t i = 1; i < cores; ++i) {
        others.push_back(std::async(std::launch::async, some));
    }
    some();
    for (std::future<void>& other : others) {
        other.get();
    }
}

/// Calls `work(i)` for each i below `count`, on all cores where so many `records` are looked at that threads
/// are worth it.
template <typename Work>
void on_cores(std::size_t count, std::size_t records, const Work& work) {
    constexpr std::size_t many_records = 20'000;
    if (records >= many_records) {
        on_all_cores(count, work);
        return;
    }
    for (std::size_t i = 0; i < count; ++i) {
        work(i);
    }
}

}  // namespace unknot
