#include "app/views/history/checkin_draft.h"

#include "tests/support/log_maker.h"

#include <catch2/catch_test_macros.hpp>

using namespace unknot;
using tests::moment;

namespace {

/// A log with one check-in, entered two days late, and what a view is given beside it.
struct Room {
    CheckIn checkin = made();
    Snapshot snapshot = tests::log_of({}, {checkin});
    guidance::Guidance guidance;

    static CheckIn made() {
        CheckIn one = tests::checkin("c", "2026-11-16T07:51:23.500+05:30", "calf", Side::both, 3);
        one.entered_at = moment("2026-11-18T09:00:00+01:00");
        return one;
    }

    [[nodiscard]] views::Facts facts() const {
        const Instant now = moment("2026-11-21T12:00:00+01:00");
        const auto in_paris = [](const WallClock& clock) -> Result<Instant, Reason> {
            if (clock.date == CalendarDate{2026, 3, 29} && clock.hour == 2) {
                return Failed{Reason::skipped_by_clock};
            }
            return instant_at(clock, 60);
        };
        return {snapshot, guidance, now, local_day(now), false, false, [] { return RecordId{"new"}; },
                in_paris};
    }
};

views::CheckInDraft past_draft() {
    views::CheckInDraft draft;
    draft.id = RecordId("new");
    draft.place = TrackKey{"calf", Side::left};
    draft.soreness = Soreness::of(4);
    draft.day_text = "2026-11-20";
    draft.time_text = "7:50";
    return draft;
}

}  // namespace

TEST_CASE("a check-in that was not changed comes out of its form as it was", "[history]") {
    const Room room;
    const auto checkin = views::checkin_of(views::draft_of(room.checkin), room.facts());
    REQUIRE(checkin.ok());
    CHECK(*checkin == room.checkin);
}

TEST_CASE("editing keeps when the record was entered, and saves as an edit of the same id", "[history]") {
    const Room room;
    views::CheckInDraft draft = views::draft_of(room.checkin);
    draft.soreness = Soreness::of(5);
    draft.time_text = "08:10";
    const auto checkin = views::checkin_of(draft, room.facts());
    REQUIRE(checkin.ok());
    CHECK(checkin->entered_at == room.checkin.entered_at);
    CHECK(to_iso(checkin->at) == "2026-11-16T08:10:00+01:00");
    const Command command = views::command_of(draft, *checkin);
    REQUIRE(std::holds_alternative<EditCheckIns>(command));
    CHECK(std::get<EditCheckIns>(command).checkins.front().id.text() == "c");
}

TEST_CASE("a check-in of the past is recorded at its own moment, entered now", "[history]") {
    const Room room;
    const auto checkin = views::checkin_of(past_draft(), room.facts());
    REQUIRE(checkin.ok());
    CHECK(to_iso(checkin->at) == "2026-11-20T07:50:00+01:00");
    CHECK(checkin->entered_at == room.facts().now);
    CHECK(checkin->symptoms == std::nullopt);
    CHECK(std::holds_alternative<RecordCheckIns>(views::command_of(past_draft(), *checkin)));
}

TEST_CASE("what is missing, impossible or in the future is said before anything is saved", "[history]") {
    const Room room;
    const auto reason_of = [&](const views::CheckInDraft& draft) {
        const auto checkin = views::checkin_of(draft, room.facts());
        REQUIRE_FALSE(checkin.ok());
        return checkin.error().reason;
    };
    views::CheckInDraft draft = past_draft();
    draft.place.reset();
    CHECK(reason_of(draft) == Reason::missing);
    draft = past_draft();
    draft.soreness.reset();
    CHECK(reason_of(draft) == Reason::missing);
    draft = past_draft();
    draft.time_text.clear();
    CHECK(reason_of(draft) == Reason::missing);
    draft.time_text = "25:00";
    CHECK(reason_of(draft) == Reason::not_a_date_time);
    draft.time_text = "09:00";
    draft.day_text = "2026-11-22";
    CHECK(reason_of(draft) == Reason::in_the_future);
    draft.day_text = "2026-03-29";
    draft.time_text = "2:30";
    CHECK(reason_of(draft) == Reason::skipped_by_clock);
}

TEST_CASE("warning signs alone are an answer too, and no rating is made up for them", "[history]") {
    const Room room;
    views::CheckInDraft draft = past_draft();
    draft.soreness.reset();
    draft.symptoms = Symptoms{};
    const auto checkin = views::checkin_of(draft, room.facts());
    REQUIRE(checkin.ok());
    CHECK_FALSE(checkin->soreness.has_value());
}

TEST_CASE("none of the warning signs and one of them exclude each other", "[history]") {
    using views::with_none_pressed;
    using views::with_pressed;
    CHECK(with_none_pressed(std::nullopt) == Symptoms{});
    CHECK(with_none_pressed(Symptoms{}) == std::nullopt);
    CHECK(with_none_pressed(Symptoms{Symptom::fever}) == Symptoms{});
    CHECK(with_pressed(Symptoms{}, Symptom::fever) == Symptoms{Symptom::fever});
    CHECK(with_pressed(Symptoms{Symptom::fever}, Symptom::fever) == std::nullopt);
}

TEST_CASE("a record that was changed or deleted elsewhere while it is edited is noticed", "[history]") {
    const Room room;
    views::CheckInDraft draft = views::draft_of(room.checkin);
    views::look_again(draft, room.snapshot);
    CHECK(draft.meanwhile == views::Meanwhile::nothing);
    CheckIn other = room.checkin;
    other.note = "from the command line";
    Snapshot later = tests::log_of({}, {other});
    later.generation = 2;
    views::look_again(draft, later);
    CHECK(draft.meanwhile == views::Meanwhile::changed);
    Snapshot empty;
    empty.generation = 3;
    views::look_again(draft, empty);
    CHECK(draft.meanwhile == views::Meanwhile::gone);
}
