#include "app/settings/device.h"
#include "tests/support/processes.h"
#include "tests/support/temporary_log.h"

#include <catch2/catch_test_macros.hpp>

#include <fstream>
#include <thread>

#include <sys/stat.h>

using namespace unknot;
using namespace unknot::tests;
using settings::Device;

namespace {

constexpr const char* one_machine = "0123456789abcdef0123456789abcdef";
constexpr const char* another_machine = "fedcba9876543210fedcba9876543210";

}  // namespace

TEST_CASE("a machine has one id, in a private file that is made at the first use", "[settings][device]") {
    const TemporaryFolder folder;
    const auto state = folder.path() / "state" / "unknot";
    const Device device(state, one_machine);
    CHECK_FALSE(std::filesystem::exists(device.file()));
    const mode_t before = umask(0);
    const std::string id = device.id();
    umask(before);
    CHECK(id.size() == 32);
    CHECK(Device(state, one_machine).id() == id);
    struct stat info {};
    REQUIRE(stat(device.file().c_str(), &info) == 0);
    CHECK((info.st_mode & 0777U) == 0600);
    REQUIRE(stat(state.c_str(), &info) == 0);
    CHECK((info.st_mode & 0777U) == 0700);
}

TEST_CASE("a home folder that is copied to another machine does not take the id along",
          "[settings][device]") {
    const TemporaryFolder folder;
    const std::string id = Device(folder.path(), one_machine).id();
    CHECK(Device(folder.path(), another_machine).id() != id);
    CHECK(Device(folder.path(), "").id() != id);
    CHECK(Device(folder.path(), one_machine).id() == id);
    for (const auto& entry : std::filesystem::directory_iterator(folder.path())) {
        CHECK(entry.path().string().find(one_machine) == std::string::npos);
    }
}

TEST_CASE("two users, or one without a folder of his own, never share an id", "[settings][device]") {
    const TemporaryFolder folder;
    CHECK(Device(folder.path() / "a", one_machine).id() != Device(folder.path() / "b", one_machine).id());
    CHECK(Device({}, one_machine).id() != Device({}, one_machine).id());
    CHECK(Device({}, one_machine).file().empty());
}

TEST_CASE("a file that holds no id is replaced by one that does", "[settings][device]") {
    const TemporaryFolder folder;
    const Device device(folder.path(), one_machine);
    for (const std::string content : {"", "x", "0123456789ABCDEF0123456789ABCDEF\n", "../../etc/passwd"}) {
        std::ofstream(device.file()) << content;
        const std::string id = device.id();
        CHECK(id.size() == 32);
        CHECK(device.id() == id);
    }
}

TEST_CASE("where the id cannot be kept, each process has one of its own and keeps it", "[settings][device]") {
    const TemporaryFolder folder;
    std::filesystem::permissions(folder.path(), std::filesystem::perms::all);
    CHECK(as_a_plain_user([&] {
        const auto closed = folder.path() / "closed";
        std::filesystem::create_directory(closed);
        std::filesystem::permissions(closed, std::filesystem::perms::none);
        const auto asked = settings::asked_once(Device(closed, one_machine));
        const std::string id = asked();
        return id.size() == 32 && asked() == id && Device(closed, one_machine).id() != id;
    }));
}

TEST_CASE("the id is the same on every thread and for as long as the process runs", "[settings][device]") {
    const TemporaryFolder folder;
    const Device device(folder.path(), one_machine);
    const auto asked = settings::asked_once(device);
    std::string one;
    std::string two;
    std::thread first([&] { one = asked(); });
    std::thread second([&] { two = asked(); });
    first.join();
    second.join();
    CHECK(one == two);
    std::filesystem::remove(device.file());
    CHECK(asked() == one);
}
