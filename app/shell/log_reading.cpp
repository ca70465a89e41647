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

/// Reads the whole log, whose snapshot is there then or fails again, and asks the rules about it.
guidance::Evaluator ask_about_all(storage::Logbook& log, const storage::Services& services) {
    guidance::Evaluator evaluator;
    if (const auto snapshot = log.snapshot()) {
        (void)evaluator.evaluate(**snapshot, services.now());
    }
    return evaluator;
}

/// Leaves `part` empty where the set does not hold now, or cannot be read: reading the whole says why.
void read_set(ReadLog& read, const storage::Services& services, const WorkingSet& set) {
    const Instant now = services.now();
    if (local_day(now) < set.from || set.until < local_day(now)) {
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

ReadLog read_log(const std::filesystem::path& file, const storage::Services& services,
                 const std::optional<WorkingSet>& set, platform::Trace* trace) {
    ReadLog read{
        platform::traced(trace, "open log",
                         [&] { return storage::Logbook::open(window_options(file, false), services); }),
        {}};
    if (read.log && set) {
        platform::traced(trace, "read working set", [&] { read_set(read, services, *set); });
    }
    if (read.log && !read.part) {
        read.evaluator =
            platform::traced(trace, "read log", [&] { return ask_about_all(**read.log, services); });
    }
    return read;
}

RestOfLog::RestOfLog(storage::Logbook& log, storage::Services services, std::function<void()> wake)
    : thread_([this, &log, services = std::move(services), wake = std::move(wake)] {
          read_.set_value(ask_about_all(log, services));
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
        return read_log(file, services, is_long && sets ? sets->load(file) : std::nullopt, trace);
    });
}

}  // namespace unknot::shell
