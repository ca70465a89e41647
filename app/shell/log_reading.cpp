#include "app/shell/log_reading.h"

#include "app/shell/work.h"

#include <chrono>
#include <cstdint>
#include <system_error>
#include <utility>

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

ReadLog open_log(const std::filesystem::path& file, const storage::Services& services) {
    return {storage::Logbook::open(window_options(file, false), services), {}};
}

void read_whole(ReadLog& read, const storage::Services& services) {
    if (!read.log) {
        return;
    }
    if (const auto snapshot = (*read.log)->snapshot()) {
        (void)read.evaluator.evaluate(**snapshot, services.now());
    }
}

/// Leaves `part` empty where the set does not hold now, or cannot be read: reading the whole says why.
void read_set(ReadLog& read, const storage::Services& services, const WorkingSet& set) {
    const Instant now = services.now();
    if (!read.log || local_day(now) < set.from || set.until < local_day(now)) {
        return;
    }
    const auto part = (*read.log)->part(set);
    if (part && *part) {
        read.part = *part;
        read.part_until = set.until;
        (void)read.evaluator.evaluate(*read.part, now);
    }
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
    ReadLog read = open_log(file, services);
    read_whole(read, services);
    return read;
}

ReadLog read_part(const std::filesystem::path& file, const storage::Services& services,
                  const WorkingSet& set) {
    ReadLog read = open_log(file, services);
    read_set(read, services, set);
    if (!read.part) {
        read_whole(read, services);
    }
    return read;
}

RestOfLog::RestOfLog(storage::Logbook& log, storage::Services services, std::function<void()> wake)
    : thread_([this, &log, services = std::move(services), wake = std::move(wake)] {
          guidance::Evaluator evaluator;
          if (const auto snapshot = log.snapshot()) {
              (void)evaluator.evaluate(**snapshot, services.now());
          }
          read_.set_value(std::move(evaluator));
          wake();
      }) {}

bool RestOfLog::is_read() const {
    return taken_.wait_for(std::chrono::seconds(0)) == std::future_status::ready;
}

guidance::Evaluator RestOfLog::take() {
    return taken_.get();
}

bool takes_long_to_read(const std::filesystem::path& log) {
    constexpr std::uintmax_t long_bytes = 8'000'000;
    std::error_code unknown;
    const std::uintmax_t size = std::filesystem::file_size(log, unknown);
    return !unknown && size >= long_bytes;
}

std::future<ReadLog> read_log_meanwhile(const std::filesystem::path& file, const storage::Services& services,
                                        const std::optional<settings::WorkingSetStore>& sets,
                                        platform::Trace* trace) {
    const bool is_long = takes_long_to_read(file);
    if (is_long) {
        begin_heaps_large();
    }
    return std::async(std::launch::async, [=] {
        const auto set = is_long && sets ? sets->load(file) : std::nullopt;
        ReadLog read = platform::traced(trace, "open log", [&] { return open_log(file, services); });
        if (set) {
            platform::traced(trace, "read working set", [&] { read_set(read, services, *set); });
        }
        if (!read.part) {
            platform::traced(trace, "read log", [&] { read_whole(read, services); });
        }
        return read;
    });
}

}  // namespace unknot::shell
