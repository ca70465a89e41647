#include "app/views/log/places.h"
#include "app/words/phrases.h"
#include "tests/support/log_facts.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <set>

using namespace unknot;
using namespace unknot::views;
using namespace unknot::tests;

namespace {

std::vector<TrackKey> search(LogFacts& log, std::string_view text) {
    PlaceList list;
    refresh(list, log.facts().snapshot, words::Catalogue());
    std::vector<TrackKey> out;
    for (const std::size_t i : found(list, text)) {
        out.push_back(list.all[i].place);
    }
    return out;
}

}  // namespace

TEST_CASE("every side of every area can be chosen, both where there are left and right", "[views][log]") {
    LogFacts log;
    const auto all = search(log, "");
    std::set<TrackKey> offered(all.begin(), all.end());
    CHECK(offered.size() == all.size());
    std::size_t count = 0;
    const AreaCatalogue built_in;
    for (const Area& area : built_in.all()) {
        for (const Side side : {Side::left, Side::right, Side::center, Side::both}) {
            INFO(area.id << " " << name_of(side));
            CHECK(offered.contains({area.id, side}) == area.sides.has(side));
            count += area.sides.has(side) ? 1U : 0U;
        }
    }
    CHECK(all.size() == count);
}

TEST_CASE("every place is found by the words that people say it with", "[views][log]") {
    LogFacts log;
    const words::Catalogue english;
    for (const TrackKey& place : search(log, "")) {
        const std::string phrase = words::place(english, AreaCatalogue(), place.area, place.side);
        const auto hits = search(log, phrase);
        INFO(phrase);
        CHECK(std::find(hits.begin(), hits.end(), place) != hits.end());
    }
}

TEST_CASE("places are found by a few letters, by the muscle and by the region", "[views][log]") {
    LogFacts log;
    CHECK(search(log, "calf").front() == TrackKey{"calf", Side::left});
    CHECK(to_text(search(log, "RIGHT Cal").front()) == "calf/right");
    CHECK(search(log, "calves").front() == TrackKey{"calf", Side::both});
    CHECK(search(log, "hamstrings left").front() == TrackKey{"thigh_back", Side::left});
    CHECK(search(log, "levator").front() == TrackKey{"levator_scapulae", Side::left});
    CHECK(search(log, "neck").size() > 6);
    CHECK(search(log, "elephant").empty());
}

TEST_CASE("a word that begins the place comes before one that is only within it or its muscle",
          "[views][log]") {
    LogFacts log;
    // "hand" begins "hand"; the list has areas before it whose region or muscle would match as well.
    const auto hits = search(log, "hand");
    REQUIRE_FALSE(hits.empty());
    CHECK(hits.front().area == "hand");
}

TEST_CASE("what was used lately stands first, the latest before the others", "[views][log]") {
    LogFacts log;
    log.session("s1", "calf", Side::right, "2026-11-10T19:00")
        .session("s2", "chest", Side::both, "2026-11-12T19:00");
    const auto all = search(log, "");
    CHECK(all[0] == TrackKey{"chest", Side::both});
    CHECK(all[1] == TrackKey{"calf", Side::right});
    CHECK(search(log, "calf").front() == TrackKey{"calf", Side::right});
}

TEST_CASE("own areas are offered until they are retired", "[views][log]") {
    Area own;
    own.id = "own_1";
    own.name = "My spot";
    own.sides.center = true;
    own.own = true;
    LogFacts log;
    log.own_area(own);
    CHECK(search(log, "my sp") == std::vector{TrackKey{"own_1", Side::center}});
    own.retired = true;
    LogFacts later;
    later.own_area(own);
    CHECK(search(later, "my sp").empty());
}

TEST_CASE("the list is made anew when the log changes, and only then", "[views][log]") {
    LogFacts log;
    PlaceList list;
    refresh(list, log.facts().snapshot, words::Catalogue());
    list.all.front().name = "kept";
    Facts facts = log.facts();  // another generation
    const std::uint64_t generation = list.generation;
    Snapshot same = facts.snapshot;
    same.generation = generation;
    refresh(list, same, words::Catalogue());
    CHECK(list.all.front().name == "kept");
    refresh(list, facts.snapshot, words::Catalogue());
    CHECK(list.all.front().name != "kept");
}
