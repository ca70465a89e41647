#include "tests/support/log_maker.h"
#include "tests/support/panel_test.h"
#include "tests/support/temporary_log.h"

#include <catch2/catch_test_macros.hpp>

using namespace unknot;
using tests::Panels;

namespace {

/// Two areas with a session and the rating of the day after; the calf's is the later.
struct TrendsRoom {
    tests::TemporaryFolder folder{tests::TemporaryFolder::Disk::memory};
    std::filesystem::path file = folder.path() / "log.db";

    explicit TrendsRoom(bool filled = true) {
        const auto log = tests::open_log(file);
        REQUIRE(log->apply(SetProfile{}).ok());
        if (!filled) {
            return;
        }
        REQUIRE(
            log->apply(LogSession{tests::session("s0", "2026-02-20T19:00:00+01:00", "low_back", Side::right)})
                .ok());
        REQUIRE(log->apply(LogSession{tests::session("s1", "2026-03-05T19:00:00+01:00", "calf", Side::left)})
                    .ok());
        REQUIRE(log->apply(RecordCheckIns{
                               {tests::checkin("c1", "2026-03-06T08:00:00+01:00", "calf", Side::left, 3)}})
                    .ok());
    }

    [[nodiscard]] std::unique_ptr<Panels> open(float width = 1280, float height = 800) const {
        tests::PanelOptions options;
        options.width = width;
        options.height = height;
        options.now = tests::test_now();
        auto panels = std::make_unique<Panels>(file, options);
        panels->click("Trends");
        return panels;
    }
};

void focus(Panels& panels, std::string_view label) {
    for (int i = 0; i < 40; ++i) {
        panels.key(ImGuiKey_Tab);
        if (ImGui::GetCurrentContext()->NavId == panels.item(label).id) {
            return;
        }
    }
    FAIL("Tab does not come to the chart");
}

}  // namespace

TEST_CASE("trends begin with the area of the latest record; another is chosen by name", "[trends][panel]") {
    const TrendsRoom room;
    const auto panels = room.open();
    CHECK(panels->says("Left calf"));
    CHECK(panels->shows("Right low back"));
    panels->click("Right low back");
    CHECK(panels->session().state().trends.track == TrackKey{"low_back", Side::right});
    CHECK(panels->shows("Left calf"));
    panels->click("Area");
    panels->click("All areas");
    CHECK(panels->says("The worst of each day"));
}

TEST_CASE("the dashed line is explained below the chart that has one", "[trends][panel]") {
    const TrendsRoom room;
    const auto panels = room.open();
    CHECK(panels->says("Settled: on the dashed line or below it."));
    panels->click("Show as a table");
    CHECK_FALSE(panels->says("on the dashed line"));
}

TEST_CASE("a range of trends shows its days, ending today", "[trends][panel]") {
    const TrendsRoom room;
    const auto panels = room.open();
    const auto days = [&] {
        const auto& made = panels->session().state().trends.timeline.made_for;
        REQUIRE(made.has_value());
        return made->to - made->from;
    };
    CHECK(days() == 56);
    panels->click("4 weeks");
    CHECK(days() == 28);
    panels->click("6 months");
    CHECK(days() == 182);
}

TEST_CASE("arrow keys in the timeline name each record, and Enter opens it in the history",
          "[trends][panel]") {
    const TrendsRoom room;
    const auto panels = room.open();
    focus(*panels, "Timeline");
    panels->key(ImGuiKey_End);
    panels->key(ImGuiKey_Home);
    bool named = false;
    for (int i = 0; i < 4 && !named; ++i) {
        named = panels->says("Friday 6 March, 08:00");
        if (!named) {
            panels->key(ImGuiKey_RightArrow);
        }
    }
    CHECK(named);
    panels->key(ImGuiKey_Enter);
    CHECK(panels->session().state().screen == views::Screen::history);
    CHECK(panels->session().state().history.filter.area == "calf");
    CHECK(panels->session().state().history.filter.from == parse_iso_day("2026-03-06"));
    // The very record has the keyboard.
    CHECK(ImGui::GetCurrentContext()->NavId == panels->item("check-in, day 1, Left calf, 08:00").id);
}

TEST_CASE("from an area the link leads to all areas: small pictures, body and calendar", "[trends][panel]") {
    const TrendsRoom room;
    const auto panels = room.open();
    panels->click("All areas, calendar, body");
    CHECK(panels->session().state().trends.all_areas);
    CHECK(panels->shows("Body map"));
    CHECK(panels->shows("Calendar"));
    CHECK(panels->shows("Left calf"));
    CHECK(panels->shows("Right low back"));
    panels->click("Left calf");
    CHECK(panels->session().state().trends.track == TrackKey{"calf", Side::left});
}

TEST_CASE("arrows move over the days of the calendar, and Enter opens one in the history",
          "[trends][panel]") {
    const TrendsRoom room;
    const auto panels = room.open();
    panels->click("All areas, calendar, body");
    focus(*panels, "Calendar");
    panels->key(ImGuiKey_End);
    CHECK(panels->says("Friday 6 March"));
    panels->key(ImGuiKey_LeftArrow);
    CHECK(panels->says("Thursday 5 March"));
    panels->key(ImGuiKey_Enter);
    CHECK(panels->session().state().screen == views::Screen::history);
    CHECK(panels->session().state().history.filter.from == parse_iso_day("2026-03-05"));
    CHECK(panels->session().state().history.filter.area.empty());
}

TEST_CASE("arrows move over the body's areas, and Enter shows one", "[trends][panel]") {
    const TrendsRoom room;
    const auto panels = room.open();
    panels->click("All areas, calendar, body");
    focus(*panels, "Body map");
    panels->key(ImGuiKey_Home);
    panels->key(ImGuiKey_Enter);
    CHECK_FALSE(panels->session().state().trends.all_areas);
    CHECK(panels->session().state().trends.track.has_value());
}

TEST_CASE("arrows move over the sessions of dose and response, and Enter opens one in the history",
          "[trends][panel]") {
    const TrendsRoom room;
    const auto panels = room.open();
    focus(*panels, "Dose and response");
    panels->key(ImGuiKey_RightArrow);
    CHECK(panels->says("Thursday 5 March"));
    panels->key(ImGuiKey_Enter);
    CHECK(panels->session().state().screen == views::Screen::history);
    CHECK(panels->session().state().history.filter.from == parse_iso_day("2026-03-05"));
}

TEST_CASE("what followed a flag stands below the area, or that there was none", "[trends][panel]") {
    const TrendsRoom room;
    CHECK(room.open(1280, 1600)->says("In this time no flag suggested to ease off or to pause."));
    const auto log = tests::open_log(room.file);
    REQUIRE(
        log->apply(RecordCheckIns{{tests::checkin("c2", "2026-03-07T08:00:00+01:00", "calf", Side::left, 5)}})
            .ok());
    const auto panels = room.open(1280, 1600);
    CHECK(panels->says("After a back-off"));
    CHECK(panels->says("No session since"));
    CHECK(panels->says("Not known to have settled"));
}

TEST_CASE("the same numbers stand in a table, in narrow windows too", "[trends][panel]") {
    const TrendsRoom room;
    for (const float width : {1280.0F, 640.0F}) {
        const auto panels = room.open(width, 800);
        panels->click("Show as a table");
        CHECK(panels->says("08:00"));
        CHECK(panels->shows("Show as charts"));
    }
}

TEST_CASE("trends of an empty log say what to do", "[trends][panel]") {
    const TrendsRoom room(false);
    const auto panels = room.open();
    CHECK(panels->says("Nothing logged yet"));
    panels->click("Log a session");
    CHECK(panels->session().state().screen == views::Screen::log);
}

TEST_CASE("trends begin with the most seriously flagged area, where one is", "[trends][panel]") {
    const TrendsRoom room;
    const auto log = tests::open_log(room.file);
    const auto rated = [](const char* id, const char* at, int soreness) {
        return tests::checkin(id, at, "low_back", Side::right, soreness);
    };
    REQUIRE(log->apply(LogSession{tests::session("s2", "2026-03-03T19:00:00+01:00", "low_back", Side::right)})
                .ok());
    REQUIRE(log->apply(RecordCheckIns{{rated("c3", "2026-03-04T08:00:00+01:00", 6),
                                       rated("c4", "2026-03-05T08:00:00+01:00", 6)}})
                .ok());
    const auto panels = room.open();
    CHECK(panels->shows("Left calf"));  // among the other areas
    CHECK_FALSE(panels->shows("Right low back"));
}
