#include "tests/support/log_maker.h"
#include "tests/support/panel_test.h"
#include "tests/support/temporary_log.h"

#include <catch2/catch_test_macros.hpp>

using namespace unknot;
using tests::Panels;

namespace {

struct GuideRoom {
    tests::TemporaryFolder folder{tests::TemporaryFolder::Disk::memory};
    std::filesystem::path file = folder.path() / "log.db";

    [[nodiscard]] std::unique_ptr<Panels> open(float width = 1280, float height = 800) const {
        tests::PanelOptions options;
        options.width = width;
        options.height = height;
        options.now = tests::test_now();
        return std::make_unique<Panels>(file, options);
    }

    /// The Guide of a log whose first questions were skipped.
    [[nodiscard]] std::unique_ptr<Panels> open_guide() const {
        REQUIRE(tests::open_log(file)->apply(SetProfile{}).ok());
        auto panels = open();
        panels->click("Guide");
        return panels;
    }
};

const Profile& profile_of(Panels& panels) {
    return panels.session().snapshot().profile;
}

// The order of the answers on the screen: clots, fracture, thinners.
constexpr std::size_t fracture = 1;
constexpr std::size_t thinners = 2;

}  // namespace

TEST_CASE("the first start asks three questions, chooses nothing, and skipping all saves only that it asked",
          "[guide][panel]") {
    const GuideRoom room;
    const auto panels = room.open();
    CHECK(panels->says("Am I overdoing it?"));
    CHECK(panels->says("General information, not medical advice."));
    panels->click("Start my log");
    CHECK(panels->session().snapshot().profile_asked);
    CHECK(profile_of(*panels) == Profile{});
    CHECK(panels->shows("Today"));
    CHECK_FALSE(panels->says("Am I overdoing it?"));
}

TEST_CASE("what was answered at the first start is saved, what was not stays unanswered", "[guide][panel]") {
    const GuideRoom room;
    const auto panels = room.open();
    panels->click("Yes", fracture);
    panels->click("Skip", thinners);
    panels->click("Start my log");
    CHECK(profile_of(*panels).conditions == Conditions{Condition::fracture_history});
    CHECK(profile_of(*panels).denied.empty());
}

TEST_CASE("the first start can be worked at the smallest window", "[guide][panel]") {
    const GuideRoom room;
    const auto panels = room.open(640, 480);
    panels->click("No", thinners);
    panels->click("Start my log");
    CHECK(profile_of(*panels).denied == Conditions{Condition::blood_thinners});
}

TEST_CASE("an answer in the guide is saved at once and leaves the others alone", "[guide][panel]") {
    const GuideRoom room;
    const auto panels = room.open_guide();
    panels->click("No", fracture);
    CHECK(profile_of(*panels).denied == Conditions{Condition::fracture_history});
    CHECK(profile_of(*panels).conditions.empty());
    panels->click("Not answered", fracture);
    CHECK(profile_of(*panels) == Profile{});
}

TEST_CASE("a clinician's word is asked for after a yes, and again after a new one", "[guide][panel]") {
    const GuideRoom room;
    const auto panels = room.open_guide();
    CHECK_FALSE(panels->shows("A clinician said it is fine"));
    panels->click("Yes", fracture);
    panels->click("A clinician said it is fine");
    CHECK(profile_of(*panels).clinician_ok());
    CHECK(profile_of(*panels).cleared_at == tests::test_now());
    CHECK(panels->says("On 7 March"));
    CHECK_FALSE(panels->shows("A clinician said it is fine"));
    panels->click("Yes", thinners);
    CHECK(profile_of(*panels).cleared == Conditions{Condition::fracture_history});
    CHECK_FALSE(profile_of(*panels).clinician_ok());
    CHECK(panels->shows("A clinician said it is fine"));
}

TEST_CASE("the list of parts brings each part into view and says which one is", "[guide][panel]") {
    const GuideRoom room;
    const auto panels = room.open_guide();
    for (const auto& [title, part] : {std::pair<std::string_view, views::GuidePart>{
                                          "The rules, in numbers", views::GuidePart::rules_in_numbers},
                                      {"About", views::GuidePart::about},
                                      {"When to stop", views::GuidePart::when_to_stop}}) {
        panels->click(title);
        CHECK(panels->session().state().guide.part == part);
    }
    CHECK(panels->says("severe pain means stop"));
    CHECK(panels->says("It does not replace advice"));
}

TEST_CASE("the user's guide is read in the guide, with the line for a terminal", "[guide][panel]") {
    const GuideRoom room;
    const auto panels = room.open_guide();
    panels->click("How to use Unknot");
    panels->frames();
    CHECK(panels->says("Log a session"));
    CHECK(panels->says("Only these two are needed"));
    CHECK(panels->says("unknot log calf --side left"));
}
