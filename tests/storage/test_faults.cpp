#include "tests/support/failing_io.h"
#include "tests/support/processes.h"
#include "tests/support/temporary_log.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <cerrno>
#include <csignal>
#include <fstream>

#include <sys/resource.h>

using namespace unknot;
using namespace unknot::storage;
using namespace unknot::tests;

namespace {

/// Saves one session in a log that holds one, while I/O fails as told; then looks at what is really there.
struct Attempt {
    bool failed_somewhere = false;
    bool acknowledged = false;
    Problem problem = Problem::not_accepted;
    std::string system;
    bool there = false;
    bool whole = false;
    bool once_after_again = false;
};

Attempt attempt(const std::filesystem::path& file, int nth, int error, FailingIo::How how) {
    Attempt result;
    const auto log = open_log(file);
    REQUIRE(log->snapshot().ok());
    Session session = sample_session("the-one");
    session.note = std::string(20000, 'n');
    {
        const FailingIo failing(nth, error, how);
        const auto applied = log->apply(LogSession{session});
        result.failed_somewhere = FailingIo::has_failed();
        result.acknowledged = applied.ok();
        if (!applied.ok()) {
            result.problem = applied.error().problem;
            result.system = applied.error().system;
        }
    }
    {
        const auto snapshot = open_log(file)->snapshot();
        REQUIRE(snapshot.ok());
        const auto found = (*snapshot)->find_session({"the-one"});
        result.there = found != nullptr;
        result.whole =
            (*snapshot)->find_session({"before"}) != nullptr && (found == nullptr || *found == session);
    }
    result.once_after_again =
        log->apply(LogSession{session}).ok() && (*log->snapshot())->session_count() == 2;
    return result;
}

}  // namespace

TEST_CASE("whichever call of a save fails, what was said is true and saving again makes one",
          "[storage][faults]") {
    const int error = GENERATE(EIO, ENOSPC, EDQUOT, EFBIG);
    const auto how = GENERATE(FailingIo::How::once, FailingIo::How::from_then_on);
    int failures = 0;
    int found_after_error = 0;
    for (int nth = 1; nth < 500; ++nth) {
        const TemporaryFolder folder(TemporaryFolder::Disk::memory);
        const auto file = folder.path() / "log.db";
        REQUIRE(open_log(file)->apply(LogSession{sample_session("before")}).ok());
        const Attempt result = attempt(file, nth, error, how);
        INFO("call " << nth << ", error " << error << ", problem " << static_cast<int>(result.problem) << " "
                     << result.system);
        CHECK(result.whole);
        CHECK(result.once_after_again);
        if (result.acknowledged) {
            CHECK(result.there);
        } else {
            const bool expected = result.problem == Problem::disk_full || result.problem == Problem::io_error;
            CHECK(expected);
            // A single failure can be swallowed by SQLite's next try, which then fails otherwise.
            CHECK((error == EIO || how == FailingIo::How::once || result.problem == Problem::disk_full));
            found_after_error += result.there ? 1 : 0;
        }
        if (!result.failed_somewhere) {
            break;
        }
        ++failures;
        REQUIRE(nth < 499);
    }
    CHECK(failures > 10);
    // Where I/O fails once, the log is opened again and tells what is there; where it fails on, nobody could
    // tell.
    if (how == FailingIo::How::once) {
        CHECK(found_after_error == 0);
    }
}

TEST_CASE("a read that fails once is no damage", "[storage][faults]") {
    const TemporaryFolder folder;
    const auto file = folder.path() / "log.db";
    REQUIRE(open_log(file)->apply(LogSession{sample_session("s1")}).ok());
    for (int nth = 1; nth < 100; ++nth) {
        const auto log = open_log(file);
        const FailingIo failing(nth, EIO, FailingIo::How::once);
        const auto snapshot = log->snapshot();
        INFO("call " << nth);
        REQUIRE(snapshot.ok());
        CHECK((*snapshot)->session_count() == 1);
        if (!FailingIo::has_failed()) {
            CHECK(nth > 2);
            return;
        }
    }
    FAIL("no end");
}

TEST_CASE("a disk that stays broken is said as such, not as damage", "[storage][faults]") {
    const TemporaryFolder folder;
    const auto file = folder.path() / "log.db";
    REQUIRE(open_log(file)->apply(LogSession{sample_session("s1")}).ok());
    const auto log = open_log(file);
    {
        const FailingIo failing(1, EIO, FailingIo::How::from_then_on);
        const auto snapshot = log->snapshot();
        REQUIRE_FALSE(snapshot.ok());
        CHECK(snapshot.error().problem == Problem::io_error);
        CHECK_FALSE(snapshot.error().system.empty());
        CHECK(snapshot.error().file == file);
    }
    CHECK((*log->snapshot())->session_count() == 1);
}

TEST_CASE("whichever call of making a log fails, no half log is left", "[storage][faults]") {
    for (int nth = 1; nth < 500; ++nth) {
        const TemporaryFolder folder(TemporaryFolder::Disk::memory);
        const auto file = folder.path() / "new" / "log.db";
        OpenOptions options;
        options.file = file;
        bool failed = false;
        {
            const FailingIo failing(nth, ENOSPC, FailingIo::How::from_then_on);
            const auto opened = Logbook::open(options, test_services());
            failed = FailingIo::has_failed();
            CHECK((opened.ok() || opened.error().problem == Problem::disk_full));
        }
        INFO("call " << nth);
        REQUIRE(open_log(file)->apply(LogSession{sample_session("s1")}).ok());
        std::size_t files = 0;
        for (const auto& entry : std::filesystem::directory_iterator(file.parent_path())) {
            files +=
                entry.path().filename() == "log.db" || entry.path().filename() == "log.db-journal" ? 0U : 1U;
        }
        CHECK(files == 0);
        if (!failed) {
            CHECK(nth > 10);
            return;
        }
    }
    FAIL("no end");
}

TEST_CASE("a file that may not grow is a full disk, and can be saved to once it may", "[storage][faults]") {
    const TemporaryFolder folder;
    const auto file = folder.path() / "log.db";
    CHECK(in_a_process([&] {
        std::signal(SIGXFSZ, SIG_IGN);
        const auto log = open_log(file);
        if (!log->apply(LogSession{sample_session("s1")}).ok()) {
            return false;
        }
        Session session = sample_session("s2");
        session.note = std::string(60000, 'n');
        rlimit limit{};
        getrlimit(RLIMIT_FSIZE, &limit);
        const rlimit small{std::filesystem::file_size(file), limit.rlim_max};
        setrlimit(RLIMIT_FSIZE, &small);
        const auto refused = log->apply(LogSession{session});
        setrlimit(RLIMIT_FSIZE, &limit);
        return !refused.ok() && refused.error().problem == Problem::disk_full &&
               (*log->snapshot())->session_count() == 1 && log->apply(LogSession{session}).ok() &&
               (*open_log(file)->snapshot())->session_count() == 2;
    }));
}

TEST_CASE("on a disk that runs full, what was acknowledged is there and nothing else", "[storage][faults]") {
    const TemporaryFolder folder;
    const auto disk = folder.path() / "disk";
    std::filesystem::create_directory(disk);
    const auto ran = on_a_small_disk(disk, 600, [&] {
        const auto ballast = disk / "ballast";
        std::ofstream(ballast) << std::string(200'000, 'b');
        const auto log = open_log(disk / "log.db");
        std::size_t acknowledged = 0;
        Problem problem = Problem::not_accepted;
        for (int i = 0; i < 100; ++i) {
            Session session = sample_session("s" + std::to_string(i));
            session.note = std::string(10'000, 'n');
            const auto applied = log->apply(LogSession{session});
            if (!applied.ok()) {
                problem = applied.error().problem;
                break;
            }
            ++acknowledged;
        }
        const bool full = problem == Problem::disk_full && acknowledged > 3;
        const bool kept = (*open_log(disk / "log.db")->snapshot())->session_count() == acknowledged;
        std::filesystem::remove(ballast);
        return full && kept && log->apply(LogSession{sample_session("again")}).ok();
    });
    if (ran == Ran::not_permitted) {
        SKIP("needs the right to mount a small disk");
    }
    CHECK(ran == Ran::yes);
}
