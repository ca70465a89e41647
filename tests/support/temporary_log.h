#pragma once

#include "storage/logbook/logbook.h"

#include <filesystem>
#include <memory>

namespace unknot::tests {

/// A folder of its own that goes with the object.
class TemporaryFolder {
public:
    /// `memory`: where syncs cost nothing (if the machine has such a place), for tests that save thousands of
    /// times.
    enum class Disk { real, memory };
    explicit TemporaryFolder(Disk disk = Disk::real);
    ~TemporaryFolder();
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;
    [[nodiscard]] const std::filesystem::path& path() const { return path_; }

private:
    std::filesystem::path path_;
};

/// 2026-03-07T20:00:00+01:00, the moment at which tests happen unless they say otherwise.
[[nodiscard]] Instant test_now();

/// A clock that stands at `now` and ids that never repeat.
[[nodiscard]] storage::Services test_services(const Instant& now = test_now());

/// Opens a log; fails the test where that fails.
[[nodiscard]] std::unique_ptr<storage::Logbook> open_log(const std::filesystem::path& file,
                                                         const std::string& origin = "cli");

/// A session and a check-in that are accepted at `test_now`.
[[nodiscard]] Session sample_session(const std::string& id, const std::string& area = "calf");
[[nodiscard]] CheckIn sample_checkin(const std::string& id, int soreness, const std::string& area = "calf");

}  // namespace unknot::tests
