#include "app/shell/log_reading.h"

#include "app/shell/work.h"

#include <chrono>
#include <cstdint>
#include <system_error>

#ifdef __GLIBC__
#include <malloc.h>
#endif

namespace unknot::shell {

namespace {

/// How long a save waits for another program that is writing. Longer than any of our own transactions, short
/// enough that the window does not seem dead.
constexpr std::chrono::milliseconds patience{1500};

/// Threads that read a long log ask for much memory. Their heaps begin with some megabytes: else they grow by
/// a page at a time, each time by a system call that holds up every other thread's page faults. Nothing is in
/// memory that is not used.
void begin_heaps_large() {
#ifdef __GLIBC__
    constexpr int bytes = 16 * 1024 * 1024;
    (void)::mallopt(M_TOP_PAD, bytes);
#endif
}

}  // namespace

storage::OpenOptions window_options(const std::filesystem::path& file, bool create) {
    storage::OpenOptions options;
    options.file = file;
    options.create = create;
    options.origin = window_origin;
    options.busy_timeout = patience;
    return options;
}

ReadLog read_log(const std::filesystem::path& file, const storage::Services& services) {
    ReadLog read{storage::Logbook::open(window_options(file, false), services), {}};
    if (!read.log) {
        return read;
    }
    if (const auto snapshot = (*read.log)->snapshot()) {
        (void)read.evaluator.evaluate(**snapshot, services.now());
    }
    return read;
}

bool takes_long_to_read(const std::filesystem::path& log) {
    constexpr std::uintmax_t long_bytes = 8'000'000;
    std::error_code unknown;
    const std::uintmax_t size = std::filesystem::file_size(log, unknown);
    return !unknown && size >= long_bytes;
}

std::future<ReadLog> read_log_meanwhile(const std::filesystem::path& file, const storage::Services& services,
                                        platform::Trace* trace) {
    if (takes_long_to_read(file)) {
        begin_heaps_large();
    }
    return std::async(std::launch::async, [file, services, trace] {
        return platform::traced(trace, "open and read log", [&] { return read_log(file, services); });
    });
}

}  // namespace unknot::shell
