#pragma once

#include "storage/logbook/logbook.h"

#include <filesystem>
#include <memory>
#include <random>
#include <string>
#include <vector>

namespace unknot::tests {

/// A machine with its own device id, its own clock and one log, for merges.
class Machine {
public:
    /// `behind_s`: by how much its wall clock is behind the real time.
    Machine(std::string device, std::filesystem::path file, std::int64_t behind_s = 0);

    /// Applies a command, a minute after the last one; fails the test where it is refused.
    void say(const Command& command);
    /// As `say`; false where it is refused.
    bool try_to_say(const Command& command);

    /// Joins another log with this one; fails the test where it is refused.
    MergeCounts merge(const std::filesystem::path& other);
    MergeCounts merge(const Machine& other) { return merge(other.file()); }
    [[nodiscard]] MergeCounts preview(const std::filesystem::path& other);

    [[nodiscard]] std::shared_ptr<const Snapshot> snapshot();
    /// Everything that merging is about, as the file holds it: each row of each kind with its revision and
    /// its device's id, without what is each file's own (numbers of devices, what undo needs).
    [[nodiscard]] std::vector<std::string> said() const;

    /// One command by dice: adds, edits, deletes, brings back, takes back, and own areas, tools, the profile.
    void do_something(std::mt19937& dice);

    [[nodiscard]] storage::Logbook& log();
    void close() { log_.reset(); }
    [[nodiscard]] const std::filesystem::path& file() const { return file_; }
    [[nodiscard]] storage::Services services() const;
    /// A machine of the same clock and device id with a copy of the log as it is now.
    [[nodiscard]] Machine copy(const std::filesystem::path& file);

    std::int64_t now_ms;  ///< of its wall clock

private:
    std::string device_;
    std::filesystem::path file_;
    std::shared_ptr<std::uint64_t> ids_;
    std::unique_ptr<storage::Logbook> log_;
};

/// What a log's file says, as `Machine::said`.
[[nodiscard]] std::vector<std::string> said_in(const std::filesystem::path& file);

}  // namespace unknot::tests
