#include "app/views/history/filter_bar.h"
#include "tests/support/log_maker.h"

#include <catch2/catch_test_macros.hpp>

using namespace unknot;
using views::HistoryFilter;

namespace {

const words::Catalogue english;

Snapshot some_log() {
    Session calf = tests::session("s1", "2026-11-18T20:00:00+01:00", "calf", Side::right);
    calf.tool = "Roller";
    calf.note = "Sch\u00d6ner Abend";
    Session night = tests::session("s2", "2026-11-20T01:30:00+01:00", "calf", Side::left);
    CheckIn neck = tests::checkin("c1", "2026-11-20T07:50:00+01:00", "upper_trapezius", Side::left, 4);
    neck.note = "long day at the desk";
    CheckIn twin = tests::checkin("c2", "2026-11-20T07:50:00+01:00", "calf", Side::right, 1);
    return tests::log_of({calf, night}, {neck, twin});
}

std::vector<std::string> found(const HistoryFilter& filter) {
    std::vector<std::string> ids;
    for (const LogEntry& entry : views::filtered(some_log(), filter, english)) {
        ids.push_back(entry.id().text());
    }
    return ids;
}

using Ids = std::vector<std::string>;

}  // namespace

TEST_CASE("without a filter every record stands newest first, ties by id from the last", "[history]") {
    CHECK(found({}) == Ids{"c2", "c1", "s2", "s1"});
}

TEST_CASE("the kinds show sessions alone, check-ins alone, or both", "[history]") {
    HistoryFilter filter;
    filter.kind = HistoryFilter::Kind::sessions;
    CHECK(found(filter) == Ids{"s2", "s1"});
    filter.kind = HistoryFilter::Kind::checkins;
    CHECK(found(filter) == Ids{"c2", "c1"});
}

TEST_CASE("a search finds words of notes, tools and places, all of them, in any case", "[history]") {
    HistoryFilter filter;
    filter.words = "ROLLER";
    CHECK(found(filter) == Ids{"s1"});
    filter.words = "sch\u00f6ner";
    CHECK(found(filter) == Ids{"s1"});
    filter.words = "  desk   shoulder ";
    CHECK(found(filter) == Ids{"c1"});
    filter.words = "right calf";
    CHECK(found(filter) == Ids{"c2", "s1"});
    filter.words = "desk roller";
    CHECK(found(filter).empty());
}

TEST_CASE("an area and a range of local days narrow the list, both ends included", "[history]") {
    HistoryFilter filter;
    filter.area = "calf";
    CHECK(found(filter) == Ids{"c2", "s2", "s1"});
    // 01:30 on the 20th belongs to the evening of the 19th.
    filter.from = filter.to = parse_iso_day("2026-11-19");
    CHECK(found(filter) == Ids{"s2"});
}

TEST_CASE("typed dates are taken when they exist and stand in order, else the filter stays", "[history]") {
    HistoryFilter filter;
    CHECK(views::take_range(english, {"2026-10-01", " 2026-11-21 ", {}}, filter).empty());
    CHECK(filter.from == parse_iso_day("2026-10-01"));
    CHECK(filter.to == parse_iso_day("2026-11-21"));
    const HistoryFilter before = filter;
    CHECK(views::take_range(english, {"1.10.2026", "", {}}, filter).find("1.10.2026") != std::string::npos);
    CHECK_FALSE(views::take_range(english, {"2026-11-21", "2026-10-01", {}}, filter).empty());
    CHECK(filter == before);
    CHECK(views::take_range(english, {"", "", {}}, filter).empty());
    CHECK_FALSE(filter.from.has_value());
}

TEST_CASE("the range says which days are shown", "[history]") {
    const LocalDay today = *parse_iso_day("2026-11-21");
    HistoryFilter filter;
    CHECK(views::range_text(english, filter, today) == "All days");
    filter.from = parse_iso_day("2026-10-01");
    CHECK(views::range_text(english, filter, today) == "since 1 Oct");
    filter.to = today;
    CHECK(views::range_text(english, filter, today) == "1 Oct to 21 Nov");
    filter.from = parse_iso_day("2025-12-30");
    CHECK(views::range_text(english, filter, today) == "30 Dec 2025 to 21 Nov");
}
