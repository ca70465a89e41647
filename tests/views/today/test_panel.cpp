#include "app/words/languages.h"
#include "tests/support/panel_test.h"
#include "tests/support/temporary_log.h"

#include <catch2/catch_test_macros.hpp>

using namespace unknot;
using namespace unknot::tests;

namespace {

Instant at(const char* iso) {
    return parse_iso_instant(iso).value();
}

/// A log with calf and shin worked yesterday evening, both due on the morning of `now`.
struct Morning {
    TemporaryFolder folder;
    std::filesystem::path file = folder.path() / "log.db";
    std::unique_ptr<storage::Logbook> log = open_log(file);
    PanelOptions options;

    Morning() {
        options.now = at("2026-03-07T08:00:00+01:00");
        put_session("s1", "shin", "2026-03-06T19:00:00+01:00");
        put_session("s2", "calf", "2026-03-06T19:40:00+01:00");
    }

    void put_session(const std::string& id, const std::string& area, const char* when) const {
        Session session = sample_session(id, area);
        session.side = Side::left;
        session.started_at = at(when);
        session.entered_at = session.started_at;
        session.sensations.reset();
        session.screening.reset();
        REQUIRE(log->apply(LogSession{session}));
    }

    void put_checkin(const std::string& id, const std::string& area, const char* when, int soreness,
                     const std::optional<Symptoms>& symptoms) const {
        CheckIn checkin = sample_checkin(id, soreness, area);
        checkin.side = Side::left;
        checkin.at = at(when);
        checkin.entered_at = checkin.at;
        checkin.symptoms = symptoms;
        REQUIRE(log->apply(RecordCheckIns{{checkin}}));
    }

    [[nodiscard]] std::vector<CheckIn> checkins(const Panels& panels, const std::string& area) const {
        (void)panels;  // still open: what it saved is in the file
        const auto snapshot = log->snapshot();
        REQUIRE(snapshot);
        std::vector<CheckIn> found;
        const auto records = (*snapshot)->areas.find(area);
        for (const auto& checkin : records->second->checkins) {
            found.push_back(*checkin);
        }
        return found;
    }
};

}  // namespace

TEST_CASE("one key on Today is one answer, and the row closes with its undo", "[today][panel]") {
    const Morning morning;
    Panels panels(morning.file, morning.options);
    REQUIRE(panels.says("How sore is it now?"));
    panels.type("4");
    panels.frames();
    const auto stored = morning.checkins(panels, "calf");
    REQUIRE(stored.size() == 1);
    CHECK(stored[0].soreness == Soreness::of(4));
    CHECK_FALSE(stored[0].symptoms);
    CHECK(morning.checkins(panels, "shin").empty());
    CHECK(panels.says("Left calf: 4, moderate"));
    CHECK(panels.shows("Undo"));
    panels.click("Undo");
    panels.frames();
    CHECK(morning.checkins(panels, "calf").empty());
}

TEST_CASE("one click on Today is one answer", "[today][panel]") {
    const Morning morning;
    Panels panels(morning.file, morning.options);
    panels.click("7", 1);  // the second row's
    panels.frames();
    const auto stored = morning.checkins(panels, "shin");
    REQUIRE(stored.size() == 1);
    CHECK(stored[0].soreness == Soreness::of(7));
    CHECK(morning.checkins(panels, "calf").empty());
}

TEST_CASE("Today asks for warning signs once, for all that was just rated", "[today][panel]") {
    const Morning morning;
    Panels panels(morning.file, morning.options);
    CHECK_FALSE(panels.shows("No warning signs"));
    panels.type("4");
    panels.type("2");
    panels.frames();
    CHECK(panels.shows("No warning signs"));
    CHECK(panels.recorder().find("No warning signs", 1) == nullptr);
    panels.type("n");
    panels.frames();
    CHECK(morning.checkins(panels, "calf")[0].symptoms == Symptoms{});
    CHECK(morning.checkins(panels, "shin")[0].symptoms == Symptoms{});
    CHECK_FALSE(panels.shows("No warning signs"));
}

TEST_CASE("the rarer signs stand behind More, and one click on any is saved", "[today][panel]") {
    const Morning morning;
    Panels panels(morning.file, morning.options);
    panels.type("4");
    panels.frames();
    CHECK_FALSE(panels.shows("Fever"));
    panels.click("More");
    panels.frames();
    panels.click("Fever");
    panels.frames();
    CHECK(morning.checkins(panels, "calf")[0].symptoms == Symptoms{Symptom::fever});
    CHECK(panels.says("Seek care"));
}

TEST_CASE("Nothing sore on Today answers ratings and nothing else", "[today][panel]") {
    const Morning morning;
    Panels panels(morning.file, morning.options);
    panels.click("Nothing sore: 0 for both");
    panels.frames();
    for (const char* area : {"calf", "shin"}) {
        const auto stored = morning.checkins(panels, area);
        REQUIRE(stored.size() == 1);
        CHECK(stored[0].soreness == Soreness::of(0));
        CHECK_FALSE(stored[0].symptoms);
    }
}

TEST_CASE("where a red flag is open, Today asks about it before the rating", "[today][panel]") {
    const Morning morning;
    morning.put_checkin("c1", "shin", "2026-03-05T08:00:00+01:00", 3, Symptoms{Symptom::swelling});
    Panels panels(morning.file, morning.options);
    REQUIRE(panels.shows("No warning signs"));
    REQUIRE(panels.shows("Swelling"));
    CHECK(panels.says("First: is any of this there now?"));
    CHECK(panels.item("No warning signs").rect.Max.y < panels.item("0").rect.Min.y);
    panels.type("n");
    panels.frames();
    const auto stored = morning.checkins(panels, "shin");
    REQUIRE(stored.size() == 2);
    CHECK(stored[1].symptoms == Symptoms{});
    CHECK_FALSE(stored[1].soreness);
}

TEST_CASE(
    "what the article says about a flag, one on the person's health too, opens the Guide where it stands",
    "[today][panel]") {
    const Morning morning;
    Profile profile;
    profile.conditions = {Condition::blood_clot_history};
    REQUIRE(morning.log->apply(SetProfile{profile}));
    Panels panels(morning.file, morning.options);
    panels.frames();
    panels.click(
        "A past blood clot or fracture, or medicine that thins the blood: ask a clinician before you start.");
    panels.frames();
    CHECK(panels.session().state().screen == views::Screen::guide);
    CHECK(panels.session().state().guide.part == views::GuidePart::before_you_start);
}

TEST_CASE("an empty log invites to the first session, and calls nothing fine", "[today][panel]") {
    const TemporaryFolder folder;
    const auto log = open_log(folder.path() / "log.db");
    REQUIRE(log->apply(SetProfile{Profile{}}));
    PanelOptions options;
    options.now = at("2026-03-07T08:00:00+01:00");
    Panels panels(folder.path() / "log.db", options);
    CHECK(panels.says("Nothing logged yet"));
    CHECK(panels.shows("Log the first session"));
    CHECK_FALSE(panels.says("fine"));
}

TEST_CASE("nothing due says what is not known", "[today][panel]") {
    Morning morning;
    morning.options.now = at("2026-03-06T21:00:00+01:00");
    Panels panels(morning.file, morning.options);
    CHECK(panels.says("Nothing is due"));
    CHECK(panels.says("How 2 areas settled is not known yet."));
    CHECK(panels.says("Too little to go on"));
}

TEST_CASE("an area that is flagged and not asked about any more can be rated from its card",
          "[today][panel]") {
    const Morning morning;
    morning.put_session("s0", "forearm_outer", "2026-02-27T19:00:00+01:00");
    Panels panels(morning.file, morning.options);
    panels.click("Rate it now");
    panels.frames();
    CHECK_FALSE(panels.shows("Rate it now"));
    panels.key(ImGuiKey_2);  // the row that was asked for takes the keys
    const auto rated = morning.checkins(panels, "forearm_outer");
    REQUIRE(rated.size() == 1);
    CHECK(rated[0].soreness == Soreness::of(2));
    CHECK_FALSE(rated[0].symptoms);
    CHECK(morning.checkins(panels, "calf").empty());
    panels.click("Undo");
    CHECK(morning.checkins(panels, "forearm_outer").empty());
    // Asked for, not due: once the screen is left it is not asked any more.
    panels.click("Log");
    panels.click("Today");
    CHECK(panels.shows("Rate it now"));
}

TEST_CASE("what was pressed today is not offered for rating before a night has passed", "[today][panel]") {
    Morning morning;
    morning.options.now = at("2026-03-06T21:00:00+01:00");
    Panels panels(morning.file, morning.options);
    CHECK(panels.says("Too little to go on"));
    CHECK_FALSE(panels.shows("Rate it now"));
}

TEST_CASE("Today says what a day and the key x mean where they stand", "[today][panel]") {
    const Morning morning;
    Panels panels(morning.file, morning.options);
    CHECK(panels.says("x = 10"));
    CHECK(panels.says("Day 1: the day after the session"));
}

TEST_CASE("Today says beside the numbers that a click saves, and only while one can be clicked",
          "[today][panel]") {
    const Morning morning;
    Panels panels(morning.file, morning.options);
    CHECK(panels.says("One click saves a number; Undo takes it back."));
    panels.type("4");
    panels.frames();
    CHECK(panels.says("One click saves a number"));
    panels.type("2");
    panels.frames();
    CHECK_FALSE(panels.says("One click saves a number"));
}

TEST_CASE("a flag card says that its date is the flag's, what day it began, and why more than that clears it",
          "[today][panel]") {
    const Morning morning;
    Session session = sample_session("s0", "forearm_outer");
    session.side = Side::left;
    session.started_at = at("2026-03-03T19:00:00+01:00");
    session.soreness_before = Soreness::of(3);
    session.sensations.reset();
    session.screening.reset();
    REQUIRE(morning.log->apply(LogSession{session}));
    morning.put_checkin("c1", "forearm_outer", "2026-03-04T08:00:00+01:00", 5, std::nullopt);
    morning.put_checkin("c2", "forearm_outer", "2026-03-05T08:00:00+01:00", 5, std::nullopt);
    morning.put_checkin("c3", "forearm_outer", "2026-03-06T08:00:00+01:00", 5, std::nullopt);
    for (const float width : {1280.0F, 640.0F}) {
        PanelOptions options = morning.options;
        options.width = width;
        Panels panels(morning.file, options);
        CHECK(panels.says("flagged since 6 Mar"));
        CHECK(panels.says("Tue, before"));
        CHECK(panels.says("It started at 3; 1 above that still counts as settled."));
    }
}

TEST_CASE("the date of a flag has a line of its own where it has no room beside the tier", "[today][panel]") {
    Morning morning;
    morning.put_checkin("c1", "shin", "2026-03-05T08:00:00+01:00", 8, Symptoms{Symptom::swelling});
    morning.options.width = 640;
    morning.options.text_scale = 2;
    morning.options.words = words::catalogue_of("de").value();
    Panels panels(morning.file, morning.options);
    CHECK(panels.says("\u00c4rztlich abkl\u00e4ren"));
    CHECK(panels.says("Hinweis seit"));
}

TEST_CASE("no text of Today leaves the window at any size", "[today][panel]") {
    Morning morning;
    morning.put_checkin("c1", "shin", "2026-03-05T08:00:00+01:00", 8, Symptoms{Symptom::swelling});
    struct Size {
        float width, height, text;
    };
    for (const Size size : {Size{1280, 800, 1}, Size{640, 480, 1}, Size{1280, 800, 2}, Size{3840, 2160, 1},
                            Size{1000, 700, 1}}) {
        morning.options.width = size.width;
        morning.options.height = size.height;
        morning.options.text_scale = size.text;
        Panels panels(morning.file, morning.options);
        for (const SeenText& text : panels.recorder().texts()) {
            INFO(size.width << " wide, text " << size.text << ": " << text.text);
            CHECK(text.rect.Min.x >= 0);
            CHECK(text.rect.Max.x <= size.width);
        }
    }
}
