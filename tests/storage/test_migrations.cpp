#include "storage/logbook/opening.h"
#include "storage/migrations/migrations.h"
#include "storage/sqlite/connection.h"
#include "tests/support/failing_io.h"
#include "tests/support/row_digest.h"
#include "tests/support/temporary_log.h"

#include <catch2/catch_test_macros.hpp>

#include <cerrno>

using namespace unknot;
using namespace unknot::storage;
using namespace unknot::tests;

namespace {

constexpr std::chrono::milliseconds no_wait{0};
const std::filesystem::path frozen = std::filesystem::path(UNKNOT_TEST_DATA) / "storage" / "v1.db";

/// Of the frozen file of version 1. It changes never: neither file nor number may be made anew, whatever the
/// program writes by then.
constexpr std::int64_t frozen_digest = 1490695544057929795;

std::filesystem::path copy_of_frozen(const TemporaryFolder& folder) {
    const auto file = folder.path() / "log.db";
    std::filesystem::copy_file(frozen, file);
    std::filesystem::permissions(file, std::filesystem::perms(0600));
    return file;
}

std::int64_t digest_of(const std::filesystem::path& file) {
    Connection connection(file, Connection::Access::read_only, no_wait);
    return row_digest(connection, {"mood", "area_place", "tool"});
}

std::int64_t rows_beside_meta(const std::filesystem::path& file) {
    Connection connection(file, Connection::Access::read_only, no_wait);
    return row_digest(connection, {"meta"});
}

std::int64_t version_of(const std::filesystem::path& file) {
    Connection connection(file, Connection::Access::read_only, no_wait);
    return connection.integer("PRAGMA user_version");
}

/// The program's migrations and one more, as the next version might bring it.
std::vector<Migration> with_next(std::string_view sql) {
    std::vector<Migration> migrations(all_migrations().begin(), all_migrations().end());
    migrations.push_back({current_version() + 1, sql});
    return migrations;
}

constexpr std::string_view add_table =
    "CREATE TABLE mood (id TEXT PRIMARY KEY, device INTEGER REFERENCES device (number)) STRICT;"
    "INSERT INTO mood SELECT id, device FROM session;";

void open_with(const std::filesystem::path& file, const std::vector<Migration>& migrations) {
    OpenOptions options;
    options.file = file;
    (void)open_log_file(file, options, test_services(), migrations);
}

}  // namespace

TEST_CASE("the frozen log of version 1 opens, with every row as it was", "[storage][migrations]") {
    const TemporaryFolder folder;
    const auto file = copy_of_frozen(folder);
    CHECK(digest_of(file) == frozen_digest);
    CHECK(version_of(file) == 1);
    const auto log = open_log(file, "window");
    const auto snapshot = *log->snapshot();
    CHECK(snapshot->session_count() == 3);
    CHECK(snapshot->checkin_count() == 4);
    CHECK(snapshot->profile_asked);
    REQUIRE(snapshot->catalogue->find("own_1") != nullptr);
    CHECK(snapshot->catalogue->find("own_1")->name == "Größe 痛");
    const auto full = snapshot->find_session({"session-full"});
    REQUIRE(full != nullptr);
    CHECK(full->note == "Zeile 1\nZeile 2 \"quoted\"");
    CHECK(full->sensations == Sensations{Sensation::tensed, Sensation::radiating_pain});
    CHECK(full->screening == Screenings{});
    CHECK(full->started_at.offset_minutes == 60);
    const auto unanswered = snapshot->find_checkin({"checkin-unanswered"});
    REQUIRE(unanswered != nullptr);
    CHECK_FALSE(unanswered->soreness.has_value());
    CHECK_FALSE(unanswered->symptoms.has_value());
    CHECK(log->apply(Undo{}).ok());
    CHECK((*log->snapshot())->find_checkin({"checkin-deleted"}) != nullptr);
}

TEST_CASE("a migration keeps every row, and a verified backup of the file before it",
          "[storage][migrations]") {
    const TemporaryFolder folder;
    const auto file = copy_of_frozen(folder);
    open_with(file, with_next(add_table));
    CHECK(version_of(file) == current_version() + 1);
    CHECK(digest_of(file) == frozen_digest);
    const auto backup =
        std::filesystem::path(file.string() + ".before-version-" + std::to_string(current_version() + 1));
    REQUIRE(std::filesystem::exists(backup));
    CHECK(std::filesystem::status(backup).permissions() == std::filesystem::perms(0600));
    CHECK(version_of(backup) == 1);
    CHECK(rows_beside_meta(backup) == rows_beside_meta(frozen));  // in meta it says that it is a backup
    open_with(file, with_next(add_table));
    CHECK(version_of(file) == current_version() + 1);
}

TEST_CASE("a migration that fails half-way leaves the log as it was", "[storage][migrations]") {
    const TemporaryFolder folder;
    const auto file = copy_of_frozen(folder);
    std::string_view sql = "CREATE TABLE mood (x) STRICT";
    SECTION("wrong SQL at its end") {
        sql = "DELETE FROM session; CREATE TABLE session (x)";
    }
    SECTION("a reference to what is not there") {
        sql = "UPDATE session SET device=99";
    }
    CHECK_THROWS_AS(open_with(file, with_next(sql)), DatabaseError);
    CHECK(version_of(file) == current_version());  // the steps before it were whole
    CHECK(digest_of(file) == frozen_digest);
    CHECK(open_log(file)->apply(LogSession{sample_session("after")}).ok());
}

TEST_CASE("dropping a table in a migration does not take along what refers to it", "[storage][migrations]") {
    const TemporaryFolder folder;
    const auto file = copy_of_frozen(folder);
    open_with(
        file,
        with_next(
            "CREATE TABLE newer AS SELECT * FROM undo_step; DROP TABLE undo_step;"
            "CREATE TABLE undo_step (number INTEGER PRIMARY KEY, clock, token, origin, at_ms, what, count,"
            "added, first_id, area, side, about_ms, about_offset);"
            "INSERT INTO undo_step SELECT * FROM newer; DROP TABLE newer"));
    Connection connection(file, Connection::Access::read_only, no_wait);
    CHECK(connection.integer("SELECT count(*) FROM undo_change") > 0);
}

TEST_CASE("whichever call of a migration fails, the log is of one version and has every row",
          "[storage][migrations]") {
    for (int nth = 1; nth < 2000; ++nth) {
        const TemporaryFolder folder(TemporaryFolder::Disk::memory);
        const auto file = copy_of_frozen(folder);
        bool failed = false;
        {
            const FailingIo failing(nth, EIO, FailingIo::How::from_then_on);
            try {
                open_with(file, with_next(add_table));
            } catch (const DatabaseError&) {
                failed = true;
            } catch (const Failure&) {
                failed = true;
            }
        }
        INFO("call " << nth);
        {
            Connection(file, Connection::Access::read_write, no_wait).execute("SELECT 1 FROM meta");
        }  // recovers
        const std::int64_t version = version_of(file);
        CHECK((version >= 1 && version <= current_version() + 1));
        CHECK(digest_of(file) == frozen_digest);
        if (!failed) {
            CHECK(nth > 30);
            return;
        }
    }
    FAIL("no end");
}

TEST_CASE("the migrations are numbered from 1 on without gaps", "[storage][migrations]") {
    std::int64_t expected = 1;
    for (const Migration& migration : all_migrations()) {
        CHECK(migration.version == expected++);
    }
}

// How the frozen file was made. Hidden: it is not made again.
TEST_CASE("make the frozen log of version 1", "[.frozen]") {
    REQUIRE_FALSE(std::filesystem::exists(frozen));
    const auto log = open_log(frozen, "window");
    REQUIRE(log->apply(PutArea{{"own_1", "Größe 痛", "", "", {true, true, false}, true, false, true, false}})
                .ok());
    Profile profile;
    profile.conditions = {Condition::blood_thinners};
    profile.denied = {Condition::fracture_history};
    profile.cleared = {Condition::blood_thinners};
    profile.cleared_at = test_now();
    REQUIRE(log->apply(SetProfile{profile}).ok());
    Session full = sample_session("session-full", "own_1");
    full.soreness_before = Soreness::of(2);
    full.sensations = {Sensation::tensed, Sensation::radiating_pain};
    full.screening = Screenings{};
    full.note = "Zeile 1\nZeile 2 \"quoted\"";
    REQUIRE(log->apply(LogSession{full}).ok());
    Session bare = sample_session("session-bare", "hand");
    bare.duration.reset();
    bare.entered_at.reset();
    bare.tool = {};
    bare.side = Side::both;
    ImportRecords imported;
    imported.sessions = {bare, sample_session("session-edited")};
    imported.checkins = {sample_checkin("checkin-zero", 0), sample_checkin("checkin-ten", 10)};
    REQUIRE(log->apply(imported).ok());
    Session edited = sample_session("session-edited");
    edited.pressure = PressureLevel::too_much;
    REQUIRE(log->apply(EditSession{edited}).ok());
    CheckIn unanswered = sample_checkin("checkin-unanswered", 0);
    unanswered.soreness.reset();
    CheckIn asked = sample_checkin("checkin-asked", 3);
    asked.symptoms = {Symptom::fever};
    REQUIRE(log->apply(RecordCheckIns{{unanswered, asked}}).ok());
    REQUIRE(log->apply(RecordCheckIns{{sample_checkin("checkin-deleted", 5)}}).ok());
    REQUIRE(log->apply(DeleteRecord{{"checkin-deleted"}}).ok());
    REQUIRE(std::filesystem::remove(frozen.string() + "-journal"));
    Connection connection(frozen, Connection::Access::read_only, no_wait);
    WARN("digest " << row_digest(connection, {"mood", "area_place", "tool"}));
}
