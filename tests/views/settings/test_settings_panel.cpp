#include "app/settings/working_set_store.h"
#include "storage/logbook/backups.h"
#include "storage/logbook/restore.h"
#include "tests/support/panel_test.h"
#include "tests/support/temporary_log.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <cstdlib>
#include <fstream>

using namespace unknot;
using tests::Panels;

namespace {

/// Settings of a log with one session, whose first questions were skipped.
struct SettingsRoom {
    tests::TemporaryFolder folder{tests::TemporaryFolder::Disk::memory};
    std::filesystem::path file = folder.path() / "log.db";

    SettingsRoom() {
        const auto log = tests::open_log(file);
        REQUIRE(log->apply(SetProfile{}).ok());
        Session session = tests::sample_session("s1");
        session.tool = "ball";
        REQUIRE(log->apply(LogSession{session}).ok());
    }

    [[nodiscard]] std::unique_ptr<Panels> open(std::string_view part = {}, float width = 1280,
                                               float height = 800, float text_scale = 1,
                                               const platform::PortalOffers& desktop = {}) const {
        tests::PanelOptions options;
        options.width = width;
        options.height = height;
        options.text_scale = text_scale;
        options.desktop = desktop;
        options.now = tests::test_now();
        auto panels = std::make_unique<Panels>(file, options);
        panels->settle();
        panels->click("Settings");
        panels->finish_work();
        if (!part.empty()) {
            panels->click(part);
            panels->settle();
        }
        return panels;
    }

    /// As a long log has one.
    [[nodiscard]] settings::WorkingSetStore with_working_set() const {
        settings::WorkingSetStore sets(folder.path() / "state", "1.2.3");
        REQUIRE(sets.save({}, file).ok());
        return sets;
    }

    [[nodiscard]] std::vector<storage::Backup> backups() const {
        return storage::Backups(file, {}, tests::test_services()).list();
    }
};

}  // namespace

TEST_CASE("settings stand at the end of the navigation, and Ctrl+comma opens them", "[settings][panel]") {
    const SettingsRoom room;
    const auto panels = room.open();
    CHECK(panels->session().state().screen == views::Screen::settings);
    panels->key(ImGuiKey_1, ImGuiMod_Ctrl);
    CHECK(panels->session().state().screen == views::Screen::today);
    panels->key(ImGuiKey_Comma, ImGuiMod_Ctrl);
    CHECK(panels->session().state().screen == views::Screen::settings);
    CHECK(panels->item("Settings").rect.Max.y > 700);
}

TEST_CASE("the reminder is set up, moved to another time and taken away in settings",
          "[settings][panel][remind]") {
    const SettingsRoom room;
    const auto panels = room.open("Reminder");
    CHECK(panels->says("The reminder is off."));
    panels->click("On");
    CHECK(panels->settings().reminder);
    CHECK(panels->settings().reminder_minute == 9 * 60);
    CHECK(panels->reminder().facts.keeper == views::ReminderKeeper::systemd);
    CHECK(panels->reminder().log.empty());
    CHECK(panels->says("The reminder is on: at 09:00"));
    panels->click("When");
    panels->click("07:30");
    CHECK(panels->settings().reminder_minute == 7 * 60 + 30);
    CHECK(panels->says("The reminder is on: at 07:30"));
    panels->click("Show one now");
    CHECK(panels->reminder().shown == 1);
    panels->click("Off");
    CHECK_FALSE(panels->settings().reminder);
    CHECK(panels->reminder().facts.keeper == views::ReminderKeeper::nobody);
    CHECK(panels->settings().reminder_minute == 7 * 60 + 30);
}

TEST_CASE("a reminder that cannot be set up says why, and stays off", "[settings][panel][remind]") {
    const SettingsRoom room;
    const auto panels = room.open("Reminder");
    panels->reminder().problem = "the bus is full";
    panels->click("On");
    CHECK(panels->says("The reminder could not be set up: the bus is full."));
    CHECK_FALSE(panels->settings().reminder);
    CHECK(panels->says("The reminder is off."));
    panels->click("Show one now");
    CHECK(panels->says("No reminder can be shown here: the bus is full."));
}

TEST_CASE("colours and text size are chosen at once and kept", "[settings][panel]") {
    const SettingsRoom room;
    const auto panels = room.open();
    panels->click("Dark");
    CHECK(panels->settings().theme == settings::Theme::dark);
    panels->click("As the desktop");
    CHECK(panels->settings().theme == settings::Theme::desktop);
    panels->click("Light");
    panels->click("Larger text");
    panels->click("Larger text");
    CHECK(panels->says("120 %"));
    panels->click("Smaller text");
    CHECK(panels->settings().text_scale == 1.1);
    const shell::KeptSettings again(room.folder.path() / "config");
    CHECK(again.now() == panels->settings());
}

TEST_CASE("text grows to 200 % and no farther", "[settings][panel]") {
    const SettingsRoom room;
    const auto panels = room.open();
    for (int i = 0; i < 10; ++i) {
        panels->click("Larger text");
    }
    CHECK(panels->settings().text_scale == 2.0);
    CHECK(panels->item("Larger text").disabled);
}

TEST_CASE("the log's path is shown and copied", "[settings][panel]") {
    const SettingsRoom room;
    const auto panels = room.open("Your log");
    CHECK(panels->says("log.db"));
    panels->click("Copy the path");
    CHECK(panels->copied() == room.file);
}

TEST_CASE("the log is moved to the folder that was typed, and the window goes on with it there",
          "[settings][panel]") {
    const SettingsRoom room;
    const settings::WorkingSetStore sets = room.with_working_set();
    const auto panels = room.open("Your log");
    panels->click("Move it\u2026");
    auto& draft = panels->session().state().settings.path;
    REQUIRE(draft);
    draft->path = (room.folder.path() / "other").string();
    panels->frames();
    panels->click("Move it");
    panels->settle();
    const auto moved = room.folder.path() / "other" / "log.db";
    CHECK(panels->session().file() == moved);
    CHECK(panels->settings().last_log == moved);
    CHECK_FALSE(std::filesystem::exists(room.file));
    CHECK(panels->says("The log now lives in"));
    CHECK(panels->session().snapshot().session_count() == 1);
    const shell::KeptSettings again(room.folder.path() / "config");
    CHECK(again.now().last_log == moved);
    CHECK_FALSE(sets.load(room.file));
}

TEST_CASE("a move that cannot be done says why and changes nothing", "[settings][panel]") {
    const SettingsRoom room;
    std::filesystem::create_directory(room.folder.path() / "other");
    std::ofstream(room.folder.path() / "other" / "log.db") << "somebody's";
    const auto panels = room.open("Your log");
    panels->click("Move it\u2026");
    panels->session().state().settings.path->path = (room.folder.path() / "other").string();
    panels->frames();
    panels->click("Move it");
    panels->settle();
    CHECK(panels->says("The log was not moved"));
    CHECK(panels->says("There is a file at"));
    CHECK(panels->session().file() == room.file);
    CHECK(panels->session().snapshot().session_count() == 1);
    CHECK(panels->settings().last_log.empty());
}

TEST_CASE("a path that does not begin at the root is not taken", "[settings][panel]") {
    const SettingsRoom room;
    const auto panels = room.open("Your log");
    panels->click("Move it\u2026");
    panels->session().state().settings.path->path = "somewhere";
    panels->frames();
    panels->click("Move it");
    CHECK(panels->says("A path begins with / or ~/."));
    CHECK(panels->session().file() == room.file);
}

TEST_CASE("a sound log is said to be sound", "[settings][panel]") {
    const SettingsRoom room;
    const auto panels = room.open("Your log");
    panels->click("Check it now");
    panels->settle();
    CHECK(panels->says("The log is sound"));
}

TEST_CASE("a backup is made on demand, listed with what is in it, and restored", "[settings][panel]") {
    const SettingsRoom room;
    const auto panels = room.open("Backups");
    panels->click("Back up now");
    panels->settle();
    // The one made by itself has had its time: it is not the newest of its day any more.
    REQUIRE(room.backups().size() == 1);
    CHECK(room.backups().front().kind == storage::BackupKind::manual);
    CHECK(panels->says("The last good backup is of today"));
    CHECK(panels->says("1 session, 0 check-ins"));
    REQUIRE(tests::open_log(room.file)->apply(DeleteRecord{{"s1"}}).ok());
    panels->look_around();
    CHECK(panels->session().snapshot().session_count() == 0);
    panels->click("Restore\u2026");
    panels->settle();
    CHECK(panels->says("every row of it as it was saved"));
    panels->click("Restore it");
    panels->settle();
    CHECK(panels->session().snapshot().session_count() == 1);
    CHECK(panels->says("The log from before is kept aside"));
    // The notice takes it back: the log that made way is put in its place again.
    panels->click("Undo");
    panels->settle();
    CHECK(panels->session().snapshot().session_count() == 0);
}

TEST_CASE("a restore that was not wanted changes nothing", "[settings][panel]") {
    const SettingsRoom room;
    REQUIRE(storage::Backups(room.file, {}, tests::test_services()).make(storage::BackupKind::manual).ok());
    const auto panels = room.open("Backups");
    panels->click("Restore\u2026");
    panels->settle();
    panels->click("Change nothing");
    panels->settle();
    CHECK(room.backups().size() == 1);
    CHECK(panels->session().snapshot().session_count() == 1);
}

TEST_CASE("the folder of backups is changed and tried at once", "[settings][panel]") {
    const SettingsRoom room;
    const auto panels = room.open("Backups");
    panels->click("Another folder\u2026");
    panels->session().state().settings.path->path = (room.folder.path() / "disk").string();
    panels->frames();
    panels->click("Use this folder");
    panels->settle();
    CHECK(panels->settings().backups_folder == room.folder.path() / "disk");
    CHECK(storage::Backups(room.file, room.folder.path() / "disk", tests::test_services()).list().size() ==
          1);
}

TEST_CASE("a backup that cannot be made is said at once, on Today too", "[settings][panel]") {
    const SettingsRoom room;
    std::ofstream(room.folder.path() / "disk") << "a file where the folder should be";
    const auto panels = room.open("Backups");
    panels->click("Another folder\u2026");
    panels->session().state().settings.path->path = (room.folder.path() / "disk").string();
    panels->frames();
    panels->click("Use this folder");
    panels->settle();
    CHECK(panels->says("No backup was made"));
    CHECK(panels->says("The last one could not be made"));
    panels->click("Today");
    CHECK(panels->says("The last backup could not be made"));
    panels->click("See the backups");
    CHECK(panels->session().state().screen == views::Screen::settings);
}

TEST_CASE("a backup is made by itself where there is none, and after the first save of a day",
          "[settings][panel]") {
    const SettingsRoom room;
    const auto panels = room.open("Your tools");
    REQUIRE(room.backups().size() == 1);
    CHECK(room.backups().front().kind == storage::BackupKind::daily);
    panels->click("Retire");
    panels->settle();
    CHECK(room.backups().size() == 1);
    panels->set_now(Instant{tests::test_now().utc_ms + 24LL * 3'600'000, 60});
    panels->click("Offer again");
    panels->settle();
    CHECK(room.backups().size() == 2);
}

TEST_CASE("an area of one's own is added, marked on the map, renamed and retired, and each can be taken back",
          "[settings][panel]") {
    const SettingsRoom room;
    const auto panels = room.open("Your areas");
    const auto own = [&] { return panels->session().snapshot().catalogue->own(); };
    panels->click("Add an area");
    panels->click("Add it");
    CHECK(own().empty());
    CHECK(panels->says("name"));
    panels->session().state().settings.area->area.name = "under the arm";
    panels->frames();
    panels->click("middle");
    panels->click("back");
    panels->click("Add it");
    REQUIRE(own().size() == 1);
    CHECK(own().front().name == "under the arm");
    CHECK(own().front().sides == AreaSides{true, true, true});
    REQUIRE(own().front().map_place);
    CHECK(own().front().map_place->view == BodyView::back);
    CHECK(std::abs(own().front().map_place->x - 500) <= 2);
    panels->click("Edit\u2026");
    panels->session().state().settings.area->area.name = "armpit";
    panels->frames();
    panels->click("Save the change");
    CHECK(own().front().name == "armpit");
    panels->click("Retire");
    CHECK(own().front().retired);
    panels->key(ImGuiKey_Z, ImGuiMod_Ctrl);
    CHECK_FALSE(own().front().retired);
    panels->key(ImGuiKey_Z, ImGuiMod_Ctrl);
    CHECK(own().front().name == "under the arm");
}

TEST_CASE("a tool is renamed in every session, and retired", "[settings][panel]") {
    const SettingsRoom room;
    const auto panels = room.open("Your tools");
    panels->click("Rename\u2026");
    panels->session().state().settings.tool->to = "tennis ball";
    panels->frames();
    panels->click("Rename it");
    CHECK(panels->session().snapshot().tools == std::vector<std::string>{"tennis ball"});
    CHECK(panels->session().snapshot().find_session({"s1"})->tool == "tennis ball");
    panels->click("Retire");
    CHECK(panels->session().snapshot().retired_tools == std::vector<std::string>{"tennis ball"});
}

TEST_CASE("a choice of how the window looks is taken back, in order with what was entered",
          "[settings][panel]") {
    const SettingsRoom room;
    const auto panels = room.open("Look and language");
    const auto look = [&] { return panels->settings(); };
    panels->click("Dark");
    CHECK(panels->says("Settings changed"));
    panels->click("Undo");
    CHECK(look().theme == settings::Theme::desktop);
    CHECK(panels->says("Taken back: settings changed"));
    panels->click("Dark");
    panels->click("Your tools");
    panels->click("Retire");
    panels->click("Look and language");
    panels->click("Light");
    const auto undo = [&] { panels->key(ImGuiKey_Z, ImGuiMod_Ctrl); };
    undo();
    CHECK(look().theme == settings::Theme::dark);
    CHECK_FALSE(panels->session().snapshot().retired_tools.empty());
    undo();
    CHECK(panels->session().snapshot().retired_tools.empty());
    CHECK(look().theme == settings::Theme::dark);
    undo();
    CHECK(look().theme == settings::Theme::desktop);
    // The next one is the log's own, from before this window.
    undo();
    CHECK(look().theme == settings::Theme::desktop);
}

TEST_CASE("a tool is added before any session has it, offered in the Log form, and removed again",
          "[settings][panel]") {
    const SettingsRoom room;
    const auto panels = room.open("Your tools");
    const auto tools = [&] { return panels->session().snapshot().tools; };
    panels->click("Add a tool");
    panels->click("Add the tool");
    CHECK(panels->says("The tool is empty"));
    panels->session().state().settings.tool->to = " door edge ";
    panels->frames();
    panels->click("Add the tool");
    CHECK(tools() == std::vector<std::string>{"ball", "door edge"});
    CHECK_FALSE(panels->session().state().settings.tool);
    CHECK(panels->says("No session has it yet."));
    panels->click("Add a tool");
    panels->session().state().settings.tool->to = "door edge";
    panels->frames();
    panels->click("Add the tool");
    CHECK(panels->says("is in the list already"));
    panels->key(ImGuiKey_Escape);
    panels->click("Log");
    panels->click("Tool");
    CHECK(panels->says("door edge"));
    panels->key(ImGuiKey_Escape);
    panels->click("Settings");
    panels->click("Remove");
    CHECK(tools() == std::vector<std::string>{"ball"});
    CHECK(panels->says("Tool removed"));
    panels->key(ImGuiKey_Z, ImGuiMod_Ctrl);
    CHECK(tools() == std::vector<std::string>{"ball", "door edge"});
}

TEST_CASE("a deleted record is put back, or removed for good after a question", "[settings][panel]") {
    const SettingsRoom room;
    REQUIRE(tests::open_log(room.file)->apply(DeleteRecord{{"s1"}}).ok());
    const auto panels = room.open("Deleted records");
    CHECK(panels->says("Backups from before hold it still"));
    panels->click("Put back");
    CHECK(panels->session().snapshot().find_session({"s1"}) != nullptr);
    CHECK(panels->says("Nothing was deleted"));
    REQUIRE(tests::open_log(room.file)->apply(DeleteRecord{{"s1"}}).ok());
    panels->look_around();
    panels->click("Remove for good\u2026");
    panels->click("Keep it");
    CHECK(panels->shows("Put back"));
    panels->click("Remove for good\u2026");
    panels->click("Remove for good");
    CHECK(panels->says("Nothing was deleted"));
    CHECK(tests::open_log(room.file)->deleted_records()->empty());
}

TEST_CASE("everything is erased after the word was typed, and the first start is back", "[settings][panel]") {
    const SettingsRoom room;
    REQUIRE(room.with_working_set().load(room.file));
    REQUIRE(storage::Backups(room.file, {}, tests::test_services()).make(storage::BackupKind::manual).ok());
    const auto panels = room.open("Look and language");
    panels->click("Dark");
    panels->click("Erase everything");
    panels->settle();
    CHECK(panels->says("1 backup, in"));
    const std::size_t button = 1;  // behind the part's own name in the list
    CHECK(panels->item("Erase everything", button).disabled);
    panels->session().state().settings.erase_word = "erase";
    panels->frames();
    panels->click("Erase everything", button);
    panels->settle();
    CHECK(panels->says("Am I overdoing it?"));
    CHECK(panels->settings() == settings::Settings{});
    CHECK_FALSE(std::filesystem::exists(room.file));
    for (const auto& entry : std::filesystem::recursive_directory_iterator(room.folder.path())) {
        INFO(entry.path());
        CHECK_FALSE(entry.is_regular_file());
    }
}

TEST_CASE("a last backup into a file of one's own outlives erasing", "[settings][panel]") {
    const SettingsRoom room;
    const auto target = room.folder.path() / "mine.db";
    const auto panels = room.open("Erase everything");
    panels->click("Back up to a file\u2026");
    panels->session().state().settings.path->path = target.string();
    panels->frames();
    panels->click("Back up");
    panels->settle();
    CHECK(storage::look_into(target)->sessions == 1);
    panels->click("Erase everything");
    panels->session().state().settings.erase_word = " erase ";
    panels->frames();
    panels->click("Erase everything", 1);
    panels->settle();
    CHECK_FALSE(std::filesystem::exists(room.file));
    CHECK(storage::look_into(target)->sessions == 1);
}

TEST_CASE("about names the version, every licence, and that it is no medical advice", "[settings][panel]") {
    const SettingsRoom room;
    const auto panels = room.open("About");
    CHECK(panels->says("Unknot 1.2.3"));
    CHECK(panels->says("not medical advice"));
    CHECK(panels->says("SQLite"));
}

TEST_CASE("every part of the settings can be reached at the smallest window", "[settings][panel]") {
    const SettingsRoom room;
    const auto panels = room.open({}, 640, 480);
    const std::string part = GENERATE("Your log", "Backups", "Your areas", "Your tools", "Deleted records",
                                      "Erase everything", "About");
    panels->click("Part of the settings");
    panels->click(part);
    CHECK(panels->says(part));
}

TEST_CASE("a folder is chosen in the desktop's dialog, and used once that is pressed", "[settings][panel]") {
    const SettingsRoom room;
    const auto panels = room.open("Your log", 1280, 800, 1, {true, true, false});
    panels->click("Move it\u2026");
    const std::filesystem::path there = room.folder.path() / "there";
    std::filesystem::create_directory(there);
    panels->desktop().path = std::optional(there);
    panels->click("Choose\u2026");
    panels->finish_work();
    REQUIRE(panels->desktop().asked.size() == 1);
    CHECK(panels->desktop().asked[0].what == platform::PathQuestion::For::folder);
    CHECK(panels->desktop().asked[0].folder == room.folder.path());
    REQUIRE(panels->session().state().settings.path);
    CHECK(panels->session().state().settings.path->path == there);
    CHECK(std::filesystem::exists(room.file));
    panels->click("Move it");
    panels->settle();
    CHECK(std::filesystem::exists(there / "log.db"));
}

TEST_CASE("the file of another log is chosen in the desktop's dialog; choosing none keeps what was typed",
          "[settings][panel]") {
    const SettingsRoom room;
    const auto panels = room.open("Your log", 1280, 800, 1, {true, true, false});
    panels->click("Join another log\u2026");
    panels->click("File");
    panels->type("/a");
    panels->click("Choose\u2026");
    panels->finish_work();
    CHECK(panels->desktop().asked.at(0).what == platform::PathQuestion::For::open);
    CHECK(panels->session().state().settings.path->path == "/a");
    panels->desktop().path = std::optional(std::filesystem::path("/elsewhere/log.db"));
    panels->click("Choose\u2026");
    panels->finish_work();
    CHECK(panels->session().state().settings.path->path == "/elsewhere/log.db");
}

TEST_CASE("a chosen folder is where a backup of any name goes; the name stays", "[settings][panel]") {
    const SettingsRoom room;
    const auto panels = room.open("Backups", 1280, 800, 1, {true, true, false});
    panels->click("Back up to a file\u2026");
    panels->desktop().path = std::optional(std::filesystem::path("/usb"));
    panels->click("Choose\u2026");
    panels->finish_work();
    CHECK(panels->session().state().settings.path->path == "/usb/unknot-backup.db");
    panels->desktop().path = std::optional(std::filesystem::path("/disk"));
    panels->click("Choose\u2026");
    panels->finish_work();
    CHECK(panels->session().state().settings.path->path == "/disk/unknot-backup.db");
}

TEST_CASE("an answer of the desktop's dialog goes nowhere once nobody asks any more", "[settings][panel]") {
    const SettingsRoom room;
    const auto panels = room.open("Your log", 1280, 800, 1, {true, true, false});
    panels->click("Use another log\u2026");
    panels->desktop().path = std::optional(std::filesystem::path("/elsewhere/log.db"));
    panels->click("Choose\u2026");
    panels->click("Stay with this one");
    panels->click("Move it\u2026");
    panels->finish_work();
    CHECK(panels->session().state().settings.path->path == room.folder.path());
}

TEST_CASE("without a dialog of the desktop for it, no button offers one", "[settings][panel]") {
    const SettingsRoom room;
    const auto panels = room.open("Your log", 1280, 800, 1, {true, false, false});
    panels->click("Move it\u2026");
    CHECK_FALSE(panels->shows("Choose\u2026"));
    panels->click("Leave it where it is");
    panels->click("Use another log\u2026");
    CHECK(panels->shows("Choose\u2026"));
}

TEST_CASE("a notice covers no button of a dialog, at any size", "[settings][panel][notice]") {
    const SettingsRoom room;
    for (const auto& [width, height, text] :
         {std::tuple(640.0F, 480.0F, 1.0F), std::tuple(1280.0F, 800.0F, 2.0F),
          std::tuple(1280.0F, 960.0F, 2.0F), std::tuple(640.0F, 480.0F, 2.0F),
          std::tuple(1280.0F, 800.0F, 1.0F), std::tuple(3840.0F, 2160.0F, 1.0F)}) {
        INFO(width << " x " << height << ", text " << text);
        tests::PanelOptions options;
        options.width = width;
        options.height = height;
        options.text_scale = text;
        options.now = tests::test_now();
        const auto panels = std::make_unique<Panels>(room.file, options);
        panels->settle();
        panels->session().state().settings.path = views::PathDraft{views::PathFor::move, "/a", true, {}};
        views::go_to(panels->session().state(), views::Screen::settings);
        panels->session().notify(
            "The desktop\u2019s dialog could not be used (the desktop\u2019s dialog ended "
            "without an answer). The path can be typed.",
            0);
        panels->frames();
        const ImGuiWindow* const notice = ImGui::FindWindowByName("##toast");
        const bool shown = notice != nullptr && notice->Active;
        for (const char* label : {"Move it", "Leave it where it is"}) {
            INFO(label);
            CHECK_FALSE((shown && notice->Rect().Overlaps(panels->item(label).rect)));
        }
        // Where there was no room for it, it comes when the dialog has gone, for as long as ever.
        panels->pass(60);
        panels->frames();
        if (!shown) {
            panels->click("Leave it where it is");
            CHECK(panels->says("The path can be typed."));
        }
        CHECK((shown || (width == 640 && text == 2)));
    }
}
