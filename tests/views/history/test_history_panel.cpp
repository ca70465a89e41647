#include "app/words/languages.h"
#include "tests/support/log_maker.h"
#include "tests/support/panel_test.h"
#include "tests/support/temporary_log.h"

#include <catch2/catch_test_macros.hpp>

using namespace unknot;
using tests::Panels;

namespace {

/// A log with a session and a check-in the day after, and the History of it.
struct HistoryRoom {
    tests::TemporaryFolder folder{tests::TemporaryFolder::Disk::memory};
    std::filesystem::path file = folder.path() / "log.db";

    HistoryRoom() {
        Session session = tests::session("s1", "2026-03-05T19:00:00+01:00", "calf", Side::left);
        session.duration = Duration::of_seconds(240);
        session.tool = "Roller";
        CheckIn checkin = tests::checkin("c1", "2026-03-06T08:00:00+01:00", "calf", Side::left, 3);
        checkin.note = "after the stairs";
        checkin.entered_at = tests::moment("2026-03-06T08:01:00+01:00");
        const auto log = tests::open_log(file);
        REQUIRE(log->apply(LogSession{session}).ok());
        REQUIRE(log->apply(RecordCheckIns{{checkin}}).ok());
    }

    [[nodiscard]] std::unique_ptr<Panels> open(float width = 1280, float height = 800) const {
        tests::PanelOptions options;
        options.width = width;
        options.height = height;
        options.now = tests::test_now();
        auto panels = std::make_unique<Panels>(file, options);
        panels->click("History");
        return panels;
    }
};

constexpr std::string_view checkin_row = "check-in, day 1, Left calf, 08:00";
constexpr std::string_view session_row = "moderate, 4 min, Left calf, 19:00";

std::shared_ptr<const CheckIn> checkin_there(Panels& panels) {
    return panels.session().snapshot().find_checkin({"c1"});
}

}  // namespace

TEST_CASE("the history shows every record with its day, and how many there are", "[history][panel]") {
    const HistoryRoom room;
    const auto panels = room.open();
    CHECK(panels->says("1 session, 1 check-in"));
    CHECK(panels->says("Fri 6 Mar"));
    CHECK(panels->says("Roller"));
    CHECK(panels->says("after the stairs"));
    CHECK(panels->says("Warning signs not answered"));
    CHECK(panels->item(checkin_row).rect.Min.y < panels->item(session_row).rect.Min.y);
}

TEST_CASE("the history says that its rows can be changed, before any is pointed at", "[history][panel]") {
    const HistoryRoom room;
    for (const float width : {1280.0F, 640.0F}) {
        const auto panels = room.open(width, 800);
        CHECK(panels->says("Choose a row to change or delete it; flags are then worked out anew."));
        panels->point_at(panels->item(session_row).rect.GetCenter());
        panels->frames();
        CHECK(ImGui::GetMouseCursor() == ImGuiMouseCursor_Hand);
    }
}

TEST_CASE("warning signs that were not answered have a mark, which a line above and the pointer explain",
          "[history][panel]") {
    const HistoryRoom room;
    for (const float width : {1280.0F, 640.0F}) {
        const auto panels = room.open(width, 800);
        const auto times = [&] {
            const std::string all = panels->all_text();
            std::size_t found = 0;
            for (std::size_t at = all.find("Warning signs not answered"); at != std::string::npos;
                 at = all.find("Warning signs not answered", at + 1)) {
                ++found;
            }
            return found;
        };
        CHECK(times() == 1);
        CHECK_FALSE(panels->says("No warning signs"));
        const ImRect row = panels->item(checkin_row).rect;
        for (float x = row.Min.x; x < row.Max.x && times() == 1; x += 10) {
            panels->point_at({x, width < 700 ? row.Max.y - 20 : row.GetCenter().y});
            panels->frames();
        }
        CHECK(times() == 2);
        panels->click("Sessions");
        panels->point_at({0, 0});
        panels->frames();
        CHECK(times() == 0);
    }
}

TEST_CASE("the filters stand in one line in every language where the window has the usual width",
          "[history][panel]") {
    const HistoryRoom room;
    for (const std::string_view language : words::languages()) {
        tests::PanelOptions options;
        options.width = 1280;
        options.height = 800;
        options.now = tests::test_now();
        options.words = words::catalogue_of(language).value();
        const words::Catalogue& words = options.words;
        Panels panels(room.file, options);
        panels.click(words.text("History"));
        INFO(language);
        const float top = panels.item(words.text("Range of days")).rect.Min.y;
        CHECK(panels.item(words.text("Check-ins")).rect.Min.y < top + 20);
    }
}

TEST_CASE("delete at a row's end deletes it at once, and Undo brings it back", "[history][panel]") {
    const HistoryRoom room;
    const auto panels = room.open();
    panels->point_at(panels->item(checkin_row).rect.GetCenter());
    panels->click("Delete");
    CHECK(checkin_there(*panels) == nullptr);
    CHECK_FALSE(panels->shows(checkin_row));
    panels->click("Undo");
    CHECK(checkin_there(*panels) != nullptr);
}

TEST_CASE("the keyboard deletes, edits and opens the menu of the focused row", "[history][panel]") {
    const HistoryRoom room;
    const auto panels = room.open();
    const auto focus_row = [&] {
        for (int i = 0; i < 40; ++i) {
            panels->key(ImGuiKey_Tab);
            if (ImGui::GetCurrentContext()->NavId == panels->item(checkin_row).id) {
                return;
            }
        }
        FAIL("Tab does not come to the row");
    };
    focus_row();
    panels->key(ImGuiKey_F2);
    CHECK(panels->says("Change this check-in"));
    panels->key(ImGuiKey_Escape);
    CHECK_FALSE(panels->says("Change this check-in"));
    focus_row();
    panels->key(ImGuiKey_F10, ImGuiMod_Shift);
    CHECK(panels->says("F2"));
    panels->key(ImGuiKey_Escape);
    focus_row();
    panels->key(ImGuiKey_Delete);
    CHECK(checkin_there(*panels) == nullptr);
}

TEST_CASE("editing a check-in in its dialog keeps when it was entered", "[history][panel]") {
    const HistoryRoom room;
    const auto panels = room.open();
    panels->click(checkin_row);
    panels->click("7");
    panels->click("None of these");
    panels->click("Save the change");
    const auto checkin = checkin_there(*panels);
    REQUIRE(checkin != nullptr);
    CHECK(checkin->soreness == Soreness::of(7));
    CHECK(checkin->symptoms == Symptoms{});
    CHECK(checkin->note == "after the stairs");
    CHECK(checkin->entered_at == tests::moment("2026-03-06T08:01:00+01:00"));
    CHECK(to_iso(checkin->at) == "2026-03-06T08:00:00+01:00");
    CHECK_FALSE(panels->says("Change this check-in"));
}

TEST_CASE("a session's row opens the log form with that session", "[history][panel]") {
    const HistoryRoom room;
    const auto panels = room.open();
    panels->click(session_row);
    CHECK(panels->session().state().screen == views::Screen::log);
    CHECK(panels->session().state().log.draft.id == RecordId{"s1"});
}

TEST_CASE("a check-in of the past asks for everything and fills in nothing", "[history][panel]") {
    const HistoryRoom room;
    const auto panels = room.open();
    panels->click("Add a past entry");
    panels->click("A check-in");
    panels->click("Save the check-in");
    CHECK(panels->says("The area is missing."));
    panels->click("Where");
    panels->type("right calf");
    panels->click("Right calf");
    panels->click("5");
    panels->click("Date");
    panels->type("2026-03-04");
    panels->click("Time");
    panels->type("7:15");
    panels->click("Save the check-in");
    CHECK_FALSE(panels->says("Add a check-in of the past"));
    const auto& calf = *panels->session().snapshot().areas.at("calf");
    REQUIRE(calf.checkins.size() == 2);
    const CheckIn& added = *calf.checkins.front();
    CHECK(to_iso(added.at) == "2026-03-04T07:15:00+01:00");
    CHECK(added.side == Side::right);
    CHECK(added.soreness == Soreness::of(5));
    CHECK(added.symptoms == std::nullopt);
    CHECK(added.entered_at == tests::test_now());
    CHECK(panels->says("entered 7 Mar"));
}

TEST_CASE("a check-in that was deleted elsewhere closes its dialog with a sentence", "[history][panel]") {
    const HistoryRoom room;
    const auto panels = room.open();
    panels->click(checkin_row);
    REQUIRE(panels->says("Change this check-in"));
    REQUIRE(tests::open_log(room.file)->apply(DeleteRecord{{"c1"}}).ok());
    panels->look_around();
    CHECK_FALSE(panels->says("Change this check-in"));
    CHECK(panels->says("has been deleted elsewhere meanwhile"));
}

TEST_CASE("what nothing fits says so, and one press shows everything again", "[history][panel]") {
    const HistoryRoom room;
    const auto panels = room.open();
    panels->click("Search the history");
    panels->type("elbow");
    CHECK(panels->says("Nothing found"));
    CHECK(panels->says("0 sessions, 0 check-ins"));
    panels->click("Clear the filters");
    CHECK(panels->shows(checkin_row));
}

TEST_CASE("narrow windows show the day as a heading and every row whole", "[history][panel]") {
    const HistoryRoom room;
    const auto panels = room.open(640, 480);
    CHECK(panels->says("Fri 6 Mar"));
    CHECK(panels->says("after the stairs"));
    CHECK(panels->says("Warning signs not answered"));
    panels->click("Check-ins");
    CHECK_FALSE(panels->shows(session_row));
}

TEST_CASE("ten years of records draw only the rows in view", "[history][panel]") {
    const HistoryRoom room;
    const auto panels = room.open();
    std::vector<CheckIn> many;
    for (int i = 0; i < 500; ++i) {
        CheckIn one =
            tests::checkin("m" + std::to_string(i), "2025-03-06T08:00:00+01:00", "calf", Side::right, 2);
        one.at = plus_seconds(one.at, -86400LL * i);
        many.push_back(one);
    }
    REQUIRE(tests::open_log(room.file)->apply(RecordCheckIns{many}).ok());
    panels->look_around();
    CHECK(panels->says("1 session, 501 check-ins"));
    CHECK(panels->recorder().texts().size() < 300);
}

TEST_CASE("Esc leaves the field, then the dialog; nothing typed is lost, and the row has the keyboard again",
          "[history][panel]") {
    const HistoryRoom room;
    const auto panels = room.open();
    const auto focused = [&] { return ImGui::GetCurrentContext()->NavId; };
    for (int i = 0; i < 40 && focused() != panels->item(checkin_row).id; ++i) {
        panels->key(ImGuiKey_Tab);
    }
    panels->key(ImGuiKey_F2);
    REQUIRE(panels->session().state().history.editing);
    panels->click("Note");
    panels->key(ImGuiKey_End, ImGuiMod_Ctrl);
    panels->type(" again");
    panels->key(ImGuiKey_Escape);
    REQUIRE(panels->session().state().history.editing);
    CHECK(panels->session().state().history.editing->note == "after the stairs again");
    panels->key(ImGuiKey_Escape);
    CHECK_FALSE(panels->session().state().history.editing);
    CHECK(checkin_there(*panels)->note == "after the stairs");
    CHECK(focused() == panels->item(checkin_row).id);
    panels->key(ImGuiKey_F2);
    REQUIRE(panels->session().state().history.editing);
    CHECK(panels->session().state().history.editing->note == "after the stairs again");
    panels->click("Leave it as it was");
    CHECK_FALSE(panels->session().state().history.shelved);
}
