#include "storage/logbook/backups.h"
#include "storage/logbook/other_log.h"
#include "storage/logbook/tables.h"
#include "storage/migrations/migrations.h"
#include "storage/sqlite/statement.h"
#include "storage/sqlite/transaction.h"
#include "tests/support/failing_io.h"
#include "tests/support/processes.h"
#include "tests/support/row_digest.h"
#include "tests/support/temporary_log.h"
#include "tests/support/two_machines.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <cerrno>
#include <chrono>
#include <fstream>
#include <sstream>
#include <thread>

#include <sys/stat.h>

using namespace unknot;
using namespace unknot::storage;
using namespace unknot::tests;

namespace {

std::string bytes_in(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    std::ostringstream out;
    out << in.rdbuf();
    return out.str();
}

void put_bytes(const std::filesystem::path& file, const std::string& bytes) {
    std::ofstream(file, std::ios::binary) << bytes;
}

void run_sql(const std::filesystem::path& file, const std::string& sql) {
    Connection connection(file, Connection::Access::read_write, std::chrono::milliseconds(0));
    connection.execute(sql);
}

/// Two logs with a few records; the second is what goes wrong.
struct Two {
    TemporaryFolder folder{TemporaryFolder::Disk::memory};
    Machine ours{"device-a", folder.path() / "ours.db"};
    Machine theirs{"device-b", folder.path() / "theirs.db"};

    Two() {
        ours.say(LogSession{sample_session("mine")});
        for (int i = 0; i < 40; ++i) {
            theirs.say(LogSession{sample_session("s" + std::to_string(i))});
        }
        theirs.say(DeleteRecord{{"s0"}});
        ours.close();
        theirs.close();
    }

    /// Why the other log is refused; neither file becomes another one by that.
    Failure refusal() {
        const std::string mine = bytes_in(ours.file());
        const std::string other = bytes_in(theirs.file());
        const auto read = OtherLog::read(theirs.file());
        REQUIRE_FALSE(read.ok());
        CHECK(read.error().file == theirs.file());
        CHECK(bytes_in(ours.file()) == mine);
        CHECK(bytes_in(theirs.file()) == other);
        return read.error();
    }
};

}  // namespace

TEST_CASE("a log that was copied half is refused whole, wherever the copy stopped", "[storage][merge]") {
    Two two;
    const std::string whole = bytes_in(two.theirs.file());
    const std::size_t size =
        GENERATE_COPY(std::size_t{0}, std::size_t{1}, std::size_t{50}, std::size_t{100}, std::size_t{4096},
                      whole.size() / 2, whole.size() - 4096, whole.size() - 1);
    put_bytes(two.theirs.file(), whole.substr(0, size));
    const Failure failure = two.refusal();
    CHECK(failure.problem == Problem::unfinished);
    CHECK_FALSE(failure.system.empty());
}

TEST_CASE("a log of the right size whose end has not come yet is refused", "[storage][merge]") {
    Two two;
    std::string bytes = bytes_in(two.theirs.file());
    const std::size_t from = GENERATE_COPY(std::size_t{0}, std::size_t{4096}, bytes.size() / 2);
    std::fill(bytes.begin() + static_cast<std::ptrdiff_t>(from), bytes.end(), '\0');
    put_bytes(two.theirs.file(), bytes);
    const Problem problem = two.refusal().problem;
    CHECK((problem == Problem::unfinished || problem == Problem::damaged));
}

TEST_CASE("pages of two moments of a log are refused, whichever page is the old one", "[storage][merge]") {
    Two two;
    const std::string old = bytes_in(two.theirs.file());
    for (int i = 40; i < 60; ++i) {
        Session session = sample_session("s" + std::to_string(i));
        session.note = std::string(400, 'n');
        two.theirs.say(LogSession{session});
    }
    two.theirs.close();
    const auto said = two.theirs.said();
    const std::string fresh = bytes_in(two.theirs.file());
    constexpr std::size_t page = 4096;
    int refused = 0;
    for (std::size_t at = 0; at + page <= old.size(); at += page) {
        std::string torn = fresh;
        torn.replace(at, page, old, at, page);
        put_bytes(two.theirs.file(), torn);
        const auto read = OtherLog::read(two.theirs.file());
        INFO("page " << at / page);
        refused += read.ok() ? 0 : 1;
        // A page of what is each machine's own business (undo) may be an old one without anybody noticing.
        CHECK((!read.ok() || said_in(two.theirs.file()) == said));
    }
    CHECK(refused > 3);
}

TEST_CASE("a log beside which a journal lies is refused: it is being written, or a crash cut it short",
          "[storage][merge]") {
    Two two;
    const std::string end = GENERATE("-journal", "-wal");
    put_bytes(two.theirs.file().string() + end, "half a change");
    const Failure failure = two.refusal();
    CHECK(failure.problem == Problem::unfinished);
    CHECK(failure.system == "theirs.db" + end + " lies beside it");
}

TEST_CASE("a log that another process is writing is refused, and joined once it is done",
          "[storage][merge]") {
    Two two;
    {
        Connection writer(two.theirs.file(), Connection::Access::read_write, std::chrono::milliseconds(0));
        Transaction transaction(writer, Transaction::Kind::write);
        writer.execute("PRAGMA cache_size=1; UPDATE session SET note=note||'x'");
        CHECK(two.refusal().problem == Problem::unfinished);
    }
    CHECK(two.ours.merge(two.theirs).added == 39);
}

TEST_CASE("while another process saves, a log is read as of one moment or refused as unfinished",
          "[storage][merge]") {
    const Two two;
    const int writer = start_process([&] {
        const auto log = open_log(two.theirs.file());
        for (int i = 0; i < 150; ++i) {
            Session session = sample_session("w" + std::to_string(i));
            session.note = std::string(9000, 'w');
            if (!log->apply(LogSession{session})) {
                return false;
            }
            if (i % 10 == 9) {
                std::this_thread::sleep_for(std::chrono::milliseconds(20));  // as people pause
            }
        }
        return true;
    });
    int read = 0;
    for (int i = 0; i < 300; ++i) {
        const auto other = OtherLog::read(two.theirs.file());
        read += other.ok() ? 1 : 0;
        CHECK((other.ok() || other.error().problem == Problem::unfinished));
    }
    CHECK(finished(writer));
    CHECK(read > 0);
    CHECK(OtherLog::read(two.theirs.file()).ok());
}

TEST_CASE("a log that another process only has open is joined", "[storage][merge]") {
    Two two;
    (void)two.theirs.snapshot();
    CHECK(in_a_process([&] { return two.ours.merge(two.theirs).added == 39; }));
    CHECK(two.ours.snapshot()->session_count() == 40);
}

TEST_CASE("a log of a newer version, of another program, with planted objects or damaged is refused",
          "[storage][merge]") {
    Two two;
    SECTION("newer") {
        run_sql(two.theirs.file(), "PRAGMA user_version=99");
        CHECK(two.refusal().problem == Problem::newer_version);
    }
    SECTION("another program's") {
        run_sql(two.theirs.file(), "PRAGMA application_id=1");
        CHECK(two.refusal().problem == Problem::not_ours);
    }
    SECTION("not even a database") {
        put_bytes(two.theirs.file(), std::string(5000, 'x'));
        CHECK(two.refusal().problem == Problem::not_ours);
    }
    SECTION("planted") {
        run_sql(two.theirs.file(), "CREATE VIEW planted AS SELECT * FROM session");
        CHECK(two.refusal().problem == Problem::not_ours);
    }
    SECTION("a record whose checksum does not fit") {
        run_sql(two.theirs.file(), "UPDATE session SET pressure=5 WHERE id='s7'");
        const Failure failure = two.refusal();
        CHECK(failure.problem == Problem::damaged);
        CHECK(failure.id == "s7");
    }
    SECTION("a tombstone whose checksum does not fit") {
        run_sql(two.theirs.file(), "UPDATE tombstone SET clock=clock+1");
        CHECK(two.refusal().problem == Problem::damaged);
    }
    SECTION("a device that is not there") {
        run_sql(two.theirs.file(), "PRAGMA foreign_keys=OFF; DELETE FROM device");
        CHECK(two.refusal().problem == Problem::damaged);
    }
    SECTION("a record that is later than its log's last change") {
        run_sql(two.theirs.file(), "UPDATE area_change SET clock=1");
        CHECK(two.refusal().problem == Problem::unfinished);
    }
    SECTION("not there") {
        std::filesystem::remove(two.theirs.file());
        const auto read = OtherLog::read(two.theirs.file());
        REQUIRE_FALSE(read.ok());
        CHECK(read.error().problem == Problem::missing);
    }
    SECTION("a link in its place") {
        std::filesystem::rename(two.theirs.file(), two.folder.path() / "real.db");
        std::filesystem::create_symlink(two.folder.path() / "real.db", two.theirs.file());
        CHECK(two.refusal().problem == Problem::not_a_file);
    }
    SECTION("a folder") {
        std::filesystem::remove(two.theirs.file());
        std::filesystem::create_directory(two.theirs.file());
        const auto read = OtherLog::read(two.theirs.file());
        REQUIRE_FALSE(read.ok());
        CHECK(read.error().problem == Problem::not_a_file);
    }
}

TEST_CASE("a record that no form would take is refused, though its checksum fits", "[storage][merge]") {
    Two two;
    {
        Connection connection(two.theirs.file(), Connection::Access::read_write,
                              std::chrono::milliseconds(0));
        Tables tables(connection);
        Stored<Session> stored = *tables.session("s1");
        SECTION("a note with a control character") {
            stored.record.note = "\x1b]0;x\x07";
        }
        SECTION("an area that is not there") {
            stored.record.area = "nowhere";
        }
        SECTION("a revision beyond all clocks") {
            stored.revision.clock = std::numeric_limits<std::int64_t>::max();
            connection.execute("UPDATE area_change SET clock=9223372036854775807");
        }
        tables.put(stored.record, stored.revision);
        if (stored.record.area == "nowhere") {
            connection.execute("INSERT INTO area_change VALUES ('nowhere', 9223372036854775807)");
        }
    }
    CHECK(two.refusal().problem == Problem::damaged);
}

TEST_CASE("a log of version 1 is joined, and its file stays of version 1", "[storage][merge]") {
    Two two;
    std::filesystem::remove(two.theirs.file());
    std::ofstream(two.theirs.file()).close();
    {
        Connection connection(two.theirs.file(), Connection::Access::read_write,
                              std::chrono::milliseconds(0));
        migrate(connection, all_migrations().first(1));
        connection.execute(
            "INSERT INTO meta VALUES ('device','old'); INSERT INTO device (id) VALUES ('old')");
        Tables(connection).put(sample_session("of-version-1"), {5, 1, 5});
        connection.execute("INSERT INTO area_change VALUES ('calf', 5)");
    }
    const std::string before = bytes_in(two.theirs.file());
    CHECK(two.ours.merge(two.theirs.file()).added == 1);
    CHECK(bytes_in(two.theirs.file()) == before);
    CHECK(two.ours.snapshot()->find_session({"of-version-1"}) != nullptr);
}

TEST_CASE("a backup is joined as the log that it was made of", "[storage][merge]") {
    Two two;
    const auto backup = two.folder.path() / "stick.db";
    REQUIRE(Backups(two.theirs.file(), {}, two.theirs.services()).make_at(backup).ok());
    CHECK(two.ours.merge(backup).added == 39);
    CHECK(two.ours.merge(two.theirs).changes() == 0);
}

TEST_CASE("a log that another process writes for long is not joined with, and stays as it is",
          "[storage][merge]") {
    Two two;
    const auto other = OtherLog::read(two.theirs.file());
    REQUIRE(other.ok());
    Connection writer(two.ours.file(), Connection::Access::read_write, std::chrono::milliseconds(0));
    Transaction transaction(writer, Transaction::Kind::write);
    OpenOptions options;
    options.file = two.ours.file();
    options.busy_timeout = std::chrono::milliseconds(50);
    auto log = Logbook::open(options, two.ours.services());
    REQUIRE(log.ok());
    const auto merged = (*log)->merge(**other);
    REQUIRE_FALSE(merged.ok());
    CHECK(merged.error().problem == Problem::busy);
}

TEST_CASE("a window that is open sees what another process joined, and what it takes back",
          "[storage][merge]") {
    Two two;
    const auto window = open_log(two.ours.file(), "window");
    REQUIRE((*window->snapshot())->session_count() == 1);
    CHECK(in_a_process([&] { return two.ours.merge(two.theirs).added == 39; }));
    CHECK(window->changed_elsewhere());
    CHECK((*window->snapshot())->session_count() == 40);
    CHECK(in_a_process([&] { return two.ours.log().apply(Undo{""}).ok(); }));
    CHECK((*window->snapshot())->session_count() == 1);
}

TEST_CASE("a log that can only be read is not joined with", "[storage][merge]") {
    Two two;
    OpenOptions options;
    options.file = two.ours.file();
    options.read_only = true;
    auto log = Logbook::open(options, two.ours.services());
    REQUIRE(log.ok());
    const auto other = OtherLog::read(two.theirs.file());
    REQUIRE(other.ok());
    CHECK((*log)->merge_preview(**other)->added == 39);
    CHECK((*log)->merge(**other).error().problem == Problem::read_only);
}

TEST_CASE("whichever call of a merge fails, the log is as it was or has all of it, and what was said is true",
          "[storage][merge][faults]") {
    const int error = GENERATE(EIO, ENOSPC);
    const auto how = GENERATE(FailingIo::How::once, FailingIo::How::from_then_on);
    Two two;
    two.ours.say(LogSession{sample_session("s1")});
    two.ours.close();
    Machine joined = two.ours.copy(two.folder.path() / "joined.db");
    (void)joined.merge(two.theirs);
    const auto before = two.ours.said();
    const auto after = joined.said();
    int failures = 0;
    for (int nth = 1; nth < 900; ++nth) {
        Machine ours = two.ours.copy(two.folder.path() / ("n" + std::to_string(nth) + ".db"));
        (void)ours.snapshot();
        bool acknowledged = false;
        bool failed_somewhere = false;
        Problem problem = Problem::not_accepted;
        std::string words;
        {
            const FailingIo failing(nth, error, how);
            const auto other = OtherLog::read(two.theirs.file());
            if (other.ok()) {
                const auto merged = ours.log().merge(**other);
                acknowledged = merged.ok();
                problem = merged.ok() ? problem : merged.error().problem;
                words = merged.ok() ? words : merged.error().file.string() + ": " + merged.error().system;
            } else {
                problem = other.error().problem;
                words = other.error().file.string() + ": " + other.error().system;
            }
            failed_somewhere = FailingIo::has_failed();
        }
        ours.close();
        (void)ours.snapshot();
        INFO("call " << nth << ", error " << error << ", problem " << static_cast<int>(problem) << " "
                     << words);
        const auto now = ours.said();
        CHECK((now == before || now == after));
        if (acknowledged) {
            CHECK(now == after);
        } else {
            CHECK((problem == Problem::disk_full || problem == Problem::io_error));
            CHECK((how == FailingIo::How::from_then_on || now == before));
            (void)ours.merge(two.theirs);
            CHECK(ours.said() == after);
        }
        std::filesystem::remove(ours.file());
        if (!failed_somewhere) {
            break;
        }
        ++failures;
        REQUIRE(nth < 899);
    }
    CHECK(failures > 5);
}
