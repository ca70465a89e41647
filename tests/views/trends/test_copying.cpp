#include "tests/support/log_maker.h"
#include "tests/support/panel_test.h"
#include "tests/support/temporary_log.h"

#include <catch2/catch_test_macros.hpp>

using namespace unknot;
using tests::Panels;

namespace {

/// Two areas with a session and the rating of the day after.
struct CopyRoom {
    tests::TemporaryFolder folder{tests::TemporaryFolder::Disk::memory};
    std::filesystem::path file = folder.path() / "log.db";

    CopyRoom() {
        const auto log = tests::open_log(file);
        REQUIRE(log->apply(SetProfile{}).ok());
        REQUIRE(
            log->apply(LogSession{tests::session("s0", "2026-02-20T19:00:00+01:00", "low_back", Side::right)})
                .ok());
        REQUIRE(log->apply(LogSession{tests::session("s1", "2026-03-05T19:00:00+01:00", "calf", Side::left)})
                    .ok());
        REQUIRE(log->apply(RecordCheckIns{
                               {tests::checkin("c1", "2026-03-06T08:00:00+01:00", "calf", Side::left, 3)}})
                    .ok());
    }

    [[nodiscard]] std::unique_ptr<Panels> open(bool pictures = true) const {
        tests::PanelOptions options;
        options.now = tests::test_now();
        options.pictures = pictures;
        auto panels = std::make_unique<Panels>(file, options);
        panels->click("Trends");
        return panels;
    }
};

/// Presses the n-th line of the open list with this name.
void copy(Panels& panels, std::string_view name, std::size_t nth) {
    panels.click("Copy a chart\u2026");
    panels.click(name, nth);
    panels.finish_work();
}

std::uint32_t number_at(const std::string& bytes, std::size_t at) {
    std::uint32_t number = 0;
    for (std::size_t i = 0; i < 4; ++i) {
        number = number << 8U | static_cast<unsigned char>(bytes.at(at + i));
    }
    return number;
}

}  // namespace

TEST_CASE("the timeline goes to the clipboard as a picture of its whole size", "[trends][panel][copy]") {
    const CopyRoom room;
    const auto panels = room.open();
    panels->click("Copy a chart\u2026");
    panels->click("Timeline, as a picture");
    panels->finish_work();
    const auto& forms = panels->desktop().picture;
    REQUIRE(forms.size() == 2);
    CHECK(forms[0].type == "image/png");
    CHECK(forms[0].bytes.starts_with("\x89PNG\r\n\x1a\n"));
    constexpr std::uint32_t wide = 2 * (1080 + 2 * 24);  // two pixels a unit, with a margin
    CHECK(number_at(forms[0].bytes, 16) == wide);
    CHECK(forms[1].type == "image/svg+xml");
    CHECK(forms[1].bytes.find("<svg") != std::string::npos);
    CHECK(panels->says("Copied as a picture: Timeline"));
}

TEST_CASE("the same numbers go to the clipboard as a table, by the keyboard", "[trends][panel][copy]") {
    const CopyRoom room;
    const auto panels = room.open();
    panels->click("Copy a chart\u2026");
    panels->key(ImGuiKey_DownArrow);
    panels->key(ImGuiKey_Enter);
    panels->finish_work();
    INFO(panels->copied());
    CHECK(panels->copied().starts_with("Day\tTime\tWhat\tSoreness\t"));
    CHECK(panels->copied().find("\t08:00\t") != std::string::npos);
    CHECK(panels->says("Copied as a table: Timeline"));
}

TEST_CASE("everything that trends show can be copied", "[trends][panel][copy]") {
    const CopyRoom room;
    const auto panels = room.open();
    for (const char* of_track : {"Dose and response", "Other areas"}) {
        INFO(of_track);
        panels->desktop().picture.clear();
        copy(*panels, std::string(of_track) + ", as a picture", 0);
        CHECK(panels->desktop().picture.size() == 2);
    }
    copy(*panels, "After a back-off, as a table", 0);
    CHECK(panels->says("Copied as a table: After a back-off"));
    panels->click("All areas, calendar, body");
    for (const char* of_all : {"All areas", "Latest soreness", "The worst of each day"}) {
        INFO(of_all);
        panels->desktop().picture.clear();
        copy(*panels, std::string(of_all) + ", as a picture", 0);
        CHECK(panels->desktop().picture.size() == 2);
    }
    copy(*panels, "The worst of each day, as a table", 0);
    CHECK(panels->copied().starts_with("Day\tWorst rating\tPlace\tSession\n"));
    CHECK(panels->copied().find("\t3\tLeft calf\t") != std::string::npos);
}

TEST_CASE("no picture is offered where the clipboard takes none", "[trends][panel][copy]") {
    const CopyRoom room;
    const auto panels = room.open(false);
    panels->click("Copy a chart\u2026");
    CHECK(panels->shows("Timeline, as a table"));
    CHECK_FALSE(panels->shows("Timeline, as a picture"));
}

TEST_CASE("a picture that was not copied is said, and nothing is called copied", "[trends][panel][copy]") {
    const CopyRoom room;
    const auto panels = room.open();
    panels->desktop().problem = "there is no X11 display";
    copy(*panels, "Timeline, as a picture", 0);
    CHECK(panels->says("The picture was not copied: there is no X11 display."));
    CHECK_FALSE(panels->says("Copied as a picture"));
}
