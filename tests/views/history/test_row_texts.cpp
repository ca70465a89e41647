#include "app/views/history/row_texts.h"

#include "app/domain/text.h"
#include "app/guidance/follow_up.h"
#include "tests/support/log_maker.h"

#include <catch2/catch_test_macros.hpp>

using namespace unknot;
using tests::moment;

namespace {

const words::Catalogue english;
const LocalDay today = *parse_iso_day("2026-11-21");

views::RowTexts row_of(const Session& session) {
    return views::row_texts(english, tests::log_of({session}, {}),
                            {std::make_shared<const Session>(session), nullptr}, today);
}

views::RowTexts row_of(const CheckIn& checkin, const std::vector<Session>& sessions) {
    return views::row_texts(english, tests::log_of(sessions, {checkin}),
                            {nullptr, std::make_shared<const CheckIn>(checkin)}, today);
}

}  // namespace

TEST_CASE("a session's row says how hard, how long, and what was noted", "[history]") {
    Session session = tests::session("s", "2026-11-17T20:15:00+01:00", "calf", Side::right,
                                     PressureLevel::strong_but_manageable);
    session.duration = Duration::of_seconds(360);
    session.tool = "Lacrosse ball";
    session.sensations = Sensations{Sensation::held_breath, Sensation::too_sharp};
    session.note = "Long day\nat the desk";
    const views::RowTexts row = row_of(session);
    CHECK(row.time == "20:15");
    CHECK(row.place == "Right calf");
    CHECK(row.what == "strong, 6 min");
    CHECK(row.detail == "Lacrosse ball. Felt: Breath held, Too sharp. Long day at the desk");
    CHECK_FALSE(row.soreness.has_value());
}

TEST_CASE("a session whose duration was not recorded shows none", "[history]") {
    const views::RowTexts row = row_of(tests::session("s", "2026-11-17T20:15:00+01:00", "calf", Side::both));
    CHECK(row.what == "moderate");
    CHECK(row.place == "Both calves");
    CHECK(row.detail.empty());
}

TEST_CASE("warning signs that nobody asked about are told apart from none", "[history]") {
    CheckIn checkin = tests::checkin("c", "2026-11-18T07:50:00+01:00", "calf", Side::right, 3);
    CHECK(row_of(checkin, {}).signs_unanswered);
    CHECK(row_of(checkin, {}).detail.empty());
    checkin.note = "after the stairs";
    CHECK(row_of(checkin, {}).detail == "after the stairs");
    checkin.note = {};
    checkin.symptoms = Symptoms{};
    CHECK_FALSE(row_of(checkin, {}).signs_unanswered);
    CHECK(row_of(checkin, {}).detail == "No warning signs");
    checkin.symptoms = Symptoms{Symptom::numbness, Symptom::fever};
    CHECK(row_of(checkin, {}).detail == "Warning signs: Numbness, Fever");
    checkin.soreness.reset();
    CHECK_FALSE(row_of(checkin, {}).soreness.has_value());
}

TEST_CASE("a check-in is named after the day since the session it follows", "[history]") {
    const std::vector<Session> sessions{
        tests::session("s1", "2026-11-10T20:00:00+01:00", "calf", Side::both),
        tests::session("s2", "2026-11-17T20:00:00+01:00", "calf", Side::left)};
    const auto what = [&](const std::string& at, Side side) {
        return row_of(tests::checkin("c", at, "calf", side, 2), sessions).what;
    };
    CHECK(what("2026-11-18T08:00:00+01:00", Side::left) == "check-in, day 1");
    CHECK(what("2026-11-12T08:00:00+01:00", Side::right) == "check-in, day 2");
    CHECK(what("2026-11-17T22:00:00+01:00", Side::left) == "check-in, same day");
    CHECK(what("2026-11-09T08:00:00+01:00", Side::left) == "check-in");
    CHECK(what("2027-01-09T08:00:00+01:00", Side::left) == "check-in");
}

TEST_CASE("soon after a session is the same day, 20 hours after it the next one", "[history]") {
    Session late = tests::session("s", "2026-11-17T03:00:00+01:00", "calf", Side::left);
    late.duration = Duration::of_seconds(3600);
    const Snapshot log = tests::log_of({late}, {});
    const AreaRecords& calf = *log.areas.at("calf");
    const auto day = [&](const std::string& at) {
        return guidance::day_after_session(calf, Side::left, moment(at));
    };
    // The session belongs to the 16th; 07:59 is less than 4 h after its end.
    CHECK(day("2026-11-17T07:59:00+01:00") == 0);
    CHECK(day("2026-11-17T08:00:00+01:00") == 1);
    CHECK(guidance::day_after_session(calf, Side::right, moment("2026-11-18T08:00:00+01:00")) ==
          std::nullopt);
    const Snapshot morning =
        tests::log_of({tests::session("s", "2026-11-17T04:00:00+01:00", "calf", Side::left)}, {});
    CHECK(guidance::day_after_session(*morning.areas.at("calf"), Side::both,
                                      moment("2026-11-18T00:00:00+01:00")) == 1);
}

TEST_CASE("an entry made later than the day after says when it was made", "[history]") {
    CheckIn checkin = tests::checkin("c", "2026-11-16T07:51:00+01:00", "calf", Side::left, 3);
    CHECK(row_of(checkin, {}).late.empty());
    checkin.entered_at = moment("2026-11-17T23:00:00+01:00");
    CHECK(row_of(checkin, {}).late.empty());
    checkin.entered_at = moment("2026-11-18T09:00:00+01:00");
    CHECK(row_of(checkin, {}).late == "entered 18 Nov");
}

TEST_CASE("a long note is cut between two words and says that it goes on", "[history]") {
    std::string note;
    while (note.size() < 2 * views::longest_note_in_row) {
        note += "w\u00f6rter ";
    }
    const std::string shown = views::note_in_row(english, note);
    CHECK(shown.size() < views::longest_note_in_row + 30);
    CHECK(shown.find("w\u00f6rter (the note goes on)") != std::string::npos);
    const std::string one_word(2 * views::longest_note_in_row, 'x');
    CHECK(views::note_in_row(english, one_word).size() < views::longest_note_in_row + 30);
    std::string umlauts;
    while (umlauts.size() < 2 * views::longest_note_in_row) {
        umlauts += "\u00f6x\u00f6";
    }
    CHECK(is_valid_utf8(views::note_in_row(english, umlauts)));
}
