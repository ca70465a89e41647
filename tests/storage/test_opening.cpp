#include "storage/logbook/opening.h"
#include "storage/migrations/migrations.h"
#include "storage/sqlite/connection.h"
#include "tests/support/processes.h"
#include "tests/support/temporary_log.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <fstream>
#include <sstream>

#include <sys/mount.h>
#include <sys/stat.h>

using namespace unknot;
using namespace unknot::storage;
using namespace unknot::tests;

namespace {

constexpr std::chrono::milliseconds no_wait{0};

std::string bytes_of(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    std::ostringstream out;
    out << in.rdbuf();
    return out.str();
}

void write_bytes(const std::filesystem::path& file, const std::string& bytes) {
    std::ofstream(file, std::ios::binary | std::ios::trunc) << bytes;
}

auto try_open(const std::filesystem::path& file, bool create = true) {
    OpenOptions options;
    options.file = file;
    options.create = create;
    return Logbook::open(options, test_services());
}

Problem problem_opening(const std::filesystem::path& file, bool create = true) {
    const auto opened = try_open(file, create);
    REQUIRE_FALSE(opened.ok());
    CHECK(opened.error().file == file);
    return opened.error().problem;
}

/// Changes a log behind the program's back.
void meddle(const std::filesystem::path& file, const std::string& sql) {
    Connection(file, Connection::Access::read_write, no_wait).execute(sql);
}

unsigned mode_of(const std::filesystem::path& file) {
    struct stat info {};
    REQUIRE(stat(file.c_str(), &info) == 0);
    return info.st_mode & 0777U;
}

}  // namespace

TEST_CASE("a log and the folders made for it are private whatever the umask", "[storage]") {
    const mode_t mask = GENERATE(mode_t{0}, mode_t{022}, mode_t{0777});
    const TemporaryFolder folder;
    const auto file = folder.path() / "new" / "deeper" / "log.db";
    const mode_t before = umask(mask);
    const bool saved = open_log(file)->apply(LogSession{sample_session("s1")}).ok();
    umask(before);
    REQUIRE(saved);
    CHECK(mode_of(file) == 0600);
    CHECK(mode_of(file.string() + "-journal") == 0600);
    CHECK(mode_of(file.parent_path()) == 0700);
    CHECK(mode_of(file.parent_path().parent_path()) == 0700);
}

TEST_CASE("what is not our log is said as such and never written", "[storage]") {
    const TemporaryFolder folder;
    const auto file = folder.path() / "file";
    std::string content = "text";
    SECTION("some text") {
        content = std::string(200, 'x');
    }
    SECTION("fewer bytes than a header has") {
        content = "SQLite format 3";
    }
    SECTION("another program's database") {
        write_bytes(file, "");
        meddle(file, "CREATE TABLE t (x)");
        content = bytes_of(file);
    }
    SECTION("another program's database with our version number") {
        write_bytes(file, "");
        meddle(file, "CREATE TABLE session (x); PRAGMA user_version=1");
        content = bytes_of(file);
    }
    SECTION("a log in write-ahead mode") {
        (void)open_log(file);
        content = bytes_of(file);
        content[18] = content[19] = 2;
    }
    SECTION("a log with a planted trigger") {
        (void)open_log(file);
        meddle(file, "CREATE TRIGGER planted AFTER INSERT ON session BEGIN DELETE FROM checkin; END");
        content = bytes_of(file);
    }
    SECTION("a log that lacks a table") {
        (void)open_log(file);
        meddle(file, "DROP TABLE trash");
        content = bytes_of(file);
    }
    write_bytes(file, content);
    CHECK(problem_opening(file) == Problem::not_ours);
    CHECK(bytes_of(file) == content);
    CHECK_FALSE(std::filesystem::exists(file.string() + "-wal"));
}

TEST_CASE("a foreign database's journal is left alone", "[storage]") {
    const TemporaryFolder folder;
    const auto file = folder.path() / "foreign.db";
    write_bytes(file, "");
    meddle(file, "CREATE TABLE t (x)");
    write_bytes(file.string() + "-journal", std::string(512, 'j'));
    CHECK(problem_opening(file) == Problem::not_ours);
    CHECK(bytes_of(file.string() + "-journal") == std::string(512, 'j'));
}

TEST_CASE("a newer program's log is read where it says that it can be, and never written", "[storage]") {
    const TemporaryFolder folder;
    const auto file = folder.path() / "newer.db";
    REQUIRE(open_log(file)->apply(LogSession{sample_session("s1")}).ok());
    meddle(file, "PRAGMA user_version=" + std::to_string(current_version() + 1));
    const std::string bytes = bytes_of(file);
    {
        const auto log = open_log(file);
        CHECK(log->read_only());
        CHECK(log->why_read_only() == Problem::newer_version);
        CHECK((*log->snapshot())->session_count() == 1);
        CHECK(log->apply(LogSession{sample_session("s2")}).error().problem == Problem::newer_version);
    }
    CHECK(bytes_of(file) == bytes);
    meddle(file,
           "UPDATE meta SET value='" + std::to_string(current_version() + 1) + "' WHERE key='oldest_reader'");
    const std::string closed = bytes_of(file);
    CHECK(problem_opening(file) == Problem::newer_version);
    CHECK(bytes_of(file) == closed);
}

TEST_CASE("a folder, a device, links and a missing file each have their own problem", "[storage]") {
    const TemporaryFolder folder;
    CHECK(problem_opening(folder.path()) == Problem::not_a_file);
    CHECK(problem_opening("/dev/null") == Problem::not_a_file);
    REQUIRE(mkfifo((folder.path() / "pipe").c_str(), 0600) == 0);
    CHECK(problem_opening(folder.path() / "pipe") == Problem::not_a_file);
    CHECK(problem_opening(folder.path() / "missing.db", false) == Problem::missing);
    CHECK_FALSE(std::filesystem::exists(folder.path() / "missing.db"));

    const auto file = folder.path() / "log.db";
    REQUIRE(open_log(file)->apply(LogSession{sample_session("s1")}).ok());
    const std::string bytes = bytes_of(file);
    std::filesystem::create_symlink(file, folder.path() / "link.db");
    CHECK(problem_opening(folder.path() / "link.db") == Problem::not_a_file);
    std::filesystem::create_symlink(folder.path() / "nowhere", folder.path() / "dangling.db");
    CHECK(problem_opening(folder.path() / "dangling.db") == Problem::not_a_file);
    CHECK_FALSE(std::filesystem::exists(folder.path() / "nowhere"));
    std::filesystem::create_hard_link(file, folder.path() / "hard.db");
    CHECK(problem_opening(folder.path() / "hard.db") == Problem::not_a_file);
    CHECK(bytes_of(file) == bytes);
    CHECK(problem_opening(file / "below.db") == Problem::not_a_file);
}

TEST_CASE("a journal that is a planted link is not followed", "[storage]") {
    const TemporaryFolder folder;
    const auto file = folder.path() / "log.db";
    (void)open_log(file);
    write_bytes(folder.path() / "victim", "mine");
    std::filesystem::remove(file.string() + "-journal");
    std::filesystem::create_symlink(folder.path() / "victim", file.string() + "-journal");
    CHECK(try_open(file).error().problem == Problem::not_a_file);
    CHECK(bytes_of(folder.path() / "victim") == "mine");
}

TEST_CASE("a folder that is a link is the user's own arrangement", "[storage]") {
    const TemporaryFolder folder;
    std::filesystem::create_directory(folder.path() / "elsewhere");
    std::filesystem::create_directory_symlink(folder.path() / "elsewhere", folder.path() / "data");
    REQUIRE(open_log(folder.path() / "data" / "log.db")->apply(LogSession{sample_session("s1")}).ok());
    CHECK(std::filesystem::exists(folder.path() / "elsewhere" / "log.db"));
}

TEST_CASE("a log that must be new is not made over one that is there", "[storage]") {
    const TemporaryFolder folder;
    OpenOptions options;
    options.file = folder.path() / "log.db";
    options.must_be_new = true;
    REQUIRE(Logbook::open(options, test_services()).ok());
    const std::string bytes = bytes_of(options.file);
    CHECK(Logbook::open(options, test_services()).error().problem == Problem::already_there);
    CHECK(bytes_of(options.file) == bytes);
}

TEST_CASE("an empty file becomes a log where one may be made", "[storage]") {
    const TemporaryFolder folder;
    const auto file = folder.path() / "empty.db";
    write_bytes(file, "");
    CHECK(problem_opening(file, false) == Problem::not_ours);
    REQUIRE(open_log(file)->apply(LogSession{sample_session("s1")}).ok());
    CHECK((*open_log(file)->snapshot())->session_count() == 1);
}

TEST_CASE("names that mean something to SQLite are plain file names here", "[storage]") {
    const TemporaryFolder folder;
    const auto before = std::filesystem::current_path();
    std::filesystem::current_path(folder.path());
    for (const std::string name : {":memory:", "file:log.db?mode=memory", "größe 'quoted' \".db"}) {
        CHECK(open_log(name)->apply(LogSession{sample_session("s1")}).ok());
        CHECK(std::filesystem::is_regular_file(folder.path() / name));
    }
    std::filesystem::current_path(before);
}

TEST_CASE("a truncated log is damaged, and stays as it is", "[storage]") {
    const TemporaryFolder folder;
    const auto file = folder.path() / "log.db";
    REQUIRE(open_log(file)->apply(LogSession{sample_session("s1")}).ok());
    const std::string whole = bytes_of(file);
    for (const std::size_t pages : {1U, 2U, 5U}) {
        const std::string cut = whole.substr(0, pages * 4096);
        write_bytes(file, cut);
        const auto opened = try_open(file);
        const Problem problem = opened.ok() ? (*opened)->snapshot().error().problem : opened.error().problem;
        CHECK(problem == Problem::damaged);
        CHECK(bytes_of(file) == cut);
    }
}

TEST_CASE("a log that may not be written can be looked at", "[storage]") {
    const TemporaryFolder folder;
    const auto file = folder.path() / "log.db";
    REQUIRE(open_log(file)->apply(LogSession{sample_session("s1")}).ok());
    const std::string bytes = bytes_of(file);
    std::filesystem::permissions(folder.path(), std::filesystem::perms(0755));
    SECTION("the file") {
        std::filesystem::permissions(file, std::filesystem::perms(0444));
    }
    SECTION("the folder, which the journal needs") {
        std::filesystem::permissions(file, std::filesystem::perms(0666));
        std::filesystem::permissions(folder.path(), std::filesystem::perms(0555));
    }
    CHECK(as_a_plain_user([&] {
        const auto opened = try_open(file);
        return opened.ok() && (*opened)->read_only() && (*(*opened)->snapshot())->session_count() == 1 &&
               (*opened)->apply(LogSession{sample_session("s2")}).error().problem == Problem::read_only &&
               (*opened)->apply(Undo{}).error().problem == Problem::read_only;
    }));
    std::filesystem::permissions(folder.path(), std::filesystem::perms(0755));
    CHECK(bytes_of(file) == bytes);
}

TEST_CASE("a log that one may not read, or not make, is a question of permission", "[storage]") {
    const TemporaryFolder folder;
    const auto file = folder.path() / "log.db";
    (void)open_log(file);
    std::filesystem::permissions(file, std::filesystem::perms(0));
    std::filesystem::permissions(folder.path(), std::filesystem::perms(0555));
    CHECK(as_a_plain_user([&] { return try_open(file).error().problem == Problem::no_permission; }));
    CHECK(as_a_plain_user(
        [&] { return try_open(folder.path() / "other.db").error().problem == Problem::no_permission; }));
    CHECK(as_a_plain_user([&] {
        return try_open(folder.path() / "new" / "other.db").error().problem == Problem::no_permission;
    }));
    std::filesystem::permissions(folder.path(), std::filesystem::perms(0700));
}

TEST_CASE("asked to only read, the logbook makes and changes nothing", "[storage]") {
    const TemporaryFolder folder;
    OpenOptions options;
    options.file = folder.path() / "log.db";
    options.read_only = true;
    CHECK(Logbook::open(options, test_services()).error().problem == Problem::missing);
    REQUIRE(open_log(options.file)->apply(LogSession{sample_session("s1")}).ok());
    const auto log = std::move(*Logbook::open(options, test_services()));
    CHECK((*log->snapshot())->session_count() == 1);
    CHECK(log->apply(LogSession{sample_session("s2")}).error().problem == Problem::read_only);
}

TEST_CASE("every connection got the settings it asked for", "[storage]") {
    const TemporaryFolder folder;
    (void)open_log(folder.path() / "log.db");
    Connection connection(folder.path() / "log.db", Connection::Access::read_write, no_wait);
    CHECK(connection.text("PRAGMA journal_mode") == "truncate");
    CHECK(connection.integer("PRAGMA synchronous") == 2);
    CHECK(connection.integer("PRAGMA foreign_keys") == 1);
    CHECK(connection.integer("PRAGMA trusted_schema") == 0);
    CHECK(connection.integer("PRAGMA cell_size_check") == 1);
    CHECK(connection.integer("PRAGMA mmap_size") == 0);
    CHECK(connection.integer("PRAGMA temp_store") == 2);
    CHECK(connection.integer("PRAGMA secure_delete") == 1);
    CHECK(connection.text("PRAGMA integrity_check") == "ok");
}

TEST_CASE("looking at a file's header keeps the locks that this process has on it", "[storage]") {
    const TemporaryFolder folder;
    const auto file = folder.path() / "log.db";
    (void)open_log(file);
    Connection connection(file, Connection::Access::read_write, no_wait);
    connection.execute("BEGIN IMMEDIATE");
    CHECK(FileHeader::read(file).application_id == application_id);
    CHECK(in_a_process([&] {
        OpenOptions options;
        options.file = file;
        options.busy_timeout = no_wait;
        const auto log = Logbook::open(options, test_services());
        return log.ok() && (*log)->apply(LogSession{sample_session("s1")}).error().problem == Problem::busy;
    }));
    connection.execute("ROLLBACK");
}

TEST_CASE("a log that is deleted or replaced while it is open is noticed before anything is written",
          "[storage]") {
    const TemporaryFolder folder;
    const auto file = folder.path() / "log.db";
    const auto log = open_log(file);
    REQUIRE(log->apply(LogSession{sample_session("s1")}).ok());
    const auto shown = *log->snapshot();

    std::filesystem::rename(file, folder.path() / "aside.db");
    CHECK(log->apply(LogSession{sample_session("s2")}).error().problem == Problem::missing);
    CHECK(log->snapshot().error().problem == Problem::missing);
    CHECK(log->changed_elsewhere());
    CHECK_FALSE(std::filesystem::exists(file));

    REQUIRE(open_log(file)->apply(LogSession{sample_session("other")}).ok());
    REQUIRE(log->apply(LogSession{sample_session("s3")}).ok());
    const auto now = *log->snapshot();
    CHECK(now->find_session({"other"}) != nullptr);
    CHECK(now->find_session({"s3"}) != nullptr);
    CHECK(now->session_count() == 2);
    CHECK(now->generation > shown->generation);
    CHECK((*open_log(folder.path() / "aside.db")->snapshot())->session_count() == 1);
}
