#include "storage/logbook/backups.h"
#include "tests/support/panel_test.h"
#include "tests/support/temporary_log.h"
#include "tests/support/two_machines.h"

#include <catch2/catch_test_macros.hpp>

#include <fstream>

using namespace unknot;
using tests::Panels;

namespace {

/// The window on one log, in Settings, and the log of another machine beside it.
struct MergeRoom {
    tests::TemporaryFolder folder{tests::TemporaryFolder::Disk::memory};
    std::filesystem::path file = folder.path() / "log.db";
    tests::Machine other{"device-other", folder.path() / "other.db"};

    MergeRoom() {
        const auto log = tests::open_log(file);
        REQUIRE(log->apply(SetProfile{}).ok());
        REQUIRE(log->apply(LogSession{tests::sample_session("mine")}).ok());
        other.say(LogSession{tests::sample_session("theirs")});
        other.close();
    }

    [[nodiscard]] std::unique_ptr<Panels> open() const {
        tests::PanelOptions options;
        options.now = tests::test_now();
        auto panels = std::make_unique<Panels>(file, options);
        panels->settle();
        panels->click("Settings");
        panels->click("Your log");
        panels->settle();
        return panels;
    }

    /// Names the other log in the dialog that asks for it.
    void look(Panels& panels) const {
        panels.click("Join another log\u2026");
        panels.frames();
        panels.session().state().settings.path->path = other.file().string();
        panels.frames();
        panels.click("Look into it");
        panels.settle();
    }

    [[nodiscard]] std::size_t backups_before_merge() const {
        std::size_t count = 0;
        for (const auto& backup : storage::Backups(file, {}, tests::test_services()).list()) {
            count += backup.kind == storage::BackupKind::before_merge ? 1U : 0U;
        }
        return count;
    }
};

}  // namespace

TEST_CASE("another log is looked at, joined after a confirmation, and taken back by the notice",
          "[settings][panel][merge]") {
    const MergeRoom room;
    const auto panels = room.open();
    room.look(*panels);
    CHECK(panels->says("1 would be new"));
    CHECK(panels->says("A backup of yours is made first"));
    CHECK(panels->session().snapshot().session_count() == 1);
    panels->click("Join it");
    panels->settle();
    CHECK(panels->session().snapshot().session_count() == 2);
    CHECK(panels->says("The other log was joined"));
    CHECK(panels->says("Another log joined, 1 change"));
    CHECK(room.backups_before_merge() <= 1);
    panels->click("Undo");
    panels->settle();
    CHECK(panels->session().snapshot().session_count() == 1);
    CHECK(panels->says("Taken back: another log joined, 1 change"));
}

TEST_CASE("a backup of what no backup holds yet is made before a log is joined", "[settings][panel][merge]") {
    const MergeRoom room;
    const auto panels = room.open();
    REQUIRE(tests::open_log(room.file)->apply(LogSession{tests::sample_session("later")}).ok());
    panels->look_around();
    room.look(*panels);
    panels->click("Join it");
    panels->settle();
    CHECK(room.backups_before_merge() == 1);
}

TEST_CASE("a log that was only looked at changes nothing", "[settings][panel][merge]") {
    const MergeRoom room;
    const auto panels = room.open();
    room.look(*panels);
    panels->click("Change nothing");
    panels->settle();
    CHECK(panels->session().snapshot().session_count() == 1);
    CHECK(room.backups_before_merge() == 0);
}

TEST_CASE("joining again has nothing to do, and says so", "[settings][panel][merge]") {
    const MergeRoom room;
    const auto panels = room.open();
    room.look(*panels);
    panels->click("Join it");
    panels->settle();
    room.look(*panels);
    CHECK(panels->says("Yours has all of it already"));
    panels->click("Join it");  // not enabled
    panels->settle();
    CHECK(panels->session().state().settings.merging.has_value());
}

TEST_CASE("a log that is not whole is refused with its reason, and can be tried again",
          "[settings][panel][merge]") {
    const MergeRoom room;
    const auto panels = room.open();
    const std::string journal = room.other.file().string() + "-journal";
    std::ofstream(journal) << "half a change";
    room.look(*panels);
    CHECK(panels->says("This log cannot be joined"));
    CHECK(panels->says("is not whole yet"));
    std::filesystem::remove(journal);
    panels->click("Try again");
    panels->settle();
    CHECK(panels->says("1 would be new"));
}

TEST_CASE("the sample log is not joined with another one", "[settings][panel][merge]") {
    const tests::TemporaryFolder folder(tests::TemporaryFolder::Disk::memory);
    tests::PanelOptions options;
    options.now = tests::test_now();
    Panels panels(folder.path() / "none.db", options);
    panels.settle();
    panels.click("Look around a sample log");
    panels.settle();
    panels.key(ImGuiKey_Comma, ImGuiMod_Ctrl);
    panels.session().state().settings.part = views::SettingsPart::log;
    panels.settle();
    panels.click("Join another log\u2026");
    panels.frames();
    CHECK_FALSE(panels.session().state().settings.path.has_value());
}
