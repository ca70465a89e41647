#include "app/views/log/draft.h"
#include "tests/support/log_facts.h"

#include <catch2/catch_test_macros.hpp>

using namespace unknot;
using namespace unknot::views;
using namespace unknot::tests;

namespace {

LogDraft least() {
    LogDraft draft;
    draft.id = RecordId{"s1"};
    draft.place = TrackKey{"calf", Side::right};
    draft.pressure = PressureLevel::light;
    return draft;
}

/// What is wrong with a draft of a new session; `accepted` where nothing is.
std::vector<Reason> reasons(const LogDraft& draft) {
    LogFacts log;
    std::vector<Reason> out;
    for (const Refusal& refusal : session_of(draft, log.facts(), nullptr).refusals) {
        out.push_back(refusal.reason);
    }
    return out;
}

}  // namespace

TEST_CASE("a form with a place and a pressure makes a session in which all else is unanswered",
          "[views][log]") {
    LogFacts log;
    const DraftedSession drafted = session_of(least(), log.facts(), nullptr);
    CHECK(drafted.refusals.empty());
    Session expected;
    expected.id = {"s1"};
    expected.area = "calf";
    expected.side = Side::right;
    expected.pressure = PressureLevel::light;
    expected.started_at = log.now;
    expected.entered_at = log.now;
    CHECK(drafted.session == expected);
}

TEST_CASE("a session that is logged now began when it had not yet lasted", "[views][log]") {
    LogFacts log;
    LogDraft draft = least();
    for (const char* text : {"2:30", "150 s", " 2 min 30 s "}) {
        draft.duration_text = text;
        const DraftedSession drafted = session_of(draft, log.facts(), nullptr);
        CHECK(drafted.refusals.empty());
        CHECK(drafted.session.duration == Duration::of_seconds(150));
        CHECK(drafted.session.started_at == local("2026-11-21T18:57:30"));
    }
}

TEST_CASE("an empty form names the area and the pressure, and nothing else", "[views][log]") {
    LogFacts log;
    const auto refusals = session_of(LogDraft{}, log.facts(), nullptr).refusals;
    REQUIRE(refusals.size() == 2);
    CHECK(refusals[0].field == Field::area);
    CHECK(refusals[0].reason == Reason::missing);
    CHECK(refusals[1].field == Field::pressure);
    CHECK(refusals[1].reason == Reason::missing);
}

TEST_CASE("a moment of the past is when the session began", "[views][log]") {
    LogFacts log;
    LogDraft draft = least();
    draft.at_now = false;
    draft.day_text = "2026-11-20";
    draft.duration_text = "10";
    for (const char* time : {"09:05", "9:05", " 9:05 "}) {
        draft.time_text = time;
        const DraftedSession drafted = session_of(draft, log.facts(), nullptr);
        CHECK(drafted.refusals.empty());
        CHECK(drafted.session.started_at == local("2026-11-20T09:05"));
        CHECK(drafted.session.entered_at == log.now);
    }
}

TEST_CASE("a moment that cannot be is refused with its reason", "[views][log]") {
    LogDraft draft = least();
    draft.at_now = false;
    struct Case {
        const char* day;
        const char* time;
        Reason reason;
    };
    const std::vector<Case> cases{
        {"2026-11-22", "10:00", Reason::in_the_future},    {"2026-11-21", "19:30", Reason::in_the_future},
        {"2026-04-31", "10:00", Reason::not_a_date_time},  {"2026-11-20", "25:00", Reason::not_a_date_time},
        {"20/11/2026", "10:00", Reason::not_a_date_time},  {"", "", Reason::not_a_date_time},
        {"2026-03-29", "02:30", Reason::skipped_by_clock}, {"1899-12-31", "10:00", Reason::before_1900}};
    for (const Case& one : cases) {
        draft.day_text = one.day;
        draft.time_text = one.time;
        INFO(one.day << " " << one.time);
        CHECK(reasons(draft) == std::vector{one.reason});
    }
}

TEST_CASE("a time that is no duration is refused, not dropped", "[views][log]") {
    LogDraft draft = least();
    draft.duration_text = "2 minutess";
    CHECK(reasons(draft) == std::vector{Reason::not_a_duration});
    draft.duration_text = "5 h";
    CHECK(reasons(draft) == std::vector{Reason::duration_range});
}

TEST_CASE("a session that is opened for editing and saved unchanged is the same session", "[views][log]") {
    LogFacts log;
    log.session("s1", "neck_back", Side::center, "2026-11-19T20:15:42.123", 4, 95);
    Session& session = log.at("s1");
    session.started_at.offset_minutes = -300;  // recorded on a journey
    session.sensations = Sensations{};
    session.screening = Screenings{Screening::open_skin};
    session.soreness_before = Soreness::of(0);
    session.tool = "Roller";
    session.note = "two\nlines";
    session.entered_at = local("2026-11-20T08:00");
    const Session before = session;
    const DraftedSession drafted = session_of(draft_of(before), log.facts(), &before);
    CHECK(drafted.refusals.empty());
    CHECK(drafted.session == before);
}

TEST_CASE("an edited session keeps when it was entered, whatever else changes", "[views][log]") {
    LogFacts log;
    log.session("s1", "neck_back", Side::center, "2026-11-19T20:15");
    Session before = log.at("s1");
    before.entered_at = local("2026-11-20T08:00");
    LogDraft draft = draft_of(before);
    draft.time_text = "21:00";
    draft.pressure = PressureLevel::very_light;
    const DraftedSession drafted = session_of(draft, log.facts(), &before);
    CHECK(drafted.session.started_at == local("2026-11-19T21:00"));
    CHECK(drafted.session.entered_at == before.entered_at);
}

TEST_CASE("a session of an area that was retired since can be corrected, but no new one made",
          "[views][log]") {
    Area own;
    own.id = "own_1";
    own.name = "My spot";
    own.sides.center = true;
    own.own = true;
    own.retired = true;
    LogFacts log;
    log.own_area(own).session("s1", "own_1", Side::center, "2026-11-19T20:15");
    const Session before = log.at("s1");
    const Facts facts = log.facts();
    CHECK(session_of(draft_of(before), facts, &before).refusals.empty());
    LogDraft draft = least();
    draft.place = TrackKey{"own_1", Side::center};
    CHECK(session_of(draft, facts, nullptr).refusals.size() == 1);
}

TEST_CASE("none and the other answers exclude each other, and an answer can be taken back", "[views][log]") {
    std::optional<Screenings> answer;
    toggle_none(answer);
    CHECK(answer == Screenings{});
    toggle_answer(answer, Screening::open_skin);
    CHECK(answer == Screenings{Screening::open_skin});
    toggle_answer(answer, Screening::fresh_injury);
    CHECK(answer == Screenings{Screening::open_skin, Screening::fresh_injury});
    toggle_none(answer);
    CHECK(answer == Screenings{});
    toggle_none(answer);
    CHECK_FALSE(answer.has_value());
    toggle_answer(answer, Screening::open_skin);
    toggle_answer(answer, Screening::open_skin);
    CHECK_FALSE(answer.has_value());
}

TEST_CASE("the question before pressing is asked anew for another place", "[views][log]") {
    LogDraft draft = least();
    draft.screening = Screenings{};
    draft.before = Soreness::of(2);
    choose_place(draft, TrackKey{"calf", Side::right});
    CHECK(draft.screening.has_value());
    choose_place(draft, TrackKey{"calf", Side::left});
    CHECK_FALSE(draft.screening.has_value());
    CHECK(draft.before == Soreness::of(2));
}

TEST_CASE("adding another area carries over the tool and a past moment, and no answer", "[views][log]") {
    LogDraft draft = least();
    draft.before = Soreness::of(2);
    draft.screening = Screenings{};
    draft.sensations = Sensations{};
    draft.duration_text = "3:00";
    draft.note = "note";
    draft.tool = "Roller";
    draft.at_now = false;
    draft.day_text = "2026-11-20";
    draft.time_text = "21:00";
    LogDraft expected;
    expected.tool = "Roller";
    expected.at_now = false;
    expected.day_text = "2026-11-20";
    expected.time_text = "21:00";
    CHECK(next_of(draft) == expected);
}
