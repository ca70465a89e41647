#include "storage/sqlite/connection.h"
#include "tests/support/temporary_log.h"

#include <catch2/catch_test_macros.hpp>

#include <fstream>
#include <sstream>

using namespace unknot;
using namespace unknot::storage;
using namespace unknot::tests;

namespace {

constexpr std::int64_t day_s = 24 * 3600;

std::unique_ptr<Logbook> open_at(const std::filesystem::path& file, const Instant& now) {
    OpenOptions options;
    options.file = file;
    auto log = Logbook::open(options, test_services(now));
    REQUIRE(log.ok());
    return std::move(*log);
}

Area own_area() {
    Area area;
    area.id = "own_1";
    area.name = "My spot";
    area.sides = {true, true, false};
    area.front = true;
    area.own = true;
    return area;
}

std::int64_t count(const std::filesystem::path& file, const std::string& table) {
    Connection connection(file, Connection::Access::read_only, std::chrono::milliseconds(1000));
    return connection.integer("SELECT count(*) FROM " + table);
}

bool file_holds(const std::filesystem::path& file, const std::string& text) {
    std::ifstream in(file, std::ios::binary);
    std::ostringstream out;
    out << in.rdbuf();
    return out.str().find(text) != std::string::npos;
}

Problem undo_problem(Logbook& log, const std::string& origin = {}) {
    const auto undone = log.apply(Undo{origin});
    REQUIRE_FALSE(undone.ok());
    return undone.error().problem;
}

}  // namespace

TEST_CASE("the preview names just what undo then takes back", "[storage][undo]") {
    const TemporaryFolder folder;
    const auto log = open_log(folder.path() / "log.db");
    CHECK_FALSE((*log->undo_preview("")).has_value());
    REQUIRE(log->apply(LogSession{sample_session("s1")}).ok());
    const auto preview = *log->undo_preview("cli");
    REQUIRE(preview.has_value());
    CHECK(preview->what == Applied::What::logged_session);
    CHECK(preview->records == std::vector<RecordId>{{"s1"}});
    CHECK(preview->area == "calf");
    CHECK(preview->side == Side::left);
    CHECK(preview->at == sample_session("s1").started_at);
    CHECK_FALSE((*log->undo_preview("window")).has_value());
    const auto undone = log->apply(Undo{});
    REQUIRE(undone.ok());
    CHECK(undone->undone);
    CHECK(undone->records == preview->records);
}

TEST_CASE("a command that changes nothing leaves no step", "[storage][undo]") {
    const TemporaryFolder folder;
    const auto file = folder.path() / "log.db";
    const auto log = open_log(file);
    REQUIRE(log->apply(LogSession{sample_session("s1")}).ok());
    CHECK_FALSE(log->apply(EditSession{sample_session("s1")})->changed);
    CHECK_FALSE(log->apply(ImportRecords{})->changed);
    REQUIRE(log->apply(SetProfile{}).ok());
    CHECK_FALSE(log->apply(SetProfile{})->changed);
    CHECK(count(file, "undo_step") == 2);
}

TEST_CASE("the profile is one step, back to not asked at all", "[storage][undo]") {
    const TemporaryFolder folder;
    const auto log = open_log(folder.path() / "log.db");
    CHECK_FALSE((*log->snapshot())->profile_asked);
    Profile profile;
    profile.conditions = {Condition::blood_thinners};
    profile.cleared = {Condition::blood_thinners};
    profile.cleared_at = test_now();
    REQUIRE(log->apply(SetProfile{}).ok());
    REQUIRE(log->apply(SetProfile{profile}).ok());
    CHECK((*log->snapshot())->profile == profile);
    REQUIRE(log->apply(Undo{}).ok());
    CHECK((*log->snapshot())->profile == Profile{});
    CHECK((*log->snapshot())->profile_asked);
    REQUIRE(log->apply(Undo{}).ok());
    CHECK_FALSE((*log->snapshot())->profile_asked);
}

TEST_CASE("an own area can be taken back only while nothing is logged on it", "[storage][undo]") {
    const TemporaryFolder folder;
    const auto file = folder.path() / "log.db";
    const auto window = open_log(file, "window");
    const auto cli = open_log(file, "cli");
    REQUIRE(window->apply(PutArea{own_area()}).ok());
    REQUIRE(cli->apply(LogSession{sample_session("s1", "own_1")}).ok());
    CHECK(undo_problem(*window, "window") == Problem::changed_since);
    REQUIRE(cli->apply(Undo{"cli"}).ok());
    REQUIRE(window->apply(Undo{"window"}).ok());
    CHECK((*window->snapshot())->catalogue->find("own_1") == nullptr);
}

TEST_CASE("undo never brings a record back into an area that is gone", "[storage][undo]") {
    const TemporaryFolder folder;
    const auto file = folder.path() / "log.db";
    const auto window = open_log(file, "window");
    const auto cli = open_log(file, "cli");
    REQUIRE(cli->apply(PutArea{own_area()}).ok());
    REQUIRE(window->apply(LogSession{sample_session("s1", "own_1")}).ok());
    REQUIRE(window->apply(DeleteRecord{{"s1"}}).ok());
    REQUIRE(cli->apply(Undo{"cli"}).ok());
    CHECK(undo_problem(*window, "window") == Problem::changed_since);
}

TEST_CASE("renaming and retiring an own area are steps; its records keep it", "[storage][undo]") {
    const TemporaryFolder folder;
    const auto log = open_log(folder.path() / "log.db");
    REQUIRE(log->apply(PutArea{own_area()}).ok());
    REQUIRE(log->apply(LogSession{sample_session("s1", "own_1")}).ok());
    Area changed = own_area();
    changed.name = "Other name";
    changed.retired = true;
    REQUIRE(log->apply(PutArea{changed}).ok());
    CHECK((*log->snapshot())->catalogue->find("own_1")->name == "Other name");
    CHECK(log->apply(LogSession{sample_session("s2", "own_1")}).error().refusals.front().reason ==
          Reason::retired_area);
    Session corrected = sample_session("s1", "own_1");
    corrected.note = "still correctable";
    CHECK(log->apply(EditSession{corrected}).ok());
    Area sideless = own_area();
    sideless.sides = {false, true, false};
    const auto refused = log->apply(PutArea{sideless});
    REQUIRE_FALSE(refused.ok());
    CHECK(refused.error().refusals.front().reason == Reason::side_not_of_area);
    REQUIRE(log->apply(Undo{}).ok());
    REQUIRE(log->apply(Undo{}).ok());
    CHECK(*(*log->snapshot())->catalogue->find("own_1") == own_area());
}

TEST_CASE("a built-in area's id is taken", "[storage]") {
    const TemporaryFolder folder;
    const auto log = open_log(folder.path() / "log.db");
    Area area = own_area();
    area.id = "calf";
    CHECK(log->apply(PutArea{area}).error().problem == Problem::id_taken);
}

TEST_CASE("an import with its areas, replaced and new records is one step", "[storage][undo]") {
    const TemporaryFolder folder;
    const auto log = open_log(folder.path() / "log.db");
    const Session old = sample_session("s1");
    REQUIRE(log->apply(LogSession{old}).ok());
    ImportRecords records;
    records.areas = {own_area()};
    Session newer = old;
    newer.note = "newer";
    newer.entered_at = plus_seconds(test_now(), 60);
    records.sessions = {newer, sample_session("s2", "own_1")};
    records.checkins = {sample_checkin("c1", 3)};
    records.profile = Profile{{Condition::blood_thinners}, {}, {}, {}};
    records.update = true;
    const auto applied = log->apply(records);
    REQUIRE(applied.ok());
    CHECK(applied->count == 5);
    CHECK((*log->snapshot())->find_session({"s1"})->note == "newer");
    REQUIRE(log->apply(Undo{}).ok());
    const auto snapshot = *log->snapshot();
    CHECK(*snapshot->find_session({"s1"}) == old);
    CHECK(snapshot->session_count() == 1);
    CHECK(snapshot->checkin_count() == 0);
    CHECK(snapshot->catalogue->own().empty());
    CHECK_FALSE(snapshot->profile_asked);
    REQUIRE(log->apply(Undo{}).ok());
    CHECK((*log->snapshot())->empty());
}

TEST_CASE("an import one of whose records was changed since stays as a whole", "[storage][undo]") {
    const TemporaryFolder folder;
    const auto file = folder.path() / "log.db";
    const auto importer = open_log(file, "import");
    ImportRecords records;
    records.sessions = {sample_session("s1"), sample_session("s2")};
    REQUIRE(importer->apply(records).ok());
    const auto cli = open_log(file, "cli");
    SECTION("edited") {
        Session edited = sample_session("s1");
        edited.note = "by hand";
        REQUIRE(cli->apply(EditSession{edited}).ok());
    }
    SECTION("deleted") {
        REQUIRE(cli->apply(DeleteRecord{{"s1"}}).ok());
    }
    CHECK(undo_problem(*importer, "import") == Problem::changed_since);
    CHECK((*importer->snapshot())->find_session({"s2"}) != nullptr);
    REQUIRE(cli->apply(Undo{"cli"}).ok());
    REQUIRE(importer->apply(Undo{"import"}).ok());
    CHECK((*importer->snapshot())->empty());
}

TEST_CASE("two hundred steps are kept, and none older than ninety days", "[storage][undo]") {
    const TemporaryFolder folder(TemporaryFolder::Disk::memory);
    const auto file = folder.path() / "log.db";
    {
        const auto log = open_log(file);
        for (int i = 0; i < 205; ++i) {
            REQUIRE(log->apply(LogSession{sample_session("s" + std::to_string(i))}).ok());
        }
        CHECK(count(file, "undo_step") == 200);
    }
    (void)open_at(file, plus_seconds(test_now(), 89 * day_s));
    CHECK(count(file, "undo_step") == 200);
    const auto later = open_at(file, plus_seconds(test_now(), 91 * day_s));
    CHECK(count(file, "undo_step") == 0);
    CHECK(undo_problem(*later) == Problem::nothing_to_undo);
    CHECK((*later->snapshot())->session_count() == 205);
}

TEST_CASE("what was deleted is whole in the trash for ninety days, and then no byte of it is left",
          "[storage]") {
    const TemporaryFolder folder;
    const auto file = folder.path() / "log.db";
    Session session = sample_session("s1");
    session.note = "unmistakable words";
    REQUIRE(open_log(file)->apply(LogSession{session}).ok());
    REQUIRE(open_log(file)->apply(DeleteRecord{{"s1"}}).ok());
    CHECK(count(file, "trash") == 1);
    CHECK(count(file, "session") == 0);
    CHECK(file_holds(file, session.note));
    (void)open_at(file, plus_seconds(test_now(), 89 * day_s));
    CHECK(count(file, "trash") == 1);
    (void)open_at(file, plus_seconds(test_now(), 91 * day_s));
    CHECK(count(file, "trash") == 0);
    CHECK(count(file, "tombstone") == 1);
    CHECK_FALSE(file_holds(file, session.note));
    CHECK_FALSE(file_holds(file.string() + "-journal", session.note));
}

TEST_CASE("a deleted record that is taken back leaves trash and tombstone", "[storage][undo]") {
    const TemporaryFolder folder;
    const auto file = folder.path() / "log.db";
    const auto log = open_log(file);
    REQUIRE(log->apply(RecordCheckIns{{sample_checkin("c1", 3)}}).ok());
    REQUIRE(log->apply(DeleteRecord{{"c1"}}).ok());
    REQUIRE(log->apply(Undo{}).ok());
    CHECK(count(file, "trash") == 0);
    CHECK(count(file, "tombstone") == 0);
    CHECK(*(*log->snapshot())->find_checkin({"c1"}) == sample_checkin("c1", 3));
}

TEST_CASE("the clock of revisions never goes back, whatever the wall clock does", "[storage]") {
    const TemporaryFolder folder;
    const auto file = folder.path() / "log.db";
    REQUIRE(open_log(file)->apply(LogSession{sample_session("s1")}).ok());
    Session past = sample_session("s2");
    past.started_at = plus_seconds(test_now(), -40 * day_s);
    REQUIRE(open_at(file, plus_seconds(test_now(), -30 * day_s))->apply(LogSession{past}).ok());
    Connection connection(file, Connection::Access::read_only, std::chrono::milliseconds(0));
    CHECK(connection.integer("SELECT clock FROM session WHERE id='s2'") >
          connection.integer("SELECT clock FROM session WHERE id='s1'"));
}
