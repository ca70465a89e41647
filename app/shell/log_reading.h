#pragma once

#include "app/domain/failure.h"
#include "app/domain/result.h"
#include "app/guidance/evaluator.h"
#include "app/platform/trace.h"
#include "storage/logbook/logbook.h"

#include <filesystem>
#include <future>
#include <memory>

namespace unknot::shell {

/// A log that was opened and read.
struct ReadLog {
    Result<std::unique_ptr<storage::Logbook>, Failure> log;  ///< its snapshot is there, or fails again
    guidance::Evaluator evaluator;                           ///< has answered for the snapshot already
};

/// How the window opens its log. `create`: where there is none it is made.
[[nodiscard]] storage::OpenOptions window_options(const std::filesystem::path& file, bool create);

/// Opens a log that is there, reads it, and asks the rules about it. No file is made.
[[nodiscard]] ReadLog read_log(const std::filesystem::path& file, const storage::Services& services);

/// True where reading the log takes about as long as opening the window (from 8 MB on): then it is to begin
/// before the window system is connected to. False where there is none.
[[nodiscard]] bool takes_long_to_read(const std::filesystem::path& log);

/// `read_log` on another thread. Opening a window takes most of a start, and waits for the window system: a
/// log of ten years is read meanwhile.
[[nodiscard]] std::future<ReadLog> read_log_meanwhile(const std::filesystem::path& file,
                                                      const storage::Services& services,
                                                      platform::Trace* trace);

}  // namespace unknot::shell
