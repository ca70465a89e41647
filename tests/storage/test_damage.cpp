#include "storage/logbook/checking.h"
#include "storage/logbook/salvage.h"
#include "storage/sqlite/connection.h"
#include "tests/support/temporary_log.h"

#include <catch2/catch_test_macros.hpp>

#include <fstream>
#include <sstream>

using namespace unknot;
using namespace unknot::storage;
using namespace unknot::tests;

namespace {

std::string bytes_of(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    std::ostringstream out;
    out << in.rdbuf();
    return out.str();
}

void write_bytes(const std::filesystem::path& file, const std::string& bytes) {
    std::ofstream(file, std::ios::binary | std::ios::trunc) << bytes;
}

void meddle(const std::filesystem::path& file, const std::string& sql) {
    Connection(file, Connection::Access::read_write, std::chrono::milliseconds(0)).execute(sql);
}

Session with_note(const std::string& id, std::size_t size) {
    Session session = sample_session(id);
    session.note = std::string(size, 'n');
    return session;
}

std::unique_ptr<Logbook> full_log(const std::filesystem::path& file) {
    auto log = open_log(file);
    Area area{"own_1", "My spot", "", "", {true, true, false}, true, false, true, false};
    area.map_place = MapPlace{BodyView::front, 1, 2};
    REQUIRE(log->apply(PutArea{area}).ok());
    REQUIRE(log->apply(LogSession{with_note("short", 10)}).ok());
    REQUIRE(log->apply(LogSession{with_note("long", 60'000)}).ok());
    Session own = sample_session("own");
    own.area = "own_1";
    REQUIRE(log->apply(LogSession{own}).ok());
    REQUIRE(log->apply(RecordCheckIns{{sample_checkin("c1", 4)}}).ok());
    REQUIRE(log->apply(LogSession{sample_session("deleted")}).ok());
    REQUIRE(log->apply(DeleteRecord{{"deleted"}}).ok());
    REQUIRE(log->apply(SetProfile{Profile{}}).ok());
    return log;
}

Problem problem_opening(const std::filesystem::path& file) {
    OpenOptions options;
    options.file = file;
    return Logbook::open(options, test_services()).error().problem;
}

}  // namespace

TEST_CASE("a log whose beginning is destroyed is called damaged, and every record is salvaged",
          "[storage][salvage]") {
    const TemporaryFolder folder;
    const auto file = folder.path() / "log.db";
    (void)full_log(file);
    std::string bytes = bytes_of(file);
    bytes.replace(0, 4096, std::string(4096, 'x'));
    write_bytes(file, bytes);
    CHECK(problem_opening(file) == Problem::damaged);
    const auto target = folder.path() / "saved.db";
    const auto saved = salvage(file, target, test_services());
    REQUIRE(saved.ok());
    CHECK(saved->sessions == 3);
    CHECK(saved->checkins == 1);
    CHECK(saved->renamed_areas == 0);
    CHECK(saved->profile);
    const auto snapshot = *open_log(target)->snapshot();
    CHECK(*snapshot->find_session({"long"}) == with_note("long", 60'000));
    CHECK(*snapshot->find_checkin({"c1"}) == sample_checkin("c1", 4));
    CHECK(snapshot->find_session({"deleted"}) == nullptr);
    CHECK(snapshot->catalogue->find("own_1")->map_place == MapPlace{BodyView::front, 1, 2});
    CHECK(check_log(target)->empty());
    CHECK(bytes_of(file) == bytes);
    CHECK(salvage(file, target, test_services()).error().problem == Problem::already_there);
}

TEST_CASE("an own area that is lost gets a name, so that its records are kept", "[storage][salvage]") {
    const TemporaryFolder folder;
    const auto file = folder.path() / "log.db";
    (void)full_log(file);
    meddle(file, "UPDATE own_area SET name='changed'");  // its checksum does not fit any more
    const auto saved = salvage(file, folder.path() / "saved.db", test_services());
    REQUIRE(saved.ok());
    CHECK(saved->renamed_areas == 1);
    CHECK(saved->sessions == 3);
    CHECK((*open_log(folder.path() / "saved.db")->snapshot())->find_session({"own"}) != nullptr);
}

TEST_CASE("a salvaged log takes new records", "[storage][salvage]") {
    const TemporaryFolder folder;
    const auto file = folder.path() / "log.db";
    (void)full_log(file);
    REQUIRE(salvage(file, folder.path() / "saved.db", test_services()).ok());
    const auto log = open_log(folder.path() / "saved.db");
    REQUIRE(log->apply(LogSession{sample_session("new")}).ok());
    REQUIRE(log->apply(Undo{}).ok());
    CHECK((*log->snapshot())->session_count() == 3);
}

TEST_CASE("check names each kind of damage", "[storage][check]") {
    const TemporaryFolder folder;
    const auto file = folder.path() / "log.db";
    (void)full_log(file);
    CHECK(check_log(file)->empty());
    using What = CheckProblem::What;
    What expected = What::record;
    std::string detail;
    SECTION("a record") {
        meddle(file, "UPDATE session SET pressure=1 WHERE id='short'");
        detail = "short";
    }
    SECTION("a deleted record") {
        meddle(file, "UPDATE trash SET deleted_ms=1");
        detail = "deleted";
    }
    SECTION("a planted view") {
        meddle(file, "CREATE VIEW planted AS SELECT 1");
        expected = What::foreign_object;
        detail = "view planted";
    }
    SECTION("a table that is not there") {
        meddle(file, "DROP TABLE trash");
        expected = What::foreign_object;
        detail = "index trash_by_age";
    }
    SECTION("a page") {
        std::string bytes = bytes_of(file);
        bytes.replace(bytes.size() - 4096, 4096, std::string(4096, '\x0d'));
        write_bytes(file, bytes);
        expected = What::structure;
    }
    const auto problems = check_log(file);
    REQUIRE(problems.ok());
    REQUIRE_FALSE(problems->empty());
    CHECK(problems->front().what == expected);
    CHECK((detail.empty() || problems->front().detail == detail));
}

TEST_CASE("what is no log is neither checked nor salvaged", "[storage][salvage]") {
    const TemporaryFolder folder;
    const auto file = folder.path() / "file";
    write_bytes(file, std::string(20'000, 'x'));
    CHECK(check_log(file).error().problem == Problem::not_ours);
    CHECK(salvage(file, folder.path() / "saved.db", test_services()).error().problem == Problem::not_ours);
    CHECK_FALSE(std::filesystem::exists(folder.path() / "saved.db"));
    CHECK(check_log(folder.path() / "none").error().problem == Problem::missing);
}
