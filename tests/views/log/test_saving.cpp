#include "app/views/log/form.h"
#include "tests/support/log_facts.h"

#include <catch2/catch_test_macros.hpp>

using namespace unknot;
using namespace unknot::views;
using namespace unknot::tests;

namespace {

void fill(LogState& state) {
    state.draft.place = TrackKey{"calf", Side::right};
    state.draft.pressure = PressureLevel::light;
}

const Session& session_in(const Wishes& wishes) {
    REQUIRE(wishes.size() == 1);
    const Command& command = std::get<Save>(wishes.front()).command;
    const auto* logged = std::get_if<LogSession>(&command);
    return logged != nullptr ? logged->session : std::get<EditSession>(command).session;
}

Applied applied_to(const RecordId& id) {
    Applied applied;
    applied.records = {id};
    applied.count = 1;
    return applied;
}

}  // namespace

TEST_CASE("saving with something missing saves nothing, says so and keeps everything", "[views][log]") {
    LogFacts log;
    LogState state;
    state.draft.note = "kept";
    Wishes wishes;
    save_form(log.facts(), state, false, wishes);
    CHECK(wishes.empty());
    CHECK(state.complained);
    CHECK(state.draft.note == "kept");
}

TEST_CASE("saving again after an error uses the same id", "[views][log]") {
    LogFacts log;
    LogState state;
    fill(state);
    Wishes first;
    save_form(log.facts(), state, false, first);
    Wishes second;
    state.draft.note = "changed meanwhile";
    save_form(log.facts(), state, false, second);
    CHECK(session_in(first).id == session_in(second).id);
    CHECK(session_in(second).note == "changed meanwhile");
}

TEST_CASE("a running timer's time is saved with the session", "[views][log]") {
    LogFacts log;
    LogState state;
    fill(state);
    start(state.timer, plus_seconds(log.now, -65), 5);
    Wishes wishes;
    save_form(log.facts(), state, false, wishes);
    CHECK(session_in(wishes).duration == Duration::of_seconds(60));
    CHECK(session_in(wishes).started_at == plus_seconds(log.now, -60));
}

TEST_CASE("a saved form starts anew and goes to Today; for another area it stays", "[views][log]") {
    LogFacts log;
    LogState state;
    for (const bool another : {false, true}) {
        fill(state);
        state.draft.tool = "Roller";
        Wishes wishes;
        save_form(log.facts(), state, another, wishes);
        const auto next = log_saved(state, applied_to(session_in(wishes).id));
        CHECK(next == (another ? std::nullopt : std::optional(Screen::today)));
        CHECK_FALSE(state.draft.place.has_value());
        CHECK_FALSE(state.draft.id.has_value());
        CHECK(state.draft.tool == (another ? "Roller" : ""));
        CHECK(state.focus_search == another);
    }
}

TEST_CASE("a repeated session leaves what was typed alone", "[views][log]") {
    LogFacts log;
    LogState state;
    fill(state);
    const LogDraft before = state.draft;
    CHECK_FALSE(log_saved(state, applied_to({"other"})).has_value());
    CHECK(state.draft == before);
}

TEST_CASE("editing keeps the new session that was begun, and gives it back", "[views][log]") {
    LogFacts log;
    log.session("s1", "chest", Side::left, "2026-11-10T19:00");
    LogState state;
    fill(state);
    const LogDraft begun = state.draft;
    OpenLog edit;
    edit.edit = RecordId{"s1"};
    begin_log(log.facts(), state, edit);
    CHECK(state.draft.editing);
    CHECK(state.draft.place == TrackKey{"chest", Side::left});
    state.draft.pressure = PressureLevel::very_light;
    Wishes wishes;
    save_form(log.facts(), state, false, wishes);
    CHECK(session_in(wishes).id == RecordId{"s1"});
    CHECK(std::holds_alternative<EditSession>(std::get<Save>(wishes.front()).command));
    CHECK(log_saved(state, applied_to({"s1"})) == Screen::history);
    CHECK(state.draft == begun);
}

TEST_CASE("an edit that was left goes on where it was", "[views][log]") {
    LogFacts log;
    log.session("s1", "chest", Side::left, "2026-11-10T19:00");
    LogState state;
    OpenLog edit;
    edit.edit = RecordId{"s1"};
    begin_log(log.facts(), state, edit);
    state.draft.note = "half a thought";
    begin_log(log.facts(), state, OpenLog{});
    CHECK_FALSE(state.draft.editing);
    CHECK(state.draft.note.empty());
    begin_log(log.facts(), state, edit);
    CHECK(state.draft.note == "half a thought");
}

TEST_CASE("opening Log for a place keeps what was typed besides", "[views][log]") {
    LogFacts log;
    LogState state;
    state.draft.note = "kept";
    OpenLog open;
    open.track = TrackKey{"calf", Side::left};
    open.both = true;
    begin_log(log.facts(), state, open);
    CHECK(state.draft.place == TrackKey{"calf", Side::both});
    CHECK(state.draft.note == "kept");
    begin_log(log.facts(), state, OpenLog{});
    CHECK(state.draft.place == TrackKey{"calf", Side::both});
}

TEST_CASE("an entry of the past asks when first", "[views][log]") {
    LogFacts log;
    LogState state;
    OpenLog past;
    past.past = true;
    begin_log(log.facts(), state, past);
    CHECK(state.when_first);
    CHECK_FALSE(state.draft.at_now);
    fill(state);
    Wishes wishes;
    save_form(log.facts(), state, false, wishes);
    CHECK(wishes.empty());  // nobody has said when
}

TEST_CASE("a log that can only be read saves nothing", "[views][log]") {
    LogFacts log;
    LogState state;
    fill(state);
    Facts facts = log.facts();
    facts.read_only = true;
    Wishes wishes;
    save_form(facts, state, false, wishes);
    CHECK(wishes.empty());
}
