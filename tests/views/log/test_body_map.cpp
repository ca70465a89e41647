#include "app/look/body_map.h"
#include "tests/support/panel_test.h"
#include "tests/support/temporary_log.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

using namespace unknot;
using namespace unknot::tests;

namespace {

/// Where a point of a view's canvas is drawn in the map's rectangle (LOOK: front and back side by side, a
/// line of words above and below each).
ImVec2 on_screen(const ImRect& map, look::BodyView view, look::Point at) {
    constexpr float words = 24;
    const float half = map.GetWidth() / 2;
    const float left = view == look::BodyView::front ? map.Min.x : map.Min.x + half;
    const float scale = std::min(half / look::body_width, (map.GetHeight() - 2 * words) / look::body_height);
    return {left + (half - look::body_width * scale) / 2 + at.x * scale, map.Min.y + words + at.y * scale};
}

}  // namespace

TEST_CASE("a click on the label point of every shape chooses that area on its own side",
          "[views][log][panel]") {
    const TemporaryFolder folder(TemporaryFolder::Disk::memory);
    REQUIRE(open_log(folder.path() / "log.db")->apply(LogSession{sample_session("s1")}).ok());
    PanelOptions options;
    options.now = test_now();
    Panels panels(folder.path() / "log.db", options);
    panels.click("Log");
    for (const look::BodyView view : {look::BodyView::front, look::BodyView::back}) {
        for (const look::BodyArea& shape : look::body(view).areas) {
            panels.click_at(on_screen(panels.item("Body map").rect, view, shape.label));
            INFO(shape.area << " " << name_of(shape.side));
            CHECK(panels.session().state().log.draft.place == TrackKey{std::string(shape.area), shape.side});
        }
    }
}
