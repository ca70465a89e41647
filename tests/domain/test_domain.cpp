#include "app/domain/area.h"
#include "app/domain/instant.h"
#include "app/domain/record_id.h"
#include "app/domain/text.h"
#include "app/domain/validation.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <limits>

using namespace unknot;

TEST_CASE("a day runs from four to four on the wall clock of the record's own place", "[domain]") {
    CHECK(to_iso(local_day(*parse_iso_instant("2026-03-08T03:59:59+01:00"))) == "2026-03-07");
    CHECK(to_iso(local_day(*parse_iso_instant("2026-03-08T04:00:00+01:00"))) == "2026-03-08");
    CHECK(to_iso(local_day(*parse_iso_instant("1969-12-31T23:00:00-10:00"))) == "1969-12-31");
}

TEST_CASE("dates and times that do not exist are not read", "[domain]") {
    const std::string text = GENERATE(
        "2026-02-30T10:00:00Z", "2026-01-01T25:00:00Z", "2026-01-01T10:60:00Z", "2026-01-01T10:00:60Z",
        "2026-01-01T10:00:00", "03/04/2026", "", "2026-01-01T10:00:00+19:00", "2026-01-01T10:00:00Zjunk",
        "-026-01-01T10:00:00Z", "2026-01-01T10:00:00.0001Z", "2026-13-01T10:00:00Z", "2026-00-10T10:00:00Z");
    INFO(text);
    CHECK_FALSE(parse_iso_instant(text).has_value());
}

TEST_CASE("an instant is written as it was read, with its offset", "[domain]") {
    const std::string text = GENERATE("2026-03-07T18:30:00+01:00", "1900-01-01T00:00:00-11:30",
                                      "2024-02-29T23:59:59.120+00:00", "1969-07-20T20:17:40+05:45");
    CHECK(to_iso(*parse_iso_instant(text)) == text);
}

TEST_CASE("a moment that no calendar has is told from one that is only out of what is accepted", "[domain]") {
    constexpr std::int64_t most = std::numeric_limits<std::int64_t>::max();
    constexpr std::int64_t least = std::numeric_limits<std::int64_t>::min();
    for (const Instant& at : {Instant{most, 0}, Instant{least, 0}, Instant{most, 1080}, Instant{least, -1080},
                              Instant{0, 1081}, Instant{0, std::numeric_limits<std::int32_t>::min()}}) {
        CHECK_FALSE(is_possible(at));
        CHECK_FALSE(in_accepted_years(at));
    }
    for (const char* text :
         {"0000-01-01T00:00:00+18:00", "1899-12-31T23:59:59.999-18:00", "0000-01-01T00:00:00-18:00"}) {
        CHECK(is_possible(*parse_iso_instant(text)));
        CHECK_FALSE(in_accepted_years(*parse_iso_instant(text)));
    }
    for (const char* text : {"1900-01-01T00:00:00+18:00", "1900-01-01T00:00:00-18:00",
                             "9999-12-31T23:59:59.999+18:00", "9999-12-31T23:59:59.999-18:00"}) {
        CHECK(is_possible(*parse_iso_instant(text)));
        CHECK(in_accepted_years(*parse_iso_instant(text)));
    }
}

TEST_CASE("a duration is read as people type it", "[domain]") {
    const auto [text, seconds] = GENERATE(table<std::string, int>({{"2:30", 150},
                                                                   {"1:02:30", 3750},
                                                                   {"90 s", 90},
                                                                   {"90s", 90},
                                                                   {"2 min", 120},
                                                                   {"2 min 30 s", 150},
                                                                   {" 2 MIN ", 120},
                                                                   {"4", 240},
                                                                   {"4 h", 14400}}));
    INFO(text);
    REQUIRE(parse_duration(text).duration.has_value());
    CHECK(parse_duration(text).duration->seconds() == seconds);
}

TEST_CASE("what is no duration, and what is too short or long, is told apart", "[domain]") {
    for (const std::string text :
         {"", "abc", "2 minutess", "2:3", "2:60", "2,5", "2.5", "s", "30 s 2 min", "1:2:3:4"}) {
        INFO(text);
        CHECK_FALSE(parse_duration(text).duration.has_value());
        CHECK(parse_duration(text).reason == Reason::not_a_duration);
    }
    for (const std::string text : {"0", "0 s", "4:00:01", "241", "999999"}) {
        INFO(text);
        CHECK_FALSE(parse_duration(text).duration.has_value());
        CHECK(parse_duration(text).reason == Reason::duration_range);
    }
}

TEST_CASE("a whole number is digits and nothing else", "[domain]") {
    CHECK(parse_whole_number("-3") == -3);
    for (const std::string text : {"", "2,5", "2.5", " 2", "2 ", "+2", "0x1", "99999999999999999999"}) {
        INFO(text);
        CHECK_FALSE(parse_whole_number(text).has_value());
    }
}

TEST_CASE("soreness and pressure take only what is on their scales", "[domain]") {
    CHECK_FALSE(Soreness::of(-1).has_value());
    CHECK(Soreness::of(0)->value() == 0);
    CHECK(Soreness::of(10)->value() == 10);
    CHECK_FALSE(Soreness::of(11).has_value());
    CHECK_FALSE(pressure_level(0).has_value());
    CHECK_FALSE(pressure_level(6).has_value());
}

TEST_CASE("an empty set of answers is not the same as not asked", "[domain]") {
    const std::optional<Symptoms> not_asked;
    const std::optional<Symptoms> none{Symptoms{}};
    CHECK(not_asked != none);
}

TEST_CASE("text that is not well-formed is not UTF-8", "[domain]") {
    CHECK(is_valid_utf8("größer, 痛, 💆"));
    for (const std::string text : {"\xC3", "\xC0\x80", "\xED\xA0\x80", "\xF4\x90\x80\x80", "\xFF", "a\x80"}) {
        CHECK_FALSE(is_valid_utf8(text));
    }
}

TEST_CASE("ids made later sort later, and all are versioned", "[domain]") {
    const RecordId a = make_record_id(1'700'000'000'000, {1, 2, 3, 4, 5, 6, 7, 8, 9, 10});
    const RecordId b = make_record_id(1'700'000'000'001, {});
    CHECK(a < b);
    CHECK(a.text().size() == 36);
    CHECK(a.text()[14] == '7');
    CHECK(is_acceptable_record_id(a.text()));
    CHECK_FALSE(is_acceptable_record_id("with space"));
    CHECK_FALSE(is_acceptable_record_id(""));
    CHECK_FALSE(is_acceptable_record_id(std::string(65, 'a')));
}

TEST_CASE(
    "an id says what it was made of, whether it is a UUID or not, and is ordered and found as its text is",
    "[domain]") {
    const std::string uuid = "0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b";
    const std::vector<std::string> texts{
        "",
        "s1",
        "0190A1B2-c3d4-7e5f-8a9b-0c1d2e3f4a5b",
        "00000000-0000-0000-0000-000000000000",
        "00000000-0000-0000-0000-000000000001",
        "ffffffff-ffff-ffff-ffff-ffffffffffff",
        "0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5",
        "0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5bb",
        "0190a1b2ac3d4-7e5f-8a9b-0c1d2e3f4a5b",
        uuid,
    };
    for (const std::string& a : texts) {
        CHECK(RecordId(a).text() == a);
        CHECK(RecordId(a).empty() == a.empty());
        for (const std::string& b : texts) {
            CHECK((RecordId(a) == RecordId(b)) == (a == b));
            CHECK((RecordId(a) < RecordId(b)) == (a < b));
        }
        CHECK(std::hash<RecordId>{}(RecordId(a)) == std::hash<RecordId>{}(RecordId(std::string_view(a))));
    }
    // Every character at every place: what is no digit there makes another id, which keeps its text.
    for (std::size_t at = 0; at < uuid.size(); ++at) {
        for (int byte = 1; byte < 256; ++byte) {
            std::string other = uuid;
            other[at] = static_cast<char>(byte);
            const bool kept = RecordId(other).text() == other;
            const bool apart = (RecordId(other) == RecordId(uuid)) == (other == uuid);
            if (!kept || !apart) {
                FAIL("at " << at << " byte " << byte);
            }
        }
    }
}

TEST_CASE("a text that records have in common reads, compares and is ordered as a string does", "[domain]") {
    const SharedText none;
    const SharedText calf = "calf";
    const SharedText same = calf;
    const SharedText other = std::string("calf");
    const SharedText thigh = std::string_view("thigh");
    CHECK(none.empty());
    CHECK(none == "");
    CHECK(none.str().empty());
    CHECK(SharedText("") == none);
    CHECK(&calf.str() == &same.str());
    CHECK(&calf.str() != &other.str());
    CHECK(calf == other);
    CHECK(calf != thigh);
    CHECK(calf < thigh);
    CHECK(none < calf);
    CHECK(calf == std::string("calf"));
    CHECK(calf == std::string_view("calf"));
    CHECK(std::hash<SharedText>{}(calf) == std::hash<SharedText>{}(other));
}

TEST_CASE("a side is accepted only where the area has it", "[domain]") {
    const AreaCatalogue areas;
    CheckIn checkin;
    checkin.id = RecordId("c1");
    checkin.at = *parse_iso_instant("2026-03-07T08:00:00Z");
    checkin.area = "calf";
    checkin.side = Side::center;
    const auto refusals = validate(checkin, areas, checkin.at);
    REQUIRE(refusals.size() == 1);
    CHECK(refusals[0].reason == Reason::side_not_of_area);
    CHECK(refusals[0].suggestions == std::vector<std::string>{"left", "right", "both"});
}

TEST_CASE("a mistyped area suggests the nearest ones", "[domain]") {
    const AreaCatalogue areas;
    REQUIRE_FALSE(areas.nearest("claf").empty());
    CHECK(areas.nearest("claf").front() == "calf");
}

TEST_CASE("a record entered two days after is late, one without entry time is not called late", "[domain]") {
    const Instant about = *parse_iso_instant("2026-03-07T08:00:00Z");
    CHECK_FALSE(entered_late(about, std::nullopt));
    CHECK_FALSE(entered_late(about, parse_iso_instant("2026-03-08T23:00:00Z")));
    CHECK(entered_late(about, parse_iso_instant("2026-03-09T08:00:00Z")));
}
