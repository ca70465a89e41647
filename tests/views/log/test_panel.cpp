#include "app/views/kit/text.h"
#include "app/words/languages.h"
#include "tests/support/panel_test.h"
#include "tests/support/temporary_log.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

using namespace unknot;
using namespace unknot::tests;

namespace {

/// The window on a log with one session of the right calf, in Today.
struct Room {
    TemporaryFolder folder{TemporaryFolder::Disk::memory};
    std::unique_ptr<Panels> panels;

    explicit Room(float width = 1280, float height = 800, float text_scale = 1) {
        Session last = sample_session("s1");
        last.side = Side::right;
        last.started_at = plus_seconds(test_now(), -30 * 24 * 3600);
        REQUIRE(open_log(folder.path() / "log.db")->apply(LogSession{last}).ok());
        PanelOptions options;
        options.now = test_now();
        options.width = width;
        options.height = height;
        options.text_scale = text_scale;
        panels = std::make_unique<Panels>(folder.path() / "log.db", options);
    }

    /// The session that is there beside the first one; null where there is none.
    [[nodiscard]] std::shared_ptr<const Session> added() const {
        for (const LogEntry& entry : newest_first(panels->session().snapshot())) {
            if (entry.session && entry.session->id.text() != "s1") {
                return entry.session;
            }
        }
        return nullptr;
    }
    [[nodiscard]] views::LogState& log() const { return panels->session().state().log; }
};

}  // namespace

TEST_CASE("from Today to a saved session by keyboard takes at most 12 keys", "[views][log][panel]") {
    struct Case {
        float width, height, text_scale;
    };
    for (const Case& one : {Case{1280, 800, 1}, Case{640, 480, 1}, Case{1280, 800, 2}, Case{3840, 2160, 1}}) {
        INFO(one.width << " x " << one.height << ", text " << one.text_scale);
        const Room room(one.width, one.height, one.text_scale);
        room.panels->key(ImGuiKey_L);
        room.panels->frames();
        room.panels->type("jaw");
        room.panels->key(ImGuiKey_Enter);
        room.panels->frames();
        room.panels->type("2");
        room.panels->key(ImGuiKey_S, ImGuiMod_Ctrl);
        room.panels->frames();
        const auto session = room.added();
        REQUIRE(session != nullptr);
        CHECK(session->area == "jaw");
        CHECK(session->side == Side::left);
        CHECK(session->pressure == PressureLevel::light);
        CHECK_FALSE(session->duration.has_value());
        CHECK_FALSE(session->screening.has_value());
        CHECK_FALSE(session->sensations.has_value());
        CHECK_FALSE(session->soreness_before.has_value());
        CHECK(room.panels->session().state().screen == views::Screen::today);
    }
}

TEST_CASE("a new session takes at most four clicks", "[views][log][panel]") {
    const Room room;
    room.panels->click("Log a session");
    room.panels->click("Left jaw");
    room.panels->click("moderate");
    room.panels->click("Save");
    room.panels->frames();
    REQUIRE(room.added() != nullptr);
    CHECK(room.added()->area == "jaw");
}

TEST_CASE("the Log form says how an area is chosen, and what is needed", "[views][log][panel]") {
    const Room room;
    room.panels->click("Log a session");
    CHECK(room.panels->says("Choose it on the body, or in the list."));
    CHECK(room.panels->says("Outlined parts can be chosen"));
    CHECK(room.panels->says("Needed: area and pressure."));
    room.panels->click("Left jaw");
    CHECK_FALSE(room.panels->says("Choose it on the body"));
}

TEST_CASE("Save without area and pressure says what is missing and keeps the note", "[views][log][panel]") {
    const Room room;
    room.panels->click("Log a session");
    room.log().draft.note = "kept";
    room.panels->click("Save");
    room.panels->frames();
    CHECK(room.panels->says("Choose an area, on the body or in the list."));
    CHECK(room.panels->says("Choose how hard you pressed."));
    CHECK(room.log().draft.note == "kept");
    CHECK(room.added() == nullptr);
}

TEST_CASE("a reason to leave the area out says so at once", "[views][log][panel]") {
    const Room room;
    room.panels->click("Log a session");
    room.panels->click("Left jaw");
    CHECK_FALSE(room.panels->says("Leave this area out"));
    room.panels->click("Broken skin");
    room.panels->frames();
    CHECK(room.panels->says("Leave this area out"));
    room.panels->click("None");
    room.panels->frames();
    CHECK_FALSE(room.panels->says("Leave this area out"));
}

TEST_CASE("an empty field names an example, and has room for it in every language", "[views][log][panel]") {
    const std::string_view language = GENERATE("en", "de", "es", "fr");
    const auto [width, text_scale] = GENERATE(std::pair(1280.0F, 1.0F), std::pair(1000.0F, 1.0F),
                                              std::pair(640.0F, 1.0F), std::pair(1280.0F, 2.0F));
    TemporaryFolder folder{TemporaryFolder::Disk::memory};
    PanelOptions options;
    options.now = test_now();
    options.width = width;
    options.height = 2400;  // all of the form in sight
    options.text_scale = text_scale;
    options.words = words::catalogue_of(language).value();
    REQUIRE(open_log(folder.path() / "log.db")->apply(LogSession{sample_session("s1")}).ok());
    Panels panels(folder.path() / "log.db", options);
    const words::Catalogue& words = options.words;
    panels.click(words.text("Log"));
    panels.click(words.text("When"));
    panels.click(words.text("Another day"));
    panels.frames();
    const auto has_room = [&](std::string_view label, std::string_view example) {
        CHECK(example.find_first_of("0123456789") > 0);  // words before it say that it is an example
        float needed = 0;
        panels.within_frame(
            [&](const kit::Ui& ui) { needed = kit::text_width(ui, example, look::type::body); });
        INFO(language << " " << width << " " << label);
        CHECK(panels.item(label).rect.GetWidth() >= needed);
    };
    has_room(words.text("Time"), words.text("like 2:30"));
    has_room(words.text("Day"), words.text("like 2026-11-21"));
    has_room(words.text("Time of day"), words.text("like 19:40"));
}

TEST_CASE("presets, field and answer show the same time", "[views][log][panel]") {
    const Room room;
    room.panels->click("Log a session");
    room.panels->click("3 min");
    CHECK(room.log().draft.duration_text == "3:00");
    room.panels->click("3 min");
    CHECK(room.log().draft.duration_text.empty());
    room.log().draft.duration_text = "2 minutess";
    room.panels->frames();
    CHECK(room.panels->says("Say 2:30, 90 s or 2 min."));
}

TEST_CASE("the timer marks by key, and Done fills in what it counted", "[views][log][panel]") {
    const Room room;
    room.panels->click("Log a session");
    room.panels->click("Left jaw");
    room.panels->click("Start timer");
    room.panels->set_now(plus_seconds(test_now(), 5 + 75));
    room.panels->frames();
    CHECK(room.panels->says("1:15"));
    room.panels->key(ImGuiKey_T);
    CHECK(room.log().timer.marked == Sensations{Sensation::tensed});
    room.panels->click("Done");
    CHECK(room.log().draft.duration_text == "1:15");
    CHECK(room.log().draft.sensations == Sensations{Sensation::tensed});
}

TEST_CASE("the timer sounds once when the time that was set is reached, and only where that was chosen",
          "[views][log][panel]") {
    const bool chosen = GENERATE(true, false);
    const Room room;
    room.panels->click("Settings");
    if (chosen) {
        room.panels->click("Sound of the timer");
    }
    CHECK(room.panels->settings().timer_sound == chosen);
    room.panels->click("Log");
    room.panels->click("3 min");
    room.panels->click("Start timer");
    for (const int second : {60, 184, 185, 186, 300}) {
        room.panels->set_now(plus_seconds(test_now(), second));
        room.panels->frames();
        CHECK(room.panels->sounds() == (chosen && second >= 185 ? 1 : 0));
    }
}

TEST_CASE("a time that was reached while nobody could hear it stays silent", "[views][log][panel]") {
    const Room room;
    room.panels->click("Settings");
    room.panels->click("Sound of the timer");
    room.panels->click("Log");
    room.panels->click("3 min");
    room.panels->click("Start timer");
    room.panels->set_now(plus_seconds(test_now(), 4000));
    room.panels->frames();
    CHECK(room.panels->sounds() == 0);
}

TEST_CASE("what was typed survives leaving the screen", "[views][log][panel]") {
    const Room room;
    room.panels->click("Log a session");
    room.panels->click("Left jaw");
    room.panels->click("moderate");
    const views::LogDraft before = room.log().draft;
    room.panels->click("Today");
    room.panels->click("Log");
    CHECK(room.log().draft == before);
}

TEST_CASE("the list finds by muscle and the arrows move in it", "[views][log][panel]") {
    const Room room;
    room.panels->key(ImGuiKey_L);
    room.panels->frames();
    room.panels->type("levator");
    room.panels->key(ImGuiKey_DownArrow);
    room.panels->key(ImGuiKey_Enter);
    room.panels->frames();
    REQUIRE(room.log().draft.place.has_value());
    CHECK(to_text(*room.log().draft.place) == "levator_scapulae/right");
}

TEST_CASE("AltGr pressed alone, as a dead key makes it look, does not end the typing",
          "[views][log][panel]") {
    const Room room;
    room.panels->click("Log a session");
    room.panels->click("Note");
    room.panels->type("a");
    room.panels->key(ImGuiKey_RightAlt);
    room.panels->key(ImGuiKey_LeftAlt);
    room.panels->type("b");
    CHECK(room.log().draft.note == "ab");
}

TEST_CASE("Esc in a field of Log leaves what was typed there", "[views][log][panel]") {
    const Room room;
    room.panels->click("Log a session");
    room.panels->click("Time");
    room.panels->type("2 min");
    room.panels->key(ImGuiKey_Escape);
    CHECK(room.log().draft.duration_text == "2:00");
    room.panels->click("Note");
    room.panels->type("after the run");
    room.panels->key(ImGuiKey_Escape);
    CHECK(room.log().draft.note == "after the run");
    CHECK(room.panels->session().state().screen == views::Screen::log);
}
