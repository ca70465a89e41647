#include "app/views/log/log.h"
#include "tests/support/log_facts.h"

#include <catch2/catch_test_macros.hpp>

using namespace unknot;
using namespace unknot::views;
using namespace unknot::tests;

namespace {

Wishes repeat(LogFacts& log, LogState& state) {
    Wishes wishes;
    repeat_last(log.facts(), state, wishes);
    return wishes;
}

/// One wish: the session that is saved; nothing where something else is wished.
std::optional<Session> saved(const Wishes& wishes) {
    if (wishes.size() != 1) {
        return std::nullopt;
    }
    const auto* save = std::get_if<Save>(&wishes.front());
    const auto* logged = save == nullptr ? nullptr : std::get_if<LogSession>(&save->command);
    return logged == nullptr ? std::nullopt : std::optional(logged->session);
}

}  // namespace

TEST_CASE("repeating copies area, side, pressure, duration and tool, and asks nothing else", "[views][log]") {
    LogFacts log;
    log.session("s1", "calf", Side::right, "2026-11-10T19:00", 2, 180)
        .session("s2", "chest", Side::left, "2026-11-01T19:00", 4, 60);
    Session& last = log.at("s1");
    last.tool = "Roller";
    last.note = "a note";
    last.soreness_before = Soreness::of(3);
    last.sensations = Sensations{};
    last.screening = Screenings{};
    LogState state;
    const auto session = saved(repeat(log, state));
    REQUIRE(session.has_value());
    Session expected;
    expected.id = session->id;
    expected.area = "calf";
    expected.side = Side::right;
    expected.pressure = PressureLevel::light;
    expected.duration = Duration::of_seconds(180);
    expected.tool = "Roller";
    expected.started_at = local("2026-11-21T18:57");
    expected.entered_at = log.now;
    CHECK(*session == expected);
    CHECK_FALSE(session->id.text().empty());
}

TEST_CASE("without a last session there is nothing to repeat", "[views][log]") {
    LogFacts log;
    LogState state;
    CHECK_FALSE(repeat_of_last(log.facts()).has_value());
    CHECK(repeat(log, state).empty());
}

TEST_CASE("a session of the future is not the last one", "[views][log]") {
    LogFacts log;
    log.session("s1", "calf", Side::right, "2026-11-10T19:00")
        .session("s2", "calf", Side::left, "2027-01-01T19:00");
    const auto session = repeat_of_last(log.facts());
    REQUIRE(session.has_value());
    CHECK(session->side == Side::right);
}

TEST_CASE("a retired area is not repeated", "[views][log]") {
    Area own;
    own.id = "own_1";
    own.name = "My spot";
    own.sides.center = true;
    own.own = true;
    own.retired = true;
    LogFacts log;
    log.own_area(own).session("s1", "own_1", Side::center, "2026-11-19T20:15");
    CHECK_FALSE(repeat_of_last(log.facts()).has_value());
}

TEST_CASE("an area at pause is not repeated: Log opens with the place", "[views][log]") {
    LogFacts log;
    log.session("s1", "calf", Side::right, "2026-11-20T19:00")
        .checkin("c1", "calf", Side::right, "2026-11-21T08:00", 8);
    LogState state;
    const Wishes wishes = repeat(log, state);
    REQUIRE(wishes.size() == 1);
    const auto* open = std::get_if<OpenLog>(&wishes.front());
    REQUIRE(open != nullptr);
    CHECK(open->track == TrackKey{"calf", Side::right});
    CHECK_FALSE(open->both);
    CHECK(state.held_back == TrackKey{"calf", Side::right});
}

TEST_CASE("one side at pause holds back both", "[views][log]") {
    LogFacts log;
    log.session("s1", "calf", Side::both, "2026-11-20T19:00")
        .checkin("c1", "calf", Side::right, "2026-11-21T08:00", 8);
    LogState state;
    const Wishes wishes = repeat(log, state);
    REQUIRE(wishes.size() == 1);
    const auto* open = std::get_if<OpenLog>(&wishes.front());
    REQUIRE(open != nullptr);
    CHECK(open->both);
}

TEST_CASE("the other side at pause holds nothing back", "[views][log]") {
    LogFacts log;
    log.session("s0", "calf", Side::left, "2026-11-20T18:00")
        .session("s1", "calf", Side::right, "2026-11-20T19:00")
        .checkin("c1", "calf", Side::left, "2026-11-21T08:00", 8);
    LogState state;
    CHECK(saved(repeat(log, state)).has_value());
}

TEST_CASE("a flag of the whole person holds back every repeat", "[views][log]") {
    Profile profile;
    profile.conditions = Conditions{Condition::blood_thinners};
    LogFacts log;
    log.session("s1", "calf", Side::right, "2026-11-10T19:00").profile(profile);
    LogState state;
    CHECK_FALSE(saved(repeat(log, state)).has_value());
    profile.cleared = profile.conditions;
    log.profile(profile);
    CHECK(saved(repeat(log, state)).has_value());
}
