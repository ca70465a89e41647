#include "app/shell/draft_keeper.h"
#include "tests/support/log_maker.h"
#include "tests/support/panel_test.h"
#include "tests/support/temporary_log.h"

#include <catch2/catch_test_macros.hpp>

using namespace unknot;
using tests::Panels;

namespace {

views::LogDraft full_draft() {
    views::LogDraft draft;
    draft.id = RecordId{"0190a1b2-0000-7000-8000-000000000001"};
    draft.place = TrackKey{"calf", Side::both};
    draft.screening = Screenings{};
    draft.pressure = PressureLevel::moderate;
    draft.duration_text = "2:30";
    draft.before = Soreness::of(0);
    draft.sensations = Sensations{Sensation::tensed, Sensation::numbness};
    draft.at_now = false;
    draft.day_text = "2026-03-01";
    draft.time_text = "7:05";
    draft.tool = "cork ball";
    draft.note = "left \"spot\"\nsecond line \u0645\u0631\u062d\u0628\u0627";
    return draft;
}

struct DraftRoom {
    tests::TemporaryFolder folder{tests::TemporaryFolder::Disk::memory};
    std::filesystem::path file = folder.path() / "log.db";
    std::filesystem::path state = folder.path() / "state";

    explicit DraftRoom(bool profile_asked = true) {
        const auto log = tests::open_log(file);
        if (profile_asked) {
            REQUIRE(log->apply(SetProfile{}).ok());
        }
    }

    [[nodiscard]] std::unique_ptr<Panels> open() const {
        tests::PanelOptions options;
        options.now = tests::test_now();
        return std::make_unique<Panels>(file, options);
    }
    [[nodiscard]] bool has_draft() const {
        return std::filesystem::exists(settings::DraftStore(state).file_of(settings::Draft::form, file));
    }
};

}  // namespace

TEST_CASE("everything that is typed into the Log form is the same after the window was closed", "[shell]") {
    shell::FormDraft draft;
    draft.fresh = full_draft();
    draft.past = true;
    draft.edit = full_draft();
    draft.edit->editing = true;
    CHECK(shell::form_from_json(shell::form_to_json(draft)) == draft);
    CHECK(shell::form_from_json(shell::form_to_json({})) == shell::FormDraft{});
}

TEST_CASE("a form's file that says something else answers nothing", "[shell]") {
    for (const char* text :
         {"", "[]", "{", R"({"new": 5})",
          R"({"new": {"pressure": 9, "before": 11, "area": "calf", "side": "up", "felt": ["nothing"]}})",
          R"({"new": {"screening": [1], "note": 5, "id": 7}, "edit": []})"}) {
        INFO(text);
        CHECK(shell::form_from_json(text).empty());
    }
}

TEST_CASE("what was typed into the Log form is there when the window opens again", "[shell][panel]") {
    const DraftRoom room;
    {
        const auto panels = room.open();
        shell::DraftKeeper keeper(room.state, room.file);
        keeper.load(panels->session());
        panels->session().state().log.draft.note = "half a thought";
        CHECK_FALSE(keeper.keep(panels->session(), 0.5));
        CHECK_FALSE(room.has_draft());  // typing goes on
        REQUIRE(keeper.next(0.5));
        CHECK_FALSE(keeper.keep_now(panels->session()));
        CHECK(room.has_draft());
    }
    const auto panels = room.open();
    shell::DraftKeeper keeper(room.state, room.file);
    keeper.load(panels->session());
    CHECK(panels->session().state().log.draft.note == "half a thought");
}

TEST_CASE("a session that was saved does not come back as a draft, not even after a crash",
          "[shell][panel]") {
    const DraftRoom room;
    {
        const auto panels = room.open();
        shell::DraftKeeper keeper(room.state, room.file);
        keeper.load(panels->session());
        views::LogDraft& draft = panels->session().state().log.draft;
        draft.place = TrackKey{"calf", Side::left};
        draft.pressure = PressureLevel::light;
        REQUIRE_FALSE(keeper.keep_now(panels->session()));
        panels->session().state().screen = views::Screen::log;
        panels->frames();
        panels->key(ImGuiKey_S, ImGuiMod_Ctrl);
        REQUIRE(panels->session().snapshot().session_count() == 1);
        CHECK(room.has_draft());  // the keeper has not looked since: as if the program had ended here
    }
    const auto panels = room.open();
    shell::DraftKeeper keeper(room.state, room.file);
    keeper.load(panels->session());
    CHECK(panels->session().state().log.draft == views::LogDraft{});
    CHECK_FALSE(keeper.keep_now(panels->session()));
    CHECK_FALSE(room.has_draft());
}

TEST_CASE("an edit that was begun goes on after the window was closed", "[shell][panel]") {
    const DraftRoom room;
    const Session session = tests::session("s1", "2026-03-05T19:00:00+01:00", "calf", Side::left);
    REQUIRE(tests::open_log(room.file)->apply(LogSession{session}).ok());
    const auto begin = [&](Panels& panels) {
        views::OpenLog wish;
        wish.edit = session.id;
        const Snapshot& snapshot = panels.session().snapshot();
        const views::Facts facts{snapshot,
                                 panels.session().guidance(),
                                 tests::test_now(),
                                 local_day(tests::test_now()),
                                 false,
                                 false,
                                 {},
                                 {}};
        views::begin_log(facts, panels.session().state().log, wish);
    };
    {
        const auto panels = room.open();
        shell::DraftKeeper keeper(room.state, room.file);
        begin(*panels);
        CHECK_FALSE(keeper.keep_now(panels->session()));
        CHECK_FALSE(room.has_draft());  // nothing is changed yet
        panels->session().state().log.draft.note = "changed";
        CHECK_FALSE(keeper.keep_now(panels->session()));
    }
    const auto panels = room.open();
    shell::DraftKeeper keeper(room.state, room.file);
    keeper.load(panels->session());
    CHECK_FALSE(panels->session().state().log.draft.editing);
    begin(*panels);
    CHECK(panels->session().state().log.draft.note == "changed");
}

TEST_CASE("looking around in the sample log leaves what was typed alone", "[shell][panel]") {
    const DraftRoom room(false);
    const auto panels = room.open();
    shell::DraftKeeper keeper(room.state, room.file);
    keeper.load(panels->session());
    panels->session().state().log.draft.note = "mine";
    CHECK_FALSE(keeper.keep_now(panels->session()));
    panels->click("Look around a sample log");
    REQUIRE(panels->session().in_sample());
    CHECK(panels->session().state().log.draft.note.empty());
    CHECK_FALSE(keeper.keep_now(panels->session()));
    CHECK(room.has_draft());
    panels->click("Back to my log");
    CHECK(panels->session().state().log.draft.note == "mine");
}

TEST_CASE("after everything was erased no draft of it is written again", "[shell][panel]") {
    const DraftRoom room;
    const auto panels = room.open();
    shell::DraftKeeper keeper(room.state, room.file);
    keeper.load(panels->session());
    views::UiState& state = panels->session().state();
    state.log.draft.note = "kept already";
    views::start(state.log.timer, tests::test_now(), 0);
    REQUIRE_FALSE(keeper.keep_now(panels->session()));
    REQUIRE(room.has_draft());
    const auto drafts = [&] {
        std::size_t count = 0;
        for (const auto& entry : std::filesystem::recursive_directory_iterator(room.state)) {
            count += entry.is_regular_file() ? 1U : 0U;
        }
        return count;
    };
    REQUIRE(drafts() == 2);
    // A second of typing that waits to be kept when the erasing begins.
    state.log.draft.note = "not kept yet";
    REQUIRE_FALSE(keeper.keep(panels->session(), 0));
    panels->click("Settings");
    panels->settle();
    panels->click("Erase everything");
    panels->settle();
    panels->session().state().settings.erase_word = "erase";
    panels->frames();
    panels->click("Erase everything", 1);
    CHECK_FALSE(keeper.keep_now(panels->session()));  // while the files go, or just after
    panels->settle();
    CHECK(drafts() == 0);
    CHECK_FALSE(keeper.keep(panels->session(), 5));
    CHECK_FALSE(keeper.keep_now(panels->session()));
    CHECK(drafts() == 0);
    CHECK_FALSE(keeper.next(6));
    // What is typed from then on is a draft again.
    panels->session().state().log.draft.note = "begun anew";
    CHECK_FALSE(keeper.keep_now(panels->session()));
    CHECK(drafts() == 1);
    CHECK(room.has_draft());
}
