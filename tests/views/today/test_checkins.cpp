#include "app/views/today/checkins.h"

#include "app/views/today/rows.h"
#include "tests/views/today/scene.h"

#include <catch2/catch_test_macros.hpp>

using namespace unknot;
using namespace unknot::views;
using namespace unknot::tests;
using nlohmann::json;

namespace {

const TrackKey calf{"calf", Side::left};
const TrackKey shin{"shin", Side::left};

Soreness sore(int value) {
    return Soreness::of(value).value();
}

/// Calf and shin were worked yesterday evening: both are due. The calf's session is the later one.
TodayScene two_due() {
    return TodayScene(json{{"sessions",
                            {session_json("s1", "2026-11-20T19:00:00+01:00", "shin"),
                             session_json("s2", "2026-11-20T19:40:00+01:00", "calf")}},
                           {"checkins", json::array()}},
                      "2026-11-21T08:00:00+01:00");
}

/// The calf was reported numb two days ago; the shin is due too, and its session is later.
TodayScene with_red_flag() {
    json numb = checkin_json("c1", "2026-11-19T08:00:00+01:00", "calf", 3);
    numb["symptoms"] = {"numbness"};
    return TodayScene(json{{"sessions",
                            {session_json("s1", "2026-11-18T19:00:00+01:00", "calf"),
                             session_json("s2", "2026-11-20T19:00:00+01:00", "shin")}},
                           {"checkins", json::array({numb})}},
                      "2026-11-21T08:00:00+01:00");
}

}  // namespace

TEST_CASE("one key stores one rating, and the warning signs stay not asked", "[today]") {
    TodayScene scene = two_due();
    REQUIRE(row_for_keys(scene.state) == calf);
    answer_by_key(scene.facts(), scene.state, sore(4), scene.wishes);
    const auto commands = scene.settle();
    REQUIRE(commands.size() == 1);
    REQUIRE(std::get<RecordCheckIns>(commands[0]).checkins.size() == 1);
    const auto stored = scene.checkins("calf");
    REQUIRE(stored.size() == 1);
    CHECK(stored[0].soreness == sore(4));
    CHECK_FALSE(stored[0].symptoms);
    CHECK(scene.checkins("shin").empty());
    CHECK_FALSE(is_open(scene.state, calf));
    CHECK(row_for_keys(scene.state) == shin);
}

TEST_CASE("the next key answers the next row, and a closed row takes no second rating", "[today]") {
    TodayScene scene = two_due();
    for (int i = 0; i < 3; ++i) {
        answer_by_key(scene.facts(), scene.state, sore(i), scene.wishes);
        scene.settle();
    }
    CHECK(scene.checkins("calf").size() == 1);
    CHECK(scene.checkins("shin").size() == 1);
    CHECK_FALSE(row_for_keys(scene.state));
    rate(scene.facts(), scene.state, calf, sore(9), scene.wishes);
    CHECK(scene.wishes.empty());
}

TEST_CASE("the focused row is the one that keys answer, as long as it is open", "[today]") {
    TodayScene scene = two_due();
    scene.state.focused = shin;
    CHECK(row_for_keys(scene.state) == shin);
    answer_by_key(scene.facts(), scene.state, sore(1), scene.wishes);
    scene.settle();
    CHECK(scene.checkins("shin").size() == 1);
    CHECK(row_for_keys(scene.state) == calf);
}

TEST_CASE("nothing sore rates all that is due 0 in one command, and answers nothing else", "[today]") {
    TodayScene scene = two_due();
    rate_nothing_sore(scene.facts(), scene.state, scene.wishes);
    const auto commands = scene.settle();
    REQUIRE(commands.size() == 1);
    const auto& checkins = std::get<RecordCheckIns>(commands[0]).checkins;
    REQUIRE(checkins.size() == 2);
    CHECK(checkins[0].id != checkins[1].id);
    for (const CheckIn& checkin : checkins) {
        CHECK(checkin.soreness == sore(0));
        CHECK_FALSE(checkin.symptoms);
    }
    CHECK(open_rows(scene.state).empty());
}

TEST_CASE("the warning signs are asked once for all rows just rated", "[today]") {
    TodayScene scene = two_due();
    CHECK(rows_asked_for_signs(scene.state).empty());
    answer_by_key(scene.facts(), scene.state, sore(4), scene.wishes);
    scene.settle();
    answer_by_key(scene.facts(), scene.state, sore(2), scene.wishes);
    scene.settle();
    CHECK(rows_asked_for_signs(scene.state).size() == 2);
    no_signs_by_key(scene.facts(), scene.state, scene.wishes);
    const auto commands = scene.settle();
    REQUIRE(commands.size() == 1);
    CHECK(std::get<EditCheckIns>(commands[0]).checkins.size() == 2);
    CHECK(scene.checkins("calf")[0].symptoms == Symptoms{});
    CHECK(scene.checkins("calf")[0].soreness == sore(4));
    CHECK(scene.checkins("shin")[0].symptoms == Symptoms{});
    CHECK(rows_asked_for_signs(scene.state).empty());
}

TEST_CASE("a sign can be added and taken back; with none left it was not asked", "[today]") {
    TodayScene scene = two_due();
    answer_by_key(scene.facts(), scene.state, sore(4), scene.wishes);
    scene.settle();
    choose_sign(scene.state, Symptom::swelling, scene.wishes);
    scene.settle();
    choose_sign(scene.state, Symptom::warmth, scene.wishes);
    scene.settle();
    CHECK(scene.checkins("calf")[0].symptoms == Symptoms{Symptom::swelling, Symptom::warmth});
    choose_sign(scene.state, Symptom::swelling, scene.wishes);
    scene.settle();
    choose_sign(scene.state, Symptom::warmth, scene.wishes);
    scene.settle();
    CHECK_FALSE(scene.checkins("calf")[0].symptoms);
}

TEST_CASE("signs chosen for one row are not put on a row that is rated later", "[today]") {
    TodayScene scene = two_due();
    answer_by_key(scene.facts(), scene.state, sore(4), scene.wishes);
    scene.settle();
    choose_sign(scene.state, Symptom::numbness, scene.wishes);
    scene.settle();
    answer_by_key(scene.facts(), scene.state, sore(1), scene.wishes);
    scene.settle();
    CHECK_FALSE(signs_chosen(scene.state));
    answer_no_signs(scene.state, scene.wishes);
    scene.settle();
    CHECK(scene.checkins("calf")[0].symptoms == Symptoms{Symptom::numbness});
    CHECK(scene.checkins("shin")[0].symptoms == Symptoms{});
}

TEST_CASE("leaving the screen leaves the warning signs not asked", "[today]") {
    TodayScene scene = two_due();
    answer_by_key(scene.facts(), scene.state, sore(4), scene.wishes);
    scene.settle();
    today_left(scene.state);
    CHECK(scene.state.answered.empty());
    CHECK_FALSE(scene.checkins("calf")[0].symptoms);
}

TEST_CASE("where a red flag is open its row comes first, and its question before the rating", "[today]") {
    TodayScene scene = with_red_flag();
    REQUIRE(scene.state.order == std::vector<TrackKey>{calf, shin});
    CHECK(asks_signs_first(scene.facts(), scene.state, calf));
    CHECK_FALSE(asks_signs_first(scene.facts(), scene.state, shin));
    no_signs_by_key(scene.facts(), scene.state, scene.wishes);
    scene.settle();
    REQUIRE(scene.checkins("calf").size() == 2);
    CHECK(scene.checkins("calf")[1].symptoms == Symptoms{});
    CHECK_FALSE(scene.checkins("calf")[1].soreness);
    CHECK(is_open(scene.state, calf));

    answer_by_key(scene.facts(), scene.state, sore(2), scene.wishes);
    const auto commands = scene.settle();
    REQUIRE(commands.size() == 1);
    CHECK(std::holds_alternative<EditCheckIns>(commands[0]));
    REQUIRE(scene.checkins("calf").size() == 2);
    CHECK(scene.checkins("calf")[1].soreness == sore(2));
    CHECK(scene.checkins("calf")[1].symptoms == Symptoms{});
    CHECK(rows_asked_for_signs(scene.state).empty());
}

TEST_CASE("a question left before the rating is asked with the others afterwards", "[today]") {
    TodayScene scene = with_red_flag();
    rate(scene.facts(), scene.state, calf, sore(2), scene.wishes);
    scene.settle();
    CHECK_FALSE(scene.checkins("calf")[1].symptoms);
    CHECK(rows_asked_for_signs(scene.state).size() == 1);
}

TEST_CASE("taking back the only sign of an unrated row leaves no empty record", "[today]") {
    TodayScene scene = with_red_flag();
    choose_sign_first(scene.facts(), scene.state, calf, Symptom::numbness, scene.wishes);
    scene.settle();
    REQUIRE(scene.checkins("calf").size() == 2);
    choose_sign_first(scene.facts(), scene.state, calf, Symptom::numbness, scene.wishes);
    scene.settle();
    CHECK(scene.checkins("calf").size() == 1);
    CHECK(asks_signs_first(scene.facts(), scene.state, calf));
}

TEST_CASE("saving again after a failure makes no second check-in", "[today]") {
    TodayScene scene = two_due();
    scene.failing = true;
    answer_by_key(scene.facts(), scene.state, sore(4), scene.wishes);
    scene.settle();
    CHECK(is_open(scene.state, calf));
    REQUIRE(scene.state.not_saved);
    scene.failing = false;

    SECTION("with Save again") {
        scene.wishes.emplace_back(Save{scene.state.not_saved->command, Form::today});
    }
    SECTION("with the key once more") {
        answer_by_key(scene.facts(), scene.state, sore(4), scene.wishes);
    }
    scene.settle();
    CHECK(scene.checkins("calf").size() == 1);
    CHECK_FALSE(scene.state.not_saved);
    CHECK_FALSE(is_open(scene.state, calf));
}

TEST_CASE("what failed to be saved goes along with the next answer", "[today]") {
    TodayScene scene = two_due();
    scene.failing = true;
    rate(scene.facts(), scene.state, calf, sore(4), scene.wishes);
    scene.settle();
    today_left(scene.state);  // leaving the screen does not lose it
    follow_log(scene.facts(), scene.state);
    scene.failing = false;
    rate(scene.facts(), scene.state, shin, sore(1), scene.wishes);
    scene.settle();
    REQUIRE(scene.checkins("calf").size() == 1);
    CHECK(scene.checkins("calf")[0].soreness == sore(4));
    CHECK(scene.checkins("shin").size() == 1);
}

TEST_CASE("a sign that failed to be saved is kept when another is chosen", "[today]") {
    TodayScene scene = two_due();
    answer_by_key(scene.facts(), scene.state, sore(4), scene.wishes);
    scene.settle();
    scene.failing = true;
    choose_sign(scene.state, Symptom::numbness, scene.wishes);
    scene.settle();
    CHECK(signs_chosen(scene.state) == Symptoms{Symptom::numbness});
    scene.failing = false;
    choose_sign(scene.state, Symptom::swelling, scene.wishes);
    scene.settle();
    CHECK(scene.checkins("calf")[0].symptoms == Symptoms{Symptom::numbness, Symptom::swelling});
}

TEST_CASE("undo of a row takes back that row's answer, and it is asked again in its place", "[today]") {
    TodayScene scene = two_due();
    answer_by_key(scene.facts(), scene.state, sore(4), scene.wishes);
    scene.settle();
    answer_by_key(scene.facts(), scene.state, sore(5), scene.wishes);
    scene.settle();
    REQUIRE(answer_of(scene.state, calf) != nullptr);
    take_back(*answer_of(scene.state, calf), scene.wishes);
    scene.settle();
    CHECK(scene.checkins("calf").empty());
    CHECK(scene.checkins("shin").size() == 1);
    CHECK(is_open(scene.state, calf));
    CHECK(scene.state.order == std::vector<TrackKey>{calf, shin});
}

TEST_CASE("fever that was reported is asked about on Today where nothing is due", "[today]") {
    json fever = checkin_json("c1", "2026-11-19T08:00:00+01:00", "calf", 1);
    fever["symptoms"] = {"fever"};
    const json log{{"sessions", json::array({session_json("s1", "2026-11-18T19:00:00+01:00", "calf")})},
                   {"checkins", json::array({fever})}};
    TodayScene scene(log, "2026-11-21T08:00:00+01:00");
    REQUIRE(scene.state.order.empty());
    REQUIRE(scene.facts().guidance.global.size() == 1);
    REQUIRE(asked_of_whole_person(scene.facts(), scene.state) == calf);

    SECTION("one key says that none of it is there, without a rating, and the flag goes") {
        no_signs_by_key(scene.facts(), scene.state, scene.wishes);
        scene.settle();
        REQUIRE(scene.checkins("calf").size() == 2);
        CHECK(scene.checkins("calf")[1].symptoms == Symptoms{});
        CHECK_FALSE(scene.checkins("calf")[1].soreness);
        CHECK_FALSE(asked_of_whole_person(scene.facts(), scene.state));
    }
    SECTION("still there is an answer too, and can be changed while the screen is open") {
        choose_sign_first(scene.facts(), scene.state, calf, Symptom::fever, scene.wishes);
        scene.settle();
        CHECK(scene.checkins("calf")[1].symptoms == Symptoms{Symptom::fever});
        CHECK(asked_of_whole_person(scene.facts(), scene.state) == calf);
        today_left(scene.state);
        follow_log(scene.facts(), scene.state);
        CHECK_FALSE(asked_of_whole_person(scene.facts(), scene.state));  // once a day is enough
    }
}

TEST_CASE("a due row asks about fever before any card of its own does", "[today]") {
    json fever = checkin_json("c1", "2026-11-19T08:00:00+01:00", "calf", 1);
    fever["symptoms"] = {"fever"};
    const json log{{"sessions", json::array({session_json("s1", "2026-11-18T19:00:00+01:00", "calf"),
                                             session_json("s2", "2026-11-20T19:00:00+01:00", "shin")})},
                   {"checkins", json::array({fever})}};
    const TodayScene scene(log, "2026-11-21T08:00:00+01:00");
    REQUIRE(scene.state.order == std::vector<TrackKey>{shin});
    CHECK(asks_signs_first(scene.facts(), scene.state, shin));
    CHECK_FALSE(asked_of_whole_person(scene.facts(), scene.state));
}

TEST_CASE("an area that was asked for by hand is not asked for on the next day", "[today]") {
    const json log{{"sessions", {session_json("s1", "2026-11-01T19:00:00+01:00", "calf")}},
                   {"checkins", {checkin_json("c1", "2026-11-02T08:00:00+01:00", "calf", 1)}}};
    TodayScene today(log, "2026-11-21T08:00:00+01:00");
    REQUIRE(open_rows(today.state).empty());
    ask_for(today.state, calf, today.facts().today);
    follow_log(today.facts(), today.state);
    CHECK(open_rows(today.state) == std::vector{calf});
    TodayScene tomorrow(log, "2026-11-22T08:00:00+01:00");
    tomorrow.state = today.state;  // the window stays open over midnight
    follow_log(tomorrow.facts(), tomorrow.state);
    CHECK(open_rows(tomorrow.state).empty());
}
