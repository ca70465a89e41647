#pragma once

#include "app/domain/failure.h"
#include "app/domain/result.h"
#include "app/guidance/evaluator.h"
#include "app/platform/trace.h"
#include "app/settings/working_set_store.h"
#include "storage/logbook/logbook.h"

#include <filesystem>
#include <functional>
#include <future>
#include <memory>
#include <optional>
#include <thread>

namespace unknot::shell {

/// A log that was opened and read.
struct ReadLog {
    Result<std::unique_ptr<storage::Logbook>, Failure> log;  ///< its snapshot is there, or fails again
    guidance::Evaluator evaluator;                           ///< has answered for the snapshot already
    /// Where only the working set was read: its records. The log's own snapshot is still to be read.
    std::shared_ptr<const Snapshot> part = nullptr;
    LocalDay part_until = {};  ///< the last day on which that set holds
};

/// How the window opens its log. `create`: where there is none it is made.
[[nodiscard]] storage::OpenOptions window_options(const std::filesystem::path& file, bool create);

/// Opens a log that is there, reads it, and asks the rules about it. No file is made. Of a log whose working
/// set holds now just that is read, else all of it.
[[nodiscard]] ReadLog read_log(const std::filesystem::path& file, const storage::Services& services,
                               const std::optional<WorkingSet>& set = std::nullopt,
                               platform::Trace* trace = nullptr);

/// Reads on another thread what `read_log` left out.
class RestOfLog {
public:
    /// Begins. Until it is taken the log, which must outlive this, is in use by that thread. `wake` is called
    /// there when it is read.
    RestOfLog(storage::Logbook& log, storage::Services services, std::function<void()> wake);
    RestOfLog(const RestOfLog&) = delete;
    RestOfLog& operator=(const RestOfLog&) = delete;

    [[nodiscard]] bool is_read() const;

    /// Waits until it is. The log has its snapshot then, or fails again; the evaluator has answered for it.
    [[nodiscard]] guidance::Evaluator take();

private:
    std::promise<guidance::Evaluator> read_;
    std::future<guidance::Evaluator> taken_ = read_.get_future();
    std::jthread thread_;  // last: it ends before what it uses
};

/// True where reading the log takes about as long as opening the window (from 8 MB on): then it is to begin
/// before the window system is connected to. False where there is none.
[[nodiscard]] bool takes_long_to_read(const std::filesystem::path& log);

/// `read_log` on another thread. Opening a window takes most of a start, and waits for the window system: a
/// log of ten years is read meanwhile. Of one that takes long, the working set that `sets` has of it.
[[nodiscard]] std::future<ReadLog> read_log_meanwhile(const std::filesystem::path& file,
                                                      const storage::Services& services,
                                                      const std::optional<settings::WorkingSetStore>& sets,
                                                      platform::Trace* trace);

}  // namespace unknot::shell
