#include "storage/logbook/backups.h"
#include "storage/logbook/checking.h"
#include "storage/logbook/erase.h"
#include "storage/logbook/restore.h"
#include "storage/sqlite/connection.h"
#include "tests/support/failing_io.h"
#include "tests/support/processes.h"
#include "tests/support/row_digest.h"
#include "tests/support/temporary_log.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <cerrno>
#include <fstream>
#include <sstream>
#include <thread>

#include <sys/stat.h>

using namespace unknot;
using namespace unknot::storage;
using namespace unknot::tests;

namespace {

constexpr std::int64_t day_ms = 24LL * 3'600'000;

Services services_at(std::int64_t ms) {
    Services services = test_services();
    services.now = [ms] { return Instant{ms, 60}; };
    return services;
}

Services after_days(int days) {
    return services_at(test_now().utc_ms + days * day_ms);
}

std::string bytes_of(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    std::ostringstream out;
    out << in.rdbuf();
    return out.str();
}

void write_bytes(const std::filesystem::path& file, const std::string& bytes) {
    std::ofstream(file, std::ios::binary | std::ios::trunc) << bytes;
}

unsigned mode_of(const std::filesystem::path& file) {
    struct stat info {};
    REQUIRE(stat(file.c_str(), &info) == 0);
    return info.st_mode & 0777U;
}

std::int64_t digest_of(const std::filesystem::path& file) {
    Connection connection(file, Connection::Access::read_only, std::chrono::milliseconds(0));
    return row_digest(connection, {"meta"});
}

/// Changes a log behind the program's back.
void meddle(const std::filesystem::path& file, const std::string& sql) {
    Connection(file, Connection::Access::read_write, std::chrono::milliseconds(0)).execute(sql);
}

void save(const std::filesystem::path& file, const std::string& id) {
    REQUIRE(open_log(file)->apply(LogSession{sample_session(id)}).ok());
}

}  // namespace

TEST_CASE("a backup holds every row, is private and verified", "[storage][backup]") {
    const TemporaryFolder folder;
    const auto file = folder.path() / "log.db";
    save(file, "s1");
    const mode_t before = umask(0);
    const auto made = Backups(file, {}, test_services()).make(BackupKind::manual);
    umask(before);
    REQUIRE(made.ok());
    CHECK(made->verified);
    CHECK(made->file.filename() == "log-20260307T190000Z-manual.db");
    CHECK(digest_of(made->file) == digest_of(file));
    CHECK(mode_of(made->file) == 0600);
    CHECK(mode_of(made->file.parent_path()) == 0700);
    const auto contents = look_into(made->file);
    REQUIRE(contents.ok());
    CHECK(contents->sessions == 1);
    CHECK(contents->made_ms == test_now().utc_ms);
    CHECK(Backups(file, {}, test_services()).make(BackupKind::manual)->file.filename() ==
          "log-20260307T190000Z-manual-2.db");
}

TEST_CASE("one backup a day is made by itself, and none where nothing changed", "[storage][backup]") {
    const TemporaryFolder folder;
    const auto file = folder.path() / "log.db";
    (void)open_log(file);
    CHECK_FALSE(Backups(file, {}, test_services()).make_if_due()->has_value());
    save(file, "s1");
    CHECK(Backups(file, {}, test_services()).make_if_due()->has_value());
    save(file, "s2");
    CHECK_FALSE(Backups(file, {}, test_services()).make_if_due()->has_value());
    CHECK(Backups(file, {}, after_days(1)).make_if_due()->has_value());
    CHECK_FALSE(Backups(file, {}, after_days(2)).make_if_due()->has_value());
    CHECK(Backups(file, {}, test_services()).list().size() == 2);
}

TEST_CASE("of many backups 7 daily, 4 weekly and 12 monthly ones stay", "[storage][backup]") {
    std::vector<RotatedBackup> backups;
    for (int day = 0; day < 800; ++day) {
        const std::int64_t ms = test_now().utc_ms + day * day_ms;
        backups.push_back({std::to_string(day), {BackupKind::daily, ms}});
        backups.push_back({std::to_string(day) + "b", {BackupKind::daily, ms + 3'600'000}});
        const auto old = outlived(backups, 60);
        std::erase_if(backups, [&](const RotatedBackup& backup) {
            return std::find(old.begin(), old.end(), backup.file) != old.end();
        });
        REQUIRE(backups.size() <= 23);
        REQUIRE(backups.back().file == std::to_string(day) + "b");
    }
    // Made each day, so that of the weeks and months whose days are over one each is left.
    CHECK(backups.size() > 18);
    CHECK(backups.front().name.made_ms < test_now().utc_ms + (800 - 300) * day_ms);
    std::vector<RotatedBackup> before;
    for (int i = 0; i < 12; ++i) {
        before.push_back({std::to_string(i), {BackupKind::before_import, i}});
    }
    CHECK(outlived(before, 0).size() == 2);
}

TEST_CASE("names of backups are told from everything else", "[storage][backup]") {
    const std::filesystem::path log = "/x/log.db";
    for (const BackupKind kind :
         {BackupKind::daily, BackupKind::before_import, BackupKind::before_migration}) {
        for (const int count : {1, 2, 11}) {
            const auto parsed = parse_backup_name(log, backup_name(log, {kind, 1'000'000'000'000}, count));
            REQUIRE(parsed.has_value());
            CHECK(parsed->kind == kind);
            CHECK(parsed->made_ms == 1'000'000'000'000);
        }
    }
    for (const char* name : {"", "log.db", "log-20260307T190000Z.db", "log-20260307T190000Z-daily.db-journal",
                             "log2-20260307T190000Z-daily.db", "log-20261307T190000Z-daily.db",
                             "log-20260307T190000Z-daily-.db", "log-20260307T190000Z-dailyx.db", "log-.db"}) {
        INFO(name);
        CHECK_FALSE(parse_backup_name(log, name).has_value());
    }
}

TEST_CASE("what rotation removes is of this log and good; a damaged or foreign file stays",
          "[storage][backup]") {
    const TemporaryFolder folder;
    const auto file = folder.path() / "log.db";
    save(file, "s1");
    const auto backups_folder = folder.path() / "backups";
    for (int i = 0; i < 3; ++i) {
        REQUIRE(Backups(file, {}, services_at(test_now().utc_ms + i * 1000)).make(BackupKind::manual).ok());
    }
    CHECK(Backups(file, {}, test_services()).list().size() == 1);
    write_bytes(backups_folder / "log-20200101T000000Z-daily.db", "damaged");
    save(folder.path() / "other.db", "o1");
    std::filesystem::copy_file(folder.path() / "other.db", backups_folder / "log-20200102T000000Z-daily.db");
    REQUIRE(Backups(file, {}, after_days(1)).make(BackupKind::daily).ok());
    const auto listed = Backups(file, {}, test_services()).list();
    REQUIRE(listed.size() == 4);
    CHECK(listed[0].verified);
    CHECK(listed[1].verified);
    CHECK_FALSE(listed[2].verified);
    CHECK_FALSE(listed[3].verified);
}

TEST_CASE("a backup that fails, and one that is old, is shown until that is over", "[storage][backup]") {
    const TemporaryFolder folder;
    const auto file = folder.path() / "log.db";
    save(file, "s1");
    const auto state = [&](int days) { return *Backups(file, {}, after_days(days)).state(); };
    CHECK(state(0).old);
    CHECK_FALSE(state(0).last_good.has_value());
    write_bytes(folder.path() / "backups", "in the way");
    const auto failed = Backups(file, {}, test_services()).make(BackupKind::manual);
    REQUIRE_FALSE(failed.ok());
    CHECK(failed.error().problem == Problem::not_a_file);
    REQUIRE(state(0).last_failure.has_value());
    CHECK(state(0).last_failure->at_ms == test_now().utc_ms);
    CHECK_FALSE(state(0).last_failure->system.empty());
    std::filesystem::remove(folder.path() / "backups");
    REQUIRE(Backups(file, {}, test_services()).make(BackupKind::manual).ok());
    CHECK_FALSE(state(0).last_failure.has_value());
    CHECK_FALSE(state(0).changed_since);
    CHECK_FALSE(state(100).old);  // nothing changed
    save(file, "s2");
    CHECK(state(0).changed_since);
    CHECK_FALSE(state(7).old);
    CHECK(state(8).old);
    CHECK(state(-1).old);  // made in the future
}

TEST_CASE("whichever call of a backup fails, none under a final name is unsound",
          "[storage][backup][faults]") {
    for (const int error : {EIO, ENOSPC}) {
        int nth = 1;
        for (bool failed = true; failed; ++nth) {
            REQUIRE(nth < 2000);
            const TemporaryFolder folder(TemporaryFolder::Disk::memory);
            const auto file = folder.path() / "log.db";
            save(file, "s1");
            {
                const FailingIo failing(nth, error, FailingIo::How::from_then_on);
                const auto made = Backups(file, {}, test_services()).make(BackupKind::manual);
                failed = FailingIo::has_failed();
                INFO("problem " << (made.ok() ? -1 : static_cast<int>(made.error().problem)) << " "
                                << (made.ok() ? "" : made.error().system + made.error().file.string()));
                CHECK((made.ok() || error == EIO || made.error().problem == Problem::disk_full));
            }
            INFO("call " << nth << " error " << error);
            for (const auto& entry : std::filesystem::directory_iterator(folder.path())) {
                if (entry.is_directory()) {
                    for (const auto& backup : std::filesystem::directory_iterator(entry.path())) {
                        if (backup.path().filename().string().starts_with(".")) {
                            continue;  // begun, and never given its name
                        }
                        const auto seen = look_into(backup.path());
                        INFO(backup.path() << " " << (seen.ok() ? 0 : static_cast<int>(seen.error().problem))
                                           << (seen.ok() ? "" : seen.error().system));
                        CHECK(seen.ok());
                    }
                }
            }
            CHECK((*open_log(file)->snapshot())->session_count() == 1);
        }
        CHECK(nth > 30);
    }
}

TEST_CASE("a backup made while others save is whole, and nobody has to wait long", "[storage][backup]") {
    const TemporaryFolder folder(TemporaryFolder::Disk::memory);
    const auto file = folder.path() / "log.db";
    save(file, "s0");
    const int writer = start_process([&] {
        const auto log = open_log(file);
        for (int i = 1; i <= 300; ++i) {
            if (!log->apply(LogSession{sample_session("s" + std::to_string(i))}).ok()) {
                return false;
            }
        }
        return true;
    });
    for (int i = 0; i < 20; ++i) {
        const auto made =
            Backups(file, {}, services_at(test_now().utc_ms + i * 1000)).make(BackupKind::manual);
        REQUIRE(made.ok());
        CHECK(look_into(made->file).ok());
    }
    CHECK(finished(writer));
}

TEST_CASE("restoring brings the backup's rows back and keeps the present log aside", "[storage][restore]") {
    const TemporaryFolder folder;
    const auto file = folder.path() / "log.db";
    save(file, "s1");
    const auto backup = *Backups(file, {}, test_services()).make(BackupKind::manual);
    save(file, "s2");
    const std::string bytes = bytes_of(backup.file);
    const auto restored = restore(file, backup.file, test_services());
    REQUIRE(restored.ok());
    CHECK(restored->contents.sessions == 1);
    CHECK((*open_log(file)->snapshot())->session_count() == 1);
    CHECK((*open_log(restored->aside)->snapshot())->session_count() == 2);
    CHECK(restored->aside.filename() == "log.db.aside-20260307T190000Z");
    CHECK(bytes_of(backup.file) == bytes);
    CHECK(mode_of(file) == 0600);
    CHECK(check_log(file)->empty());
    CHECK(check_log(backup.file)->empty());
}

TEST_CASE("nothing is restored while another process has the log open", "[storage][restore]") {
    const TemporaryFolder folder;
    const auto file = folder.path() / "log.db";
    save(file, "s1");
    const auto backup = *Backups(file, {}, test_services()).make(BackupKind::manual);
    save(file, "s2");
    const int other = start_process([&] {
        const auto log = open_log(file);
        std::filesystem::create_directory(folder.path() / "open");
        while (!std::filesystem::exists(folder.path() / "done")) {
            std::this_thread::sleep_for(std::chrono::milliseconds(1));
        }
        return (*log->snapshot())->session_count() == 2;
    });
    while (!std::filesystem::exists(folder.path() / "open")) {
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }
    CHECK(restore(file, backup.file, test_services()).error().problem == Problem::busy);
    CHECK(erase_files(files_of_log(file, {})).error().problem == Problem::busy);
    std::filesystem::create_directory(folder.path() / "done");
    CHECK(finished(other));
    CHECK((*open_log(file)->snapshot())->session_count() == 2);
}

TEST_CASE("side files of the log before do not leak into the restored one", "[storage][restore]") {
    const TemporaryFolder folder;
    const auto file = folder.path() / "log.db";
    save(file, "s1");
    const auto backup = *Backups(file, {}, test_services()).make(BackupKind::manual);
    for (const char* end : {"-wal", "-shm"}) {
        write_bytes(file.string() + end, std::string(4096, 'w'));
    }
    SECTION("with the log there") {
        write_bytes(file.string() + "-journal", std::string(512, 'j'));
    }
    SECTION("with a damaged log and its journal") {
        write_bytes(file, std::string(8192, 'd'));
        write_bytes(file.string() + "-journal", std::string(512, 'j'));
    }
    SECTION("with no log any more, and a journal") {
        std::filesystem::remove(file);
        write_bytes(file.string() + "-journal", std::string(512, 'j'));
    }
    const auto restored = restore(file, backup.file, test_services());
    REQUIRE(restored.ok());
    CHECK((*open_log(file)->snapshot())->session_count() == 1);
    CHECK_FALSE(std::filesystem::exists(file.string() + "-wal"));
    CHECK_FALSE(std::filesystem::exists(file.string() + "-shm"));
    CHECK(std::filesystem::exists(aside_name(file, 0).parent_path()));
}

TEST_CASE("a write-ahead file beside a log is not played back into it", "[storage]") {
    const TemporaryFolder folder;
    const auto file = folder.path() / "log.db";
    save(file, "s1");
    write_bytes(file.string() + "-wal", std::string(4096, 'w'));
    OpenOptions options;
    options.file = file;
    CHECK(Logbook::open(options, test_services()).error().problem == Problem::not_ours);
    CHECK(bytes_of(file.string() + "-wal") == std::string(4096, 'w'));
}

TEST_CASE("what is no sound backup of a known version is not restored", "[storage][restore]") {
    const TemporaryFolder folder;
    const auto file = folder.path() / "log.db";
    save(file, "s1");
    const auto backup = Backups(file, {}, test_services()).make(BackupKind::manual)->file;
    const auto source = folder.path() / "backup.db";
    std::filesystem::copy_file(backup, source);
    Problem expected = Problem::damaged;
    SECTION("a record changed") {
        meddle(source, "UPDATE session SET pressure=1");
    }
    SECTION("a row gone, every checksum right") {
        meddle(source, "DELETE FROM session");
    }
    SECTION("a planted trigger") {
        meddle(source, "CREATE TRIGGER planted AFTER INSERT ON session BEGIN DELETE FROM checkin; END");
        expected = Problem::not_ours;
    }
    SECTION("a newer version") {
        meddle(source, "PRAGMA user_version=99");
        expected = Problem::newer_version;
    }
    SECTION("a journal beside it") {
        write_bytes(source.string() + "-journal", "j");
        expected = Problem::not_ours;
    }
    SECTION("cut short") {
        std::filesystem::resize_file(source, 4096 * 3);
    }
    SECTION("a link") {
        std::filesystem::remove(source);
        std::filesystem::create_symlink(backup, source);
        expected = Problem::not_a_file;
    }
    SECTION("nothing") {
        std::filesystem::remove(source);
        expected = Problem::missing;
    }
    const std::string bytes = bytes_of(file);
    const auto refused = restore(file, source, test_services());
    REQUIRE_FALSE(refused.ok());
    CHECK(refused.error().problem == expected);
    CHECK(look_into(source).error().problem == expected);
    CHECK(bytes_of(file) == bytes);
    CHECK(files_of_log(file, {}).size() == 3);  // the log, its journal, the backup: nothing half made
}

TEST_CASE("whichever call of a restore fails, a whole log is there, the old or the new one",
          "[storage][restore][faults]") {
    int nth = 1;
    for (bool failed = true; failed; ++nth) {
        REQUIRE(nth < 2000);
        const TemporaryFolder folder(TemporaryFolder::Disk::memory);
        const auto file = folder.path() / "log.db";
        save(file, "s1");
        const auto backup = Backups(file, {}, test_services()).make(BackupKind::manual)->file;
        save(file, "s2");
        bool restored = false;
        {
            const FailingIo failing(nth, EIO, FailingIo::How::from_then_on);
            restored = restore(file, backup, test_services()).ok();
            failed = FailingIo::has_failed();
        }
        INFO("call " << nth);
        const auto count = (*open_log(file)->snapshot())->session_count();
        CHECK((count == 1 || count == 2));
        CHECK((!restored || count == 1));
        CHECK(look_into(backup).ok());
    }
    CHECK(nth > 20);
}

TEST_CASE("a log that is gone is not begun anew while its backups are there", "[storage]") {
    const TemporaryFolder folder;
    const auto file = folder.path() / "log.db";
    save(file, "s1");
    OpenOptions options;
    options.file = file;
    SECTION("its backups") {
        REQUIRE(Backups(file, {}, test_services()).make(BackupKind::manual).ok());
        std::filesystem::remove(file);
        CHECK(Logbook::open(options, test_services()).error().problem == Problem::missing);
        write_bytes(file, "");
        CHECK(Logbook::open(options, test_services()).error().problem == Problem::damaged);
        CHECK(bytes_of(file).empty());
    }
    SECTION("its journal") {
        std::filesystem::remove(file);
        write_bytes(file.string() + "-journal", std::string(512, 'j'));
        CHECK(Logbook::open(options, test_services()).error().problem == Problem::missing);
        CHECK_FALSE(std::filesystem::exists(file));
    }
}

TEST_CASE("erasing removes everything of a log and nothing of another", "[storage]") {
    const TemporaryFolder folder;
    const auto file = folder.path() / "log.db";
    save(file, "s1");
    const auto backup = Backups(file, {}, test_services()).make(BackupKind::manual)->file;
    REQUIRE(restore(file, backup, test_services()).ok());
    write_bytes(folder.path() / ".log.db.0000.new", "half made");
    write_bytes(file.string() + ".before-version-2", "before");
    save(folder.path() / "log2.db", "other");
    write_bytes(folder.path() / "log-notes.txt", "mine");
    REQUIRE(erase_files(files_of_log(file, {})).ok());
    std::size_t left = 0;
    for (const auto& entry : std::filesystem::directory_iterator(folder.path())) {
        INFO(entry.path());
        const auto name = entry.path().filename().string();
        CHECK((name.starts_with("log2.db") || name == "log-notes.txt"));
        ++left;
    }
    CHECK(left == 3);
    save(file, "anew");
}
