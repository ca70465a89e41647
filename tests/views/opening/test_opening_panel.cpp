#include "storage/logbook/backups.h"
#include "storage/sqlite/connection.h"
#include "storage/sqlite/transaction.h"
#include "tests/support/panel_test.h"
#include "tests/support/temporary_log.h"
#include "tests/support/two_machines.h"

#include <catch2/catch_test_macros.hpp>

#include <chrono>
#include <fstream>
#include <thread>

using namespace unknot;
using tests::Panels;

namespace {

constexpr const char* two_records = R"({
    "sessions": [{"id": "theirs", "started_at": "2026-03-05T19:40:00+01:00", "area": "calf", "side": "left",
                  "pressure": 3}],
    "checkins": [{"id": "answer", "at": "2026-03-06T08:00:00+01:00", "area": "calf", "side": "left",
                  "soreness": 4}]})";

/// The same id as the log's own session, entered later, with another pressure.
constexpr const char* another_mine = R"({
    "sessions": [{"id": "mine", "started_at": "2026-03-05T19:40:00+01:00", "area": "calf", "side": "left",
                  "pressure": 2, "entered_at": "2030-01-01T10:00:00Z"}], "checkins": []})";

/// The window on a log with one session, and files beside it.
struct OpeningRoom {
    tests::TemporaryFolder folder{tests::TemporaryFolder::Disk::memory};
    std::filesystem::path file = folder.path() / "log.db";

    OpeningRoom() {
        const auto log = tests::open_log(file);
        REQUIRE(log->apply(SetProfile{}).ok());
        REQUIRE(log->apply(LogSession{tests::sample_session("mine")}).ok());
    }

    [[nodiscard]] std::unique_ptr<Panels> open() const {
        tests::PanelOptions options;
        options.now = tests::test_now();
        auto panels = std::make_unique<Panels>(file, options);
        panels->settle();
        return panels;
    }

    [[nodiscard]] std::filesystem::path put(const std::string& name, std::string_view content) const {
        std::ofstream(folder.path() / name, std::ios::binary) << content;
        return folder.path() / name;
    }

    [[nodiscard]] std::size_t backups_before_import() const {
        std::size_t count = 0;
        for (const auto& backup : storage::Backups(file, {}, tests::test_services()).list()) {
            count += backup.kind == storage::BackupKind::before_import ? 1U : 0U;
        }
        return count;
    }
};

void drop(Panels& panels, std::vector<std::filesystem::path> files) {
    panels.session().open_files(std::move(files));
    panels.settle();
}

}  // namespace

TEST_CASE(
    "a file that is opened is offered with what importing would do, imported, and taken back in one step",
    "[opening][panel]") {
    const OpeningRoom room;
    const auto panels = room.open();
    drop(*panels, {room.put("in.json", two_records)});
    CHECK(panels->says("Import this into your log?"));
    CHECK(
        panels->says("Would import: 2 new, 0 replaced, 0 unchanged, 0 kept as the log has them, 0 refused."));
    CHECK(panels->session().snapshot().session_count() == 1);
    panels->click("Import it");
    panels->settle();
    CHECK(panels->session().snapshot().session_count() == 2);
    CHECK(panels->session().snapshot().checkin_count() == 1);
    CHECK(panels->says("2 records imported"));
    CHECK_FALSE(panels->says("Import this into your log?"));
    panels->click("Undo");
    panels->settle();
    CHECK(panels->session().snapshot().session_count() == 1);
    CHECK(panels->session().snapshot().checkin_count() == 0);
}

TEST_CASE("a file that was only looked at changes nothing", "[opening][panel]") {
    const OpeningRoom room;
    const auto panels = room.open();
    drop(*panels, {room.put("in.json", two_records)});
    panels->key(ImGuiKey_Escape);
    panels->settle();
    CHECK_FALSE(panels->says("Import this into your log?"));
    CHECK(panels->session().snapshot().session_count() == 1);
    CHECK(room.backups_before_import() == 0);
}

TEST_CASE("several files are one import, and importing again has nothing to do", "[opening][panel]") {
    const OpeningRoom room;
    const auto panels = room.open();
    const auto sessions = room.put("sessions.csv",
                                   "started_at,area,side,pressure\n"
                                   "2026-03-04T19:40:00+01:00,calf,right,2\n");
    const auto checkins =
        room.put("checkins.csv", "at,area,side,soreness\n2026-03-05T09:00:00+01:00,calf,right,1\n");
    drop(*panels, {checkins, sessions});
    CHECK(panels->says("2 new"));
    panels->click("Import it");
    panels->settle();
    CHECK(panels->session().snapshot().session_count() == 2);
    drop(*panels, {checkins, sessions});
    CHECK(panels->says("Your log has all of it already."));
    panels->click("Import it");  // not enabled
    panels->settle();
    CHECK(panels->says("Import this into your log?"));
}

TEST_CASE("what the log has with other content is named, and replaced only where that is asked for",
          "[opening][panel]") {
    const OpeningRoom room;
    const auto panels = room.open();
    drop(*panels, {room.put("in.json", another_mine)});
    CHECK(panels->says("It cannot be imported as it is; nothing was changed."));
    const std::string entry = "Left calf, session of 7 March 2026, 19:00: ";
    const std::string other =
        "Other in the file: the time, the pressure (2 instead of 3), the duration, the tool.";
    CHECK(panels->says(entry + "the log has it already. " + other));
    panels->click("Import it");  // not enabled
    panels->settle();
    panels->click("Replace what the file has newer");
    panels->frames();
    CHECK(panels->says(entry + "would be replaced. " + other));
    panels->click("Import it");
    panels->settle();
    CHECK(panels->session().snapshot().session_count() == 1);
    CHECK(panels->says("1 record imported"));
}

TEST_CASE("files that cannot be imported say which, where and what is accepted", "[opening][panel]") {
    const OpeningRoom room;
    const auto panels = room.open();
    struct Case {
        std::filesystem::path file;
        std::string says;
    };
    const std::vector<Case> cases{
        {room.put("cut.json", R"({"sessions": [)"), "cut.json, line 1, column 15: this is not JSON"},
        {room.put("bad.json", R"({"sessions": [{"id": "a", "started_at": "2026-03-05T19:40:00+01:00",
                                 "area": "calf", "side": "left", "pressure": 9}]})"),
         "sessions[0].pressure"},
        {room.put("picture.png", "\x89PNG\r\n\x1A\n"), "neither a log.json nor a table"},
        {room.put("empty.csv", ""), "neither a log.json nor a table"},
        {room.folder.path(), "this is a folder; name the files in it"},
        {room.folder.path() / "gone.json", "it cannot be read"}};
    for (const Case& one : cases) {
        INFO(one.file);
        drop(*panels, {one.file});
        CHECK(panels->says("This cannot be imported"));
        CHECK(panels->says(one.says));
        CHECK(panels->says("Accepted are log.json, sessions.csv and checkins.csv"));
        panels->click("Close");
        panels->frames();
        CHECK_FALSE(panels->says("This cannot be imported"));
    }
    CHECK(panels->session().snapshot().session_count() == 1);
}

TEST_CASE("one file that is not acceptable keeps out all that were opened with it", "[opening][panel]") {
    const OpeningRoom room;
    const auto panels = room.open();
    drop(*panels, {room.put("in.json", two_records), room.put("other.txt", "hello")});
    CHECK(panels->says("other.txt: this is neither a log.json nor a table"));
    panels->click("Close");
    panels->frames();
    CHECK_FALSE(panels->says("Import this into your log?"));
}

TEST_CASE("another machine's log that is opened is offered to be joined, on whatever screen",
          "[opening][panel][merge]") {
    const OpeningRoom room;
    tests::Machine other{"device-other", room.folder.path() / "other.db"};
    other.say(LogSession{tests::sample_session("theirs")});
    other.close();
    const auto panels = room.open();
    panels->click("Trends");
    drop(*panels, {other.file()});
    CHECK(panels->says("Join this log with yours?"));
    CHECK(panels->says("1 would be new"));
    panels->click("Join it");
    panels->settle();
    CHECK(panels->session().snapshot().session_count() == 2);
    CHECK(panels->says("Another log joined, 1 change"));
    panels->click("Undo");
    panels->settle();
    CHECK(panels->session().snapshot().session_count() == 1);
}

TEST_CASE("a database that is no log, and a log among other files, are refused in words",
          "[opening][panel][merge]") {
    const OpeningRoom room;
    const auto panels = room.open();
    const auto foreign =
        room.put("foreign.db", std::string("SQLite format 3\0", 16) + std::string(2000, 'x'));
    drop(*panels, {foreign});
    CHECK(panels->says("This log cannot be joined"));
    CHECK(panels->says("foreign.db"));
    panels->click("Close");
    panels->frames();
    drop(*panels, {room.put("in.json", two_records), foreign});
    CHECK(panels->says("a log of another machine is joined by itself"));
}

TEST_CASE("the log that is open is not imported into itself", "[opening][panel]") {
    const OpeningRoom room;
    const auto panels = room.open();
    drop(*panels, {room.file});
    CHECK(panels->says("This file is the log that is open."));
}

TEST_CASE("nothing is imported into the sample log", "[opening][panel]") {
    const OpeningRoom room;
    tests::PanelOptions options;
    options.now = tests::test_now();
    Panels panels(room.folder.path() / "none.db", options);
    panels.settle();
    panels.click("Look around a sample log");
    panels.settle();
    drop(panels, {room.put("in.json", two_records)});
    CHECK(panels.says("This is the sample log. Go back to your own log, then open the file again."));
}

TEST_CASE("the first start of all can begin with a file, or with the log of another machine",
          "[opening][panel][merge]") {
    const OpeningRoom room;
    tests::PanelOptions options;
    options.now = tests::test_now();
    SECTION("a file") {
        Panels panels(room.folder.path() / "new.db", options);
        panels.settle();
        drop(panels, {room.put("in.json", two_records)});
        CHECK(panels.says("2 new"));
        CHECK_FALSE(std::filesystem::exists(room.folder.path() / "new.db"));
        panels.click("Import it");
        panels.settle();
        CHECK(panels.session().snapshot().session_count() == 1);
        CHECK(panels.says("2 records imported"));
    }
    SECTION("a log") {
        Panels panels(room.folder.path() / "new.db", options);
        panels.settle();
        drop(panels, {room.file});
        CHECK(panels.says("1 would be new"));
        CHECK_FALSE(std::filesystem::exists(room.folder.path() / "new.db"));
        panels.click("Join it");
        panels.settle();
        CHECK(panels.session().snapshot().session_count() == 1);
    }
}

TEST_CASE("an import that fails keeps the offer and says why", "[opening][panel]") {
    const OpeningRoom room;
    const auto panels = room.open();
    drop(*panels, {room.put("in.json", two_records)});
    // Meanwhile another process has an entry of that id.
    Session theirs = tests::sample_session("theirs");
    REQUIRE(tests::open_log(room.file)->apply(LogSession{theirs}).ok());
    panels->click("Import it");
    panels->settle();
    CHECK(panels->says("Import this into your log?"));
    CHECK(panels->says("A record \"theirs\" with other content is in this log already."));
    CHECK(panels->session().snapshot().checkin_count() == 0);
}

TEST_CASE("an import that takes long says how far it is, and one press ends it with nothing imported",
          "[opening][panel]") {
    const OpeningRoom room;
    const auto panels = room.open();
    drop(*panels, {room.put("in.json", two_records)});
    {
        // Another writer holds the log, so that the import is in the middle of its work for seconds.
        storage::Connection other(room.file, storage::Connection::Access::read_write,
                                  std::chrono::milliseconds(0));
        const storage::Transaction held(other, storage::Transaction::Kind::write);
        panels->click("Import it");
        for (int i = 0; i < 100 && !panels->shows("Stop and import nothing"); ++i) {
            std::this_thread::sleep_for(std::chrono::milliseconds(20));
            panels->frames();
        }
        CHECK(panels->says("Written so far: 0 %"));
        panels->click("Stop and import nothing");
        panels->frames();
        CHECK_FALSE(panels->shows("Stop and import nothing"));
    }
    panels->settle();
    CHECK(panels->says("Stopped, as you asked; nothing was changed."));
    CHECK_FALSE(panels->says("Import this into your log?"));
    CHECK(panels->session().snapshot().session_count() == 1);
    CHECK(panels->session().snapshot().checkin_count() == 0);
    // It can be done again.
    drop(*panels, {room.folder.path() / "in.json"});
    panels->click("Import it");
    panels->settle();
    CHECK(panels->says("2 records imported"));
}

TEST_CASE("an open dialog is answered before files are asked about", "[opening][panel]") {
    const OpeningRoom room;
    const auto panels = room.open();
    panels->type("?");
    panels->frames();
    REQUIRE(panels->says("Keys"));
    drop(*panels, {room.put("in.json", two_records)});
    CHECK_FALSE(panels->says("Import this into your log?"));
    panels->key(ImGuiKey_Escape);
    panels->frames();
    CHECK(panels->says("Import this into your log?"));
}

TEST_CASE("a file is named for import in settings", "[opening][panel][settings]") {
    const OpeningRoom room;
    const auto panels = room.open();
    panels->click("Settings");
    panels->click("Your log");
    panels->settle();
    panels->click("Import\u2026");
    panels->frames();
    panels->session().state().settings.path->path = room.put("in.json", two_records).string();
    panels->frames();
    panels->click("Look into it");
    panels->settle();
    CHECK(panels->says("Import this into your log?"));
    CHECK(panels->says("2 new"));
}
