#include "tests/support/temporary_log.h"

#include <catch2/catch_test_macros.hpp>

#include <cstdlib>

#include <unistd.h>

namespace unknot::tests {

TemporaryFolder::TemporaryFolder(Disk disk) {
    const std::filesystem::path shared_memory = "/dev/shm";
    const bool memory = disk == Disk::memory && access(shared_memory.c_str(), W_OK) == 0;
    std::string name =
        ((memory ? shared_memory : std::filesystem::temp_directory_path()) / "unknot-test-").string() +
        std::string(6, 'X');  // mkdtemp puts letters in their place
    if (mkdtemp(name.data()) == nullptr) {
        throw std::runtime_error("no temporary folder could be made");
    }
    path_ = name;
}

TemporaryFolder::~TemporaryFolder() {
    std::error_code ignored;  // a folder left behind must not fail the test that it served
    std::filesystem::remove_all(path_, ignored);
}

Instant test_now() {
    return *parse_iso_instant("2026-03-07T20:00:00+01:00");
}

storage::Services test_services(const Instant& now) {
    auto count = std::make_shared<std::uint8_t>(std::uint8_t{0});
    return {[now] { return now; },
            [count] {
                ++*count;
                return std::array<std::uint8_t, 10>{*count};
            },
            [] { return std::string("test-device"); }};
}

std::unique_ptr<storage::Logbook> open_log(const std::filesystem::path& file, const std::string& origin) {
    storage::OpenOptions options;
    options.file = file;
    options.origin = origin;
    auto log = storage::Logbook::open(options, test_services());
    REQUIRE(log.ok());
    return std::move(*log);
}

Session sample_session(const std::string& id, const std::string& area) {
    Session session;
    session.id = RecordId(id);
    session.started_at = plus_seconds(test_now(), -3600);
    session.area = area;
    session.side = Side::left;
    session.pressure = PressureLevel::moderate;
    session.duration = Duration::of_seconds(120);
    session.tool = "Lacrosse ball";
    session.entered_at = test_now();
    return session;
}

CheckIn sample_checkin(const std::string& id, int soreness, const std::string& area) {
    CheckIn checkin;
    checkin.id = RecordId(id);
    checkin.at = test_now();
    checkin.area = area;
    checkin.side = Side::left;
    checkin.soreness = Soreness::of(soreness);
    checkin.entered_at = test_now();
    return checkin;
}

}  // namespace unknot::tests
