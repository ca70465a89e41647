#include "app/views/today/rows.h"

#include "app/views/today/attention.h"
#include "app/words/flags.h"
#include "app/words/languages.h"
#include "app/words/statement.h"
#include "tests/views/today/scene.h"

#include <catch2/catch_test_macros.hpp>

using namespace unknot;
using namespace unknot::views;
using namespace unknot::tests;
using nlohmann::json;

namespace {

const words::Catalogue english;

std::string follows(const json& sessions, const json& checkins, const std::string& now) {
    const TodayScene scene(json{{"sessions", sessions}, {"checkins", checkins}}, now);
    const TrackKey key{"calf", Side::left};
    return follows_text(english, scene.snapshot(), key, *scene.facts().guidance.find(key),
                        scene.facts().today);
}

/// Two areas at pause (the shin for longer), one at ease off, one for information, one settled, one waiting.
json many_areas() {
    json sessions;
    json checkins;
    const auto add = [&](const std::string& area, const std::string& day, int pressure) {
        json session = session_json("s" + area, "2026-11-" + day + "T19:00:00+01:00", area);
        session["soreness_before"] = 1;
        session["pressure"] = pressure;
        sessions.push_back(session);
    };
    const auto rate = [&](const std::string& area, const std::string& day, int soreness) {
        checkins.push_back(
            checkin_json("c" + area + day, "2026-11-" + day + "T08:00:00+01:00", area, soreness));
    };
    add("calf", "16", 3);
    rate("calf", "17", 3);
    rate("calf", "19", 3);
    rate("calf", "20", 3);
    add("shin", "15", 3);
    rate("shin", "16", 3);
    rate("shin", "18", 3);
    rate("shin", "20", 3);
    add("ankle_back", "19", 5);
    rate("ankle_back", "20", 1);
    add("foot_sole", "10", 3);
    add("thigh_back", "18", 3);
    rate("thigh_back", "19", 1);
    add("buttock", "21", 3);
    return json{{"sessions", sessions}, {"checkins", checkins}};
}

}  // namespace

TEST_CASE("a due row says what it follows, and names only what was recorded", "[today]") {
    const std::string now = "2026-11-21T08:00:00+01:00";
    json session = session_json("s1", "2026-11-20T19:40:00+01:00", "calf");
    const json none = json::array();
    CHECK(follows(json::array({session}), none, now) == "After Friday 19:40: moderate, 4 min.");
    session["soreness_before"] = 2;
    CHECK(follows(json::array({session}), none, now) ==
          "After Friday 19:40: moderate, 4 min. It was at 2 before.");
    session.erase("duration_s");
    CHECK(follows(json::array({session}), none, now) == "After Friday 19:40: moderate. It was at 2 before.");
    session["started_at"] = "2026-11-17T20:15:00+01:00";
    const json yesterday = checkin_json("c1", "2026-11-20T08:00:00+01:00", "calf", 4);
    CHECK(follows(json::array({session}), json::array({yesterday}), now) ==
          "After Tuesday 20:15: moderate. It was at 2 before, at 4 yesterday.");
    session.erase("soreness_before");
    const json older = checkin_json("c1", "2026-11-18T21:00:00+01:00", "calf", 5);
    CHECK(follows(json::array({session}), json::array({older}), now) ==
          "After Tuesday 20:15: moderate. It was at 5 on Wednesday.");
}

TEST_CASE("sessions of one day are one, and a duration that one of them lacks is not summed", "[today]") {
    const std::string now = "2026-11-21T08:00:00+01:00";
    const json first = session_json("s1", "2026-11-20T18:00:00+01:00", "calf");
    json second = session_json("s2", "2026-11-20T19:40:00+01:00", "calf");
    second["pressure"] = 4;
    CHECK(follows({first, second}, json::array(), now) ==
          "After 2 sessions on Friday: strong but manageable, 8 min in all.");
    second.erase("duration_s");
    CHECK(follows({first, second}, json::array(), now) ==
          "After 2 sessions on Friday: strong but manageable.");
}

TEST_CASE("flags stand most serious first, then the oldest, the whole person before all", "[today]") {
    json log = many_areas();
    log["profile"] = {{"conditions", {"blood_thinners"}}};
    const TodayScene scene(log, "2026-11-21T20:00:00+01:00");
    const auto found = attention(english, scene.facts());
    REQUIRE(found.size() == 5);
    CHECK_FALSE(found[0].track);
    CHECK(found[1].track->area == "shin");
    CHECK(found[2].track->area == "calf");
    CHECK(found[3].track->area == "ankle_back");
    CHECK(found[4].track->area == "foot_sole");
}

TEST_CASE("the rating before the session stands with those after it, where it is the starting level",
          "[today]") {
    json log = many_areas();
    const TodayScene scene(log, "2026-11-21T20:00:00+01:00");
    const auto found = attention(english, scene.facts());
    REQUIRE(found[0].before);
    CHECK(found[0].before->soreness == Soreness::of(1));
    CHECK(found[0].before->before_session);

    log["sessions"][1].erase("soreness_before");  // the shin's
    const TodayScene without(log, "2026-11-21T20:00:00+01:00");
    for (const Attention& one : attention(english, without.facts())) {
        CHECK((one.track->area != "shin" || !one.before));
    }
}

TEST_CASE("the next session's rows keep the order of the flags, and what is not known precedes the rest",
          "[today]") {
    const TodayScene scene(many_areas(), "2026-11-21T20:00:00+01:00");
    const auto rows = next_rows(english, scene.facts());
    REQUIRE(rows.size() == 6);
    CHECK(rows[0].track.area == "shin");
    CHECK(rows[0].parts.word == "Rest");
    CHECK(rows[0].parts.limit == "until it is at 2 or below");
    CHECK(rows[1].track.area == "calf");
    CHECK(rows[2].track.area == "ankle_back");
    CHECK(rows[3].track.area == "foot_sole");
    CHECK(rows[3].parts.word == "Check in first");
    CHECK(rows[3].parts.limit == "if not, light at most");
    CHECK(rows[4].track.area == "buttock");
    CHECK(rows[5].track.area == "thigh_back");
    CHECK(rows[5].parts.word == "As before");
}

TEST_CASE("what stands for the whole person overrides every row", "[today]") {
    json log = many_areas();
    log["profile"] = {{"conditions", {"blood_thinners"}}};
    const TodayScene scene(log, "2026-11-21T20:00:00+01:00");
    for (const NextRow& row : next_rows(english, scene.facts())) {
        CHECK(row.parts.kind == words::NextKind::ask_first);
    }
}

TEST_CASE("an area that nobody rated yet is named as such, never as fine", "[today]") {
    const TodayScene scene(many_areas(), "2026-11-21T20:00:00+01:00");
    const auto unknown = too_little(english, scene.facts());
    REQUIRE(unknown.size() == 1);
    CHECK(unknown[0].track.area == "buttock");
    CHECK(unknown[0].why == "Not rated yet after the session of Sat 21 Nov.");
    CHECK(unknown_count(scene.facts()) == 2);  // the foot's card says it for itself
}

TEST_CASE("a session that was never rated stays not known after its note has gone", "[today]") {
    const TodayScene scene(
        json{{"sessions", json::array({session_json("s1", "2026-03-10T19:00:00+01:00", "calf")})},
             {"checkins", json::array()}},
        "2026-11-21T20:00:00+01:00");
    CHECK(attention(english, scene.facts()).empty());
    const auto unknown = too_little(english, scene.facts());
    REQUIRE(unknown.size() == 1);
    CHECK(unknown[0].why == "How it settled is not known: nobody has rated it yet.");
    const auto rows = next_rows(english, scene.facts());
    REQUIRE(rows.size() == 1);
    CHECK(rows[0].of_long_ago);
}

TEST_CASE("what clears a flag is the same sentence with and without its marks", "[today]") {
    const TodayScene scene(many_areas(), "2026-11-21T20:00:00+01:00");
    for (const Attention& one : attention(english, scene.facts())) {
        for (const guidance::Flag& flag : *one.flags) {
            const std::string marked = words::clears_marked(english, flag, scene.facts().today);
            const std::string plain = words::clears_text(english, flag, scene.facts().today);
            CHECK(marked.find("**") != std::string::npos);
            CHECK(plain.find('*') == std::string::npos);
            CHECK(marked.size() > plain.size());
            for (const std::string_view id : guidance::statements_of(flag.code, !one.track)) {
                CHECK_FALSE(words::statement(english, id).empty());
            }
        }
    }
}

TEST_CASE("why a rating above the start clears a flag is said with the track's own numbers",
          "[today][words]") {
    guidance::TrackGuidance track;
    guidance::Flag flag;
    flag.clears.how = guidance::Clears::How::rating_at_or_below;
    const auto said = [&](std::optional<int> start, int line) {
        track.starting_level = start ? Soreness::of(*start) : std::nullopt;
        track.settled_line = flag.clears.level = Soreness::of(line);
        return words::settled_text(english, track, flag);
    };
    CHECK(said(3, 4) == "It started at 3; 1 above that still counts as settled.");
    CHECK(said(0, 2) == "It started at 0; 2 or below counts as settled.");
    CHECK(said(8, 6) == "It started at 8; 6 or below counts as settled.");
    // The usual level, from three quiet ratings at least, gave the start or raised it: nobody rated that.
    track.starting_level_evidence = {{"session"}, {"c1"}, {"c2"}, {"c3"}};
    CHECK(said(3, 4) == "With its usual level it counts from 3; 4 or below counts as settled.");
    track.starting_level_evidence = {{"session"}};
    CHECK(said(std::nullopt, 3) == "Where it started is not on record; 3 or below counts as settled.");
    track.settled_line = Soreness::of(4);  // the flag's level is another: nothing is made up
    CHECK(words::settled_text(english, track, flag).empty());
    flag.clears.how = guidance::Clears::How::any_rating;
    CHECK(said(3, 4).empty());
}

TEST_CASE("the lists of Today follow every answer, every language and every new day", "[today]") {
    const TodayScene scene(many_areas(), "2026-11-21T20:00:00+01:00");
    const TodayScene later(many_areas(), "2026-12-01T08:00:00+01:00");
    const TodayScene less(json{{"sessions", {session_json("a", "2026-11-20T19:00:00+01:00", "calf")}},
                               {"checkins", json::array()}},
                          "2026-11-21T20:00:00+01:00");
    const words::Catalogue german = *words::catalogue_of("de");
    TodayLists lists;
    const auto follows_all = [&](const words::Catalogue& words, const TodayScene& now) {
        lists.follow(words, now.facts());
        lists.follow(words, now.facts());  // nothing has changed
        const auto flagged = attention(words, now.facts());
        const auto next = next_rows(words, now.facts());
        const auto unknown = too_little(words, now.facts());
        REQUIRE(lists.attention().size() == flagged.size());
        for (std::size_t i = 0; i < flagged.size(); ++i) {
            CHECK(lists.attention()[i].name == flagged[i].name);
            CHECK(lists.attention()[i].flags == flagged[i].flags);
        }
        REQUIRE(lists.next_rows().size() == next.size());
        for (std::size_t i = 0; i < next.size(); ++i) {
            CHECK(lists.next_rows()[i].name == next[i].name);
            CHECK(lists.next_rows()[i].parts.word == next[i].parts.word);
        }
        REQUIRE(lists.too_little().size() == unknown.size());
        for (std::size_t i = 0; i < unknown.size(); ++i) {
            CHECK(lists.too_little()[i].why == unknown[i].why);
        }
    };
    follows_all(english, scene);
    follows_all(german, scene);
    follows_all(english, later);
    follows_all(english, less);
    follows_all(english, scene);
}
