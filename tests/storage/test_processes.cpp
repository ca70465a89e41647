#include "storage/logbook/backups.h"
#include "storage/sqlite/transaction.h"
#include "tests/support/processes.h"
#include "tests/support/temporary_log.h"

#include <catch2/catch_test_macros.hpp>

#include <csignal>
#include <thread>

using namespace unknot;
using namespace unknot::storage;
using namespace unknot::tests;

TEST_CASE("three processes write while one reads: no row lost, nothing busy, every row seen", "[storage]") {
    constexpr std::size_t writers = 3;
    constexpr std::size_t saves = 40;
    const TemporaryFolder folder;
    const auto file = folder.path() / "log.db";
    (void)open_log(file);
    std::vector<int> processes;
    for (std::size_t writer = 0; writer < writers; ++writer) {
        processes.push_back(start_process([&, writer] {
            const auto log = open_log(file, "writer " + std::to_string(writer));
            for (std::size_t i = 0; i < saves; ++i) {
                const auto session = sample_session(std::to_string(writer) + "-" + std::to_string(i));
                if (!log->apply(LogSession{session}).ok() ||
                    (*log->snapshot())->find_session(session.id) == nullptr) {
                    return false;
                }
            }
            return true;
        }));
    }
    processes.push_back(start_process([&] {
        const auto log = open_log(file, "reader");
        std::size_t seen = 0;
        while (seen < writers * saves) {
            const auto snapshot = log->snapshot();
            if (!snapshot.ok() || (*snapshot)->session_count() < seen) {
                return false;
            }
            seen = (*snapshot)->session_count();
        }
        return true;
    }));
    for (const int process : processes) {
        CHECK(finished(process));
    }
    CHECK((*open_log(file)->snapshot())->session_count() == writers * saves);
}

TEST_CASE("backups that several processes make at once are all made", "[storage]") {
    const TemporaryFolder folder(TemporaryFolder::Disk::memory);
    const auto file = folder.path() / "log.db";
    REQUIRE(open_log(file)->apply(LogSession{sample_session("s1")}).ok());
    std::vector<int> processes;
    for (const BackupKind kind : {BackupKind::daily, BackupKind::manual, BackupKind::before_import}) {
        processes.push_back(start_process([&, kind] {
            auto services = test_services();
            services.random = [count = 0, kind]() mutable {
                return std::array<std::uint8_t, 10>{static_cast<std::uint8_t>(kind),
                                                    static_cast<std::uint8_t>(++count)};
            };
            Backups backups(file, file.parent_path() / "backups", services);
            for (int i = 0; i < 40; ++i) {
                if (!backups.make(kind)) {
                    return false;
                }
            }
            return true;
        }));
    }
    for (const int process : processes) {
        CHECK(finished(process));
    }
}

TEST_CASE("several processes that start at once make one log", "[storage]") {
    for (int round = 0; round < 5; ++round) {
        const TemporaryFolder folder;
        const auto file = folder.path() / "new" / "log.db";
        std::vector<int> processes;
        for (int i = 0; i < 4; ++i) {
            processes.push_back(start_process([&, i] {
                OpenOptions options;
                options.file = file;
                auto services = test_services();
                services.random = [i] { return std::array<std::uint8_t, 10>{static_cast<std::uint8_t>(i)}; };
                const auto log = Logbook::open(options, services);
                return log.ok() && (*log)->apply(LogSession{sample_session("s" + std::to_string(i))}).ok();
            }));
        }
        for (const int process : processes) {
            CHECK(finished(process));
        }
        CHECK((*open_log(file)->snapshot())->session_count() == 4);
    }
}

TEST_CASE("a writer waits for another one that takes its time, and can read meanwhile", "[storage]") {
    const TemporaryFolder folder;
    const auto file = folder.path() / "log.db";
    (void)open_log(file);
    const int holder = start_process([&] {
        Connection connection(file, Connection::Access::read_write, std::chrono::milliseconds(0));
        Transaction held(connection, Transaction::Kind::write);
        std::filesystem::create_directory(folder.path() / "held");
        std::this_thread::sleep_for(std::chrono::milliseconds(300));
        held.commit();
        return true;
    });
    while (!std::filesystem::exists(folder.path() / "held")) {
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }
    const auto log = open_log(file);
    CHECK((*log->snapshot())->empty());
    CHECK(log->apply(LogSession{sample_session("s1")}).ok());
    CHECK(finished(holder));
}

TEST_CASE("a process that is killed in the middle of a save leaves the log as it was", "[storage]") {
    const TemporaryFolder folder;
    const auto file = folder.path() / "log.db";
    REQUIRE(open_log(file)->apply(LogSession{sample_session("s1")}).ok());
    CHECK_FALSE(in_a_process([&] {
        Connection connection(file, Connection::Access::read_write, std::chrono::milliseconds(0));
        connection.execute(
            "PRAGMA cache_size=1; PRAGMA cache_spill=1; BEGIN IMMEDIATE; DELETE FROM undo_step;"
            "CREATE TABLE big (x); WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i+1 FROM n LIMIT 2000)"
            "INSERT INTO big SELECT zeroblob(3000) FROM n; UPDATE session SET note='half done'");
        std::raise(SIGKILL);  // gone without a rollback, with pages in the file and a hot journal beside it
        return true;
    }));
    CHECK(std::filesystem::file_size(file.string() + "-journal") > 0);
    const auto log = open_log(file);
    CHECK(*(*log->snapshot())->find_session({"s1"}) == sample_session("s1"));
    CHECK(log->apply(Undo{}).ok());
}
