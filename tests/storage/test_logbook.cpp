#include "tests/support/temporary_log.h"

#include "storage/sqlite/connection.h"
#include "storage/sqlite/transaction.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <string>
#include <vector>

using namespace unknot;
using namespace unknot::storage;
using namespace unknot::tests;

TEST_CASE("what was saved is there after reopening, unanswered questions unanswered", "[storage]") {
    const TemporaryFolder folder;
    const auto file = folder.path() / "log.db";
    Session session = sample_session("s1");
    session.screening = Screenings{};
    session.note = "größer\n痛";
    REQUIRE(open_log(file)->apply(LogSession{session}).ok());
    REQUIRE(open_log(file)->apply(RecordCheckIns{{sample_checkin("c1", 0)}}).ok());
    const auto snapshot = *open_log(file)->snapshot();
    REQUIRE(snapshot->find_session({"s1"}) != nullptr);
    CHECK(*snapshot->find_session({"s1"}) == session);
    CHECK_FALSE(snapshot->find_session({"s1"})->sensations.has_value());
    CHECK(snapshot->find_checkin({"c1"})->soreness == Soreness::of(0));
}

TEST_CASE("saving the same record again makes no second one", "[storage]") {
    const TemporaryFolder folder;
    const auto log = open_log(folder.path() / "log.db");
    REQUIRE(log->apply(LogSession{sample_session("s1")}).ok());
    const auto again = log->apply(LogSession{sample_session("s1")});
    REQUIRE(again.ok());
    CHECK_FALSE(again->changed);
    CHECK((*log->snapshot())->session_count() == 1);
    Session other = sample_session("s1");
    other.note = "other";
    CHECK(log->apply(LogSession{other}).error().problem == Problem::id_taken);
}

TEST_CASE("an import that holds one bad record changes nothing", "[storage]") {
    const TemporaryFolder folder;
    const auto log = open_log(folder.path() / "log.db");
    ImportRecords records;
    records.sessions = {sample_session("s1"), sample_session("s2", "nowhere")};
    const auto applied = log->apply(records);
    REQUIRE_FALSE(applied.ok());
    CHECK(applied.error().problem == Problem::not_accepted);
    CHECK((*log->snapshot())->empty());
}

TEST_CASE("an import says how far it is; one that is stopped changes nothing and can be done again",
          "[storage]") {
    const TemporaryFolder folder{TemporaryFolder::Disk::memory};
    const auto log = open_log(folder.path() / "log.db");
    REQUIRE(log->apply(LogSession{sample_session("mine")}).ok());
    constexpr int count = 2000;
    ImportFiles files{{ImportRecords{}, ImportRecords{}}};
    for (int i = 0; i < count; ++i) {
        files.files[0].sessions.push_back(sample_session("s" + std::to_string(i)));
        files.files[1].checkins.push_back(sample_checkin("c" + std::to_string(i), 3));
    }
    for (const double until : {0.0, 0.4, 0.9}) {
        std::vector<double> told;
        const auto stopped = log->apply(files, [&](double done) {
            told.push_back(done);
            return done < until;
        });
        REQUIRE_FALSE(stopped.ok());
        CHECK(stopped.error().problem == Problem::stopped);
        CHECK(std::is_sorted(told.begin(), told.end()));
        CHECK(told.size() <= 101);
        CHECK((*log->snapshot())->session_count() == 1);
        CHECK((*log->snapshot())->checkin_count() == 0);
    }
    CHECK(log->undo_preview("cli").value()->what == Applied::What::logged_session);
    REQUIRE(log->apply(files, [](double /*done*/) { return true; }).ok());
    CHECK((*log->snapshot())->checkin_count() == count);
}

TEST_CASE("every change can be taken back, step by step, also after reopening", "[storage]") {
    const TemporaryFolder folder;
    const auto file = folder.path() / "log.db";
    Session edited = sample_session("s1");
    edited.pressure = PressureLevel::light;
    Session twice = edited;
    twice.area = "hand";
    {
        const auto log = open_log(file);
        REQUIRE(log->apply(LogSession{sample_session("s1")}).ok());
        REQUIRE(log->apply(EditSession{edited}).ok());
        REQUIRE(log->apply(EditSession{twice}).ok());
        REQUIRE(log->apply(DeleteRecord{{"s1"}}).ok());
        CHECK((*log->snapshot())->empty());
    }
    const auto log = open_log(file);
    REQUIRE(log->apply(Undo{}).ok());
    CHECK(*(*log->snapshot())->find_session({"s1"}) == twice);
    REQUIRE(log->apply(Undo{}).ok());
    CHECK(*(*log->snapshot())->find_session({"s1"}) == edited);
    REQUIRE(log->apply(Undo{}).ok());
    CHECK(*(*log->snapshot())->find_session({"s1"}) == sample_session("s1"));
    REQUIRE(log->apply(Undo{}).ok());
    CHECK((*log->snapshot())->empty());
    CHECK(log->apply(Undo{}).error().problem == Problem::nothing_to_undo);
}

TEST_CASE("undo refuses where the record has been changed by somebody else since", "[storage]") {
    const TemporaryFolder folder;
    const auto file = folder.path() / "log.db";
    const auto window = open_log(file, "window");
    REQUIRE(window->apply(LogSession{sample_session("s1")}).ok());
    Session edited = sample_session("s1");
    edited.note = "by the command line";
    REQUIRE(open_log(file, "cli")->apply(EditSession{edited}).ok());
    const auto undone = window->apply(Undo{"window"});
    REQUIRE_FALSE(undone.ok());
    CHECK(undone.error().problem == Problem::changed_since);
    CHECK((*window->snapshot())->find_session({"s1"})->note == "by the command line");
}

TEST_CASE("undo takes back the latest change of its own origin only", "[storage]") {
    const TemporaryFolder folder;
    const auto file = folder.path() / "log.db";
    REQUIRE(open_log(file, "window")->apply(LogSession{sample_session("s1")}).ok());
    REQUIRE(open_log(file, "cli")->apply(LogSession{sample_session("s2")}).ok());
    const auto window = open_log(file, "window");
    REQUIRE(window->apply(Undo{"window"}).ok());
    CHECK((*window->snapshot())->find_session({"s1"}) == nullptr);
    CHECK((*window->snapshot())->find_session({"s2"}) != nullptr);
}

TEST_CASE("another connection's entries are seen, and unchanged areas are shared", "[storage]") {
    const TemporaryFolder folder;
    const auto file = folder.path() / "log.db";
    const auto first = open_log(file);
    REQUIRE(first->apply(LogSession{sample_session("s1")}).ok());
    const auto before = *first->snapshot();
    CHECK_FALSE(first->changed_elsewhere());
    REQUIRE(first->apply(LogSession{sample_session("s2", "hand")}).ok());
    const auto after = *first->snapshot();
    CHECK(after->areas.at("calf") == before->areas.at("calf"));
    REQUIRE(open_log(file)->apply(RecordCheckIns{{sample_checkin("c1", 4)}}).ok());
    CHECK(first->changed_elsewhere());
    CHECK((*first->snapshot())->find_checkin({"c1"}) != nullptr);
}

TEST_CASE("a log held by another writer is busy, and stays as it is", "[storage]") {
    const TemporaryFolder folder;
    const auto file = folder.path() / "log.db";
    (void)open_log(file);
    Connection other(file, Connection::Access::read_write, std::chrono::milliseconds(0));
    const Transaction held(other, Transaction::Kind::write);
    OpenOptions options;
    options.file = file;
    options.busy_timeout = std::chrono::milliseconds(20);
    auto log = Logbook::open(options, test_services());
    REQUIRE(log.ok());
    CHECK((*log)->apply(LogSession{sample_session("s1")}).error().problem == Problem::busy);
}

TEST_CASE("a byte changed behind the program's back is found", "[storage]") {
    const TemporaryFolder folder;
    const auto file = folder.path() / "log.db";
    REQUIRE(open_log(file)->apply(LogSession{sample_session("s1")}).ok());
    Connection(file, Connection::Access::read_write, std::chrono::milliseconds(0))
        .execute("UPDATE session SET pressure=4 WHERE id='s1'");
    const auto snapshot = open_log(file)->snapshot();
    REQUIRE_FALSE(snapshot.ok());
    CHECK(snapshot.error().problem == Problem::damaged);
    CHECK(snapshot.error().id == "s1");
}
