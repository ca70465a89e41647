#include "storage/logbook/backups.h"
#include "storage/logbook/move_log.h"
#include "storage/logbook/restore.h"
#include "storage/sqlite/connection.h"
#include "tests/support/failing_io.h"
#include "tests/support/processes.h"
#include "tests/support/row_digest.h"
#include "tests/support/temporary_log.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <algorithm>
#include <cerrno>
#include <fstream>

#include <sys/stat.h>

using namespace unknot;
using namespace unknot::storage;
using namespace unknot::tests;

namespace {

std::int64_t rows_of(const std::filesystem::path& file) {
    Connection connection(file, Connection::Access::read_only, std::chrono::milliseconds(0));
    return row_digest(connection, {});
}

/// A log of one session in a folder, and another folder to move it to.
struct Home {
    TemporaryFolder folder{TemporaryFolder::Disk::memory};
    std::filesystem::path file = folder.path() / "old" / "log.db";
    std::filesystem::path to = folder.path() / "new" / "place";
    std::filesystem::path pointer = file;  ///< what the settings would name
    std::size_t switches = 0;

    Home() { REQUIRE(open_log(file)->apply(LogSession{sample_session("s1")}).ok()); }

    Result<Moved, Failure> move(OldLog old = OldLog::remove) {
        return move_log(
            file, to, old,
            [this](const std::filesystem::path& now) -> Result<Done, std::string> {
                CHECK(std::filesystem::exists(file));
                CHECK(look_into(now).ok());
                pointer = now;
                ++switches;
                return Done{};
            },
            test_services());
    }

    [[nodiscard]] std::vector<std::string> names(const std::filesystem::path& in) const {
        std::vector<std::string> found;
        std::error_code missing;
        for (const auto& entry : std::filesystem::directory_iterator(in, missing)) {
            found.push_back(entry.path().filename().string());
        }
        std::sort(found.begin(), found.end());
        return found;
    }
};

}  // namespace

TEST_CASE("a moved log holds every row, is private, and leaves nothing of itself behind", "[storage][move]") {
    Home home;
    const std::int64_t rows = rows_of(home.file);
    const mode_t before = umask(0);
    const auto moved = home.move();
    umask(before);
    REQUIRE(moved.ok());
    CHECK(moved->file == home.to / "log.db");
    CHECK(home.pointer == moved->file);
    CHECK(rows_of(moved->file) == rows);
    CHECK(home.names(home.file.parent_path()).empty());
    struct stat info {};
    REQUIRE(stat(moved->file.c_str(), &info) == 0);
    CHECK((info.st_mode & 0777U) == 0600);
    REQUIRE(stat(home.to.c_str(), &info) == 0);
    CHECK((info.st_mode & 0777U) == 0700);
    CHECK(open_log(moved->file)->apply(LogSession{sample_session("s2")}).ok());
}

TEST_CASE("a moved log's old file can be kept aside", "[storage][move]") {
    Home home;
    const auto moved = home.move(OldLog::keep_aside);
    REQUIRE(moved.ok());
    CHECK(home.names(home.file.parent_path()) == std::vector<std::string>{"log.db.aside-20260307T190000Z"});
    CHECK(look_into(moved->aside)->sessions == 1);
}

TEST_CASE("a log is not moved onto another file, nor beside a journal that is not its own",
          "[storage][move]") {
    Home home;
    std::filesystem::create_directories(home.to);
    const std::string name = GENERATE("log.db", "log.db-journal", "log.db-wal");
    std::ofstream(home.to / name) << "somebody's";
    const auto moved = home.move();
    REQUIRE_FALSE(moved.ok());
    CHECK(moved.error().problem == Problem::already_there);
    CHECK(home.switches == 0);
    CHECK(home.names(home.to) == std::vector<std::string>{name});
    CHECK(look_into(home.file)->sessions == 1);
}

TEST_CASE("a log that another process has open is not moved", "[storage][move]") {
    Home home;
    const auto log = open_log(home.file);
    CHECK(in_a_process([&] {
        const auto moved = home.move();
        return !moved.ok() && moved.error().problem == Problem::busy;
    }));
    CHECK(home.names(home.to).empty());
}

TEST_CASE("where the new place cannot be remembered, the log stays where it is", "[storage][move]") {
    Home home;
    const auto moved = move_log(
        home.file, home.to, OldLog::remove,
        [](const std::filesystem::path&) -> Result<Done, std::string> {
            return Failed{std::string("no room")};
        },
        test_services());
    REQUIRE_FALSE(moved.ok());
    CHECK(moved.error().system == "no room");
    CHECK(home.names(home.to).empty());
    CHECK(look_into(home.file)->sessions == 1);
}

TEST_CASE("whichever call of a move fails, a whole log is where the settings say",
          "[storage][move][faults]") {
    const int error = GENERATE(EIO, ENOSPC);
    const auto how = GENERATE(FailingIo::How::once, FailingIo::How::from_then_on);
    for (int nth = 1; nth < 1000; ++nth) {
        Home home;
        bool failed = false;
        bool ok = false;
        {
            const FailingIo failing(nth, error, how);
            ok = move_log(
                     home.file, home.to, OldLog::remove,
                     [&](const std::filesystem::path& now) -> Result<Done, std::string> {
                         home.pointer = now;
                         return Done{};
                     },
                     test_services())
                     .ok();
            failed = FailingIo::has_failed();
        }
        INFO("call " << nth << ", errno " << error);
        const auto contents = look_into(home.pointer);
        REQUIRE(contents.ok());
        CHECK(contents->sessions == 1);
        CHECK(ok == (home.pointer != home.file));
        for (const std::string& name : home.names(home.to)) {
            CHECK_FALSE(name.ends_with(".new"));
        }
        if (!failed) {
            CHECK(ok);
            CHECK(nth > 10);
            return;
        }
    }
    FAIL("no end");
}

TEST_CASE("the backups of a moved log are its own still", "[storage][move][backup]") {
    Home home;
    const auto folder = home.file.parent_path() / "backups";
    REQUIRE(Backups(home.file, folder, test_services()).make(BackupKind::manual).ok());
    const auto moved = home.move();
    REQUIRE(moved.ok());
    const auto backups = Backups(moved->file, folder, test_services()).list();
    REQUIRE(backups.size() == 1);
    CHECK(backups.front().verified);
}
