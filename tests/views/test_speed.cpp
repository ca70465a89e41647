#include "tests/support/log_maker.h"
#include "tests/support/panel_test.h"
#include "tests/support/temporary_log.h"

#include <catch2/catch_test_macros.hpp>

#include <fmt/format.h>

#include <functional>

using namespace unknot;
using tests::Panels;

namespace {

/// Four areas with ten thousand ratings in nine years.
std::filesystem::path ten_thousand_ratings(const tests::TemporaryFolder& folder) {
    const std::filesystem::path file = folder.path() / "log.db";
    const auto log = tests::open_log(file);
    REQUIRE(log->apply(SetProfile{}).ok());
    constexpr std::array<std::string_view, 4> areas{"calf", "jaw", "shin", "upper_trapezius"};
    ImportRecords records;
    for (int i = 0; i < 10'000; ++i) {
        const std::string area(areas.at(static_cast<std::size_t>(i) % areas.size()));
        CheckIn checkin = tests::sample_checkin("", 1 + (i * 7) % 9, area);
        checkin.id = {fmt::format("0190a1b2-0000-7000-8000-{:012}", i)};
        checkin.at = plus_seconds(tests::test_now(), -std::int64_t{86'400} / 3 * (i + 1));
        checkin.entered_at = checkin.at;
        checkin.note = i % 3 == 0 ? "after a long day at the desk" : "";
        records.checkins.push_back(checkin);
        if (i % 10 == 0) {
            Session session = tests::sample_session("", area);
            session.id = {fmt::format("0190a1b2-0000-7000-9000-{:012}", i)};
            session.started_at = plus_seconds(checkin.at, 3600);
            session.entered_at = session.started_at;
            records.sessions.push_back(session);
        }
    }
    REQUIRE(log->apply(records).ok());
    return file;
}

}  // namespace

// Run by hand for figures: unknot_tests "[speed]" -s. The bounds are many times what is measured, so that
// other work on the machine does not fail them; a panel that works through the log in each frame does.
TEST_CASE("no screen grows slow with ten thousand ratings", "[speed]") {
    const tests::TemporaryFolder folder(tests::TemporaryFolder::Disk::memory);
    tests::PanelOptions options;
    options.now = tests::test_now();
    Panels panels(ten_thousand_ratings(folder), options);
    views::UiState& state = panels.session().state();
    struct Case {
        const char* name;
        std::function<void()> go;
    };
    const std::vector<Case> cases{
        {"Today", [&] { state.screen = views::Screen::today; }},
        {"Log", [&] { state.screen = views::Screen::log; }},
        {"Trends of an area, all of it",
         [&] {
             state.screen = views::Screen::trends;
             state.trends.range = views::TrendsRange::all;
         }},
        {"Trends as tables", [&] { state.trends.as_table = true; }},
        {"Trends of all areas",
         [&] {
             state.trends.as_table = false;
             state.trends.all_areas = true;
         }},
        {"History", [&] { state.screen = views::Screen::history; }},
        {"History, another filter", [&] { state.history.filter.words = "desk calf"; }},
        {"Guide", [&] { state.screen = views::Screen::guide; }},
    };
    for (const Case& one : cases) {
        one.go();
        const double first = panels.time_frames(1).worst_ms;
        panels.frames(2);
        const Panels::FrameTimes after = panels.time_frames(60);
        INFO(one.name << ": first frame " << first << " ms, then " << after.middle_ms << " ms, worst "
                      << after.worst_ms << " ms");
        CHECK(first < 2000);
        CHECK(after.middle_ms < 40);
    }
}
