#include "app/sample/sample.h"

#include "app/domain/validation.h"
#include "app/guidance/guidance.h"
#include "app/report/log_json.h"
#include "app/words/languages.h"
#include "tests/support/day_by_day.h"
#include "tests/support/temporary_log.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <set>

using namespace unknot;
using namespace unknot::tests;

namespace {

struct Sample {
    std::vector<Area> areas;
    sample::Batch records;
};

Sample make(const sample::Extent& extent, std::uint64_t seed, std::size_t about = 500,
            const Instant& as_of = test_now()) {
    sample::Generator generator(extent, seed, as_of);
    Sample out{generator.own_areas(), {}};
    for (sample::Batch batch = generator.next(about); batch.size() > 0; batch = generator.next(about)) {
        CHECK(batch.size() < about + 200);
        out.records.sessions.insert(out.records.sessions.end(), batch.sessions.begin(), batch.sessions.end());
        out.records.checkins.insert(out.records.checkins.end(), batch.checkins.begin(), batch.checkins.end());
    }
    return out;
}

Snapshot snapshot_of(const Sample& sample) {
    std::map<std::string, AreaRecords> areas;
    for (const Session& session : sample.records.sessions) {
        areas[session.area].sessions.push_back(std::make_shared<const Session>(session));
    }
    for (const CheckIn& checkin : sample.records.checkins) {
        areas[checkin.area].checkins.push_back(std::make_shared<const CheckIn>(checkin));
    }
    Snapshot snapshot;
    snapshot.catalogue = std::make_shared<const AreaCatalogue>(sample.areas);
    for (auto& [area, records] : areas) {
        sort_records(records);
        snapshot.areas[area] = std::make_shared<const AreaRecords>(std::move(records));
    }
    return snapshot;
}

std::string log_json(const Snapshot& snapshot) {
    std::string text;
    report::write_log_json(snapshot, std::nullopt, [&text](std::string_view piece) { text += piece; });
    return text;
}

std::size_t tracks_at(const guidance::Guidance& guidance, guidance::Tier tier) {
    return static_cast<std::size_t>(
        std::count_if(guidance.tracks.begin(), guidance.tracks.end(),
                      [&](const auto& track) { return track.second->tier == tier; }));
}

}  // namespace

TEST_CASE("the same extent, seed and moment give the same sample log, another seed another", "[sample]") {
    const sample::Extent year = *sample::extent_named("year");
    const std::string once = log_json(snapshot_of(make(year, 7)));
    CHECK(once == log_json(snapshot_of(make(year, 7, 20))));
    CHECK(once != log_json(snapshot_of(make(year, 8))));
}

TEST_CASE("a sample log holds exactly as many records as asked for", "[sample]") {
    const std::vector<sample::Extent> extents{{0, 0}, {0, 50},    {50, 0},     {1, 1},       {7, 20},
                                              {6, 8}, {300, 300}, {300, 6000}, {2600, 10000}};
    for (const sample::Extent& extent : extents) {
        const Sample sample = make(extent, 3);
        INFO(extent.sessions << " sessions, " << extent.checkins << " check-ins");
        CHECK(sample.records.sessions.size() == extent.sessions);
        CHECK(sample.records.checkins.size() == extent.checkins);
    }
    CHECK(sample::extent_named("year") == sample::Extent{260, 1'000});
    CHECK(sample::extent_named("decade") == sample::Extent{2'600, 10'000});
    CHECK(sample::extent_named("century") == sample::Extent{26'000, 100'000});
    CHECK(sample::extent_named("million") == sample::Extent{100'000, 1'000'000});
    CHECK_FALSE(sample::extent_named("fortnight"));
}

TEST_CASE("every record of a sample log would be accepted, and none lies after the evening before",
          "[sample]") {
    for (const char* name : {"week", "year", "century"}) {
        const Sample sample = make(*sample::extent_named(name), 5);
        const AreaCatalogue areas(sample.areas);
        std::set<RecordId> ids;
        std::size_t refused = 0;
        std::size_t late = 0;
        for (const Session& session : sample.records.sessions) {
            refused += validate(session, areas, test_now()).size();
            late += local_day(session.started_at) >= local_day(test_now()) ? 1U : 0U;
            ids.insert(session.id);
        }
        for (const CheckIn& checkin : sample.records.checkins) {
            refused += validate(checkin, areas, test_now()).size();
            late += local_day(checkin.at) >= local_day(test_now()) ? 1U : 0U;
            ids.insert(checkin.id);
        }
        for (const Area& area : sample.areas) {
            refused += validate(area).size();
        }
        INFO(name);
        CHECK(refused == 0);
        CHECK(late == 0);
        CHECK(ids.size() == sample.records.size());
    }
}

TEST_CASE("a sample year holds every state, and every flag at each of its tiers", "[sample]") {
    const std::set<std::string> states{"no_sessions", "awaiting", "sore",   "lingering",
                                       "not_settled", "settled",  "unknown"};
    const std::set<std::string> flags{"lingering ease_off",
                                      "not_settled pause",
                                      "not_settled seek_care",
                                      "building_across_days pause",
                                      "building_across_days seek_care",
                                      "building_across_sessions ease_off",
                                      "spike ease_off",
                                      "severe pause",
                                      "severe seek_care",
                                      "rapid_worsening seek_care",
                                      "red_flag seek_care",
                                      "red_flag_recent info",
                                      "contraindication pause",
                                      "pressure_too_high ease_off",
                                      "session_on_unsettled ease_off",
                                      "session_on_unsettled pause",
                                      "returned info",
                                      "no_check_in info",
                                      "ongoing info",
                                      "whole person red_flag seek_care"};
    for (std::uint64_t seed = 1; seed <= 3; ++seed) {
        const Snapshot snapshot = snapshot_of(make(*sample::extent_named("year"), seed));
        std::set<std::string> met_states;
        std::set<std::string> met_flags;
        const Instant morning = plus_seconds(test_now(), -9 * 3600);  // 11:00
        for (int days = 364; days >= 0; --days) {
            const auto guidance = guidance::evaluate(snapshot, plus_seconds(morning, -days * 86'400LL));
            for (const auto& [key, track] : guidance.tracks) {
                met_states.emplace(guidance::name_of(track->state));
                for (const guidance::Flag& flag : track->flags) {
                    met_flags.insert(std::string(guidance::name_of(flag.code)) + " " +
                                     std::string(guidance::name_of(flag.tier)));
                }
            }
            for (const guidance::Flag& flag : guidance.global) {
                met_flags.insert("whole person " + std::string(guidance::name_of(flag.code)) + " " +
                                 std::string(guidance::name_of(flag.tier)));
            }
        }
        INFO("seed " << seed);
        CHECK(met_states == states);
        CHECK(std::includes(met_flags.begin(), met_flags.end(), flags.begin(), flags.end()));
        for (const std::string& flag : flags) {
            INFO(flag);
            CHECK(met_flags.contains(flag));
        }
    }
}

TEST_CASE("a sample log ends with something to see today", "[sample]") {
    for (const char* name : {"week", "year", "decade"}) {
        for (std::uint64_t seed = 1; seed <= 8; ++seed) {
            const Snapshot snapshot = snapshot_of(make(*sample::extent_named(name), seed));
            const auto guidance = guidance::evaluate(snapshot, test_now());
            const auto with_state = [&](guidance::State state) {
                return std::count_if(guidance.tracks.begin(), guidance.tracks.end(),
                                     [&](const auto& track) { return track.second->state == state; });
            };
            const auto due = std::count_if(guidance.tracks.begin(), guidance.tracks.end(),
                                           [](const auto& track) { return track.second->due; });
            INFO(name << ", seed " << seed << "\n" << to_text(guidance));
            CHECK(due >= 2);
            CHECK(due <= 8);
            CHECK(tracks_at(guidance, guidance::Tier::seek_care) == 0);
            CHECK(tracks_at(guidance, guidance::Tier::pause) == 1);
            CHECK(tracks_at(guidance, guidance::Tier::ease_off) >= 1);
            CHECK(tracks_at(guidance, guidance::Tier::info) >= 1);
            CHECK(with_state(guidance::State::settled) >= 2);
            CHECK(with_state(guidance::State::awaiting) >= 1);
            CHECK(guidance.global.empty());
            CHECK(guidance.ignored_future.empty());
        }
    }
}

TEST_CASE("a sample log has notes, tools, answers, sides of every kind, an own area and late entries",
          "[sample]") {
    const Sample year = make(*sample::extent_named("year"), 1);
    const auto& sessions = year.records.sessions;
    const auto& checkins = year.records.checkins;
    const auto some = [](const auto& records, auto what) {
        return std::any_of(records.begin(), records.end(), what);
    };
    CHECK(some(sessions, [](const Session& s) { return !s.note.empty(); }));
    CHECK(some(sessions, [](const Session& s) { return !s.tool.empty(); }));
    CHECK(some(sessions, [](const Session& s) { return s.tool.empty() && s.note.empty(); }));
    CHECK(some(sessions, [](const Session& s) { return s.sensations && s.sensations->empty(); }));
    CHECK(some(sessions, [](const Session& s) { return !s.sensations; }));
    CHECK(some(sessions, [](const Session& s) { return s.screening.has_value(); }));
    CHECK(some(sessions, [](const Session& s) { return !s.soreness_before; }));
    CHECK(some(sessions, [](const Session& s) { return !s.duration; }));
    CHECK(some(sessions, [](const Session& s) { return entered_late(s.started_at, s.entered_at); }));
    CHECK(some(sessions, [&](const Session& s) { return s.area == year.areas.at(0).id; }));
    for (const Side side : {Side::left, Side::right, Side::center, Side::both}) {
        CHECK(some(sessions, [&](const Session& s) { return s.side == side; }));
    }
    CHECK(some(checkins, [](const CheckIn& c) { return !c.note.empty(); }));
    CHECK(some(checkins, [](const CheckIn& c) { return c.symptoms && c.symptoms->empty(); }));
    CHECK(some(checkins, [](const CheckIn& c) { return entered_late(c.at, c.entered_at); }));
}

TEST_CASE("a sample log's notes are in the language asked for, and all else is the same", "[sample][words]") {
    const Instant as_of = tests::test_now();
    const sample::Extent extent = sample::extent_named("year").value();
    sample::Generator english(extent, 1, as_of);
    sample::Generator german(extent, 1, as_of, words::catalogue_of("de").value());
    CHECK(german.own_areas().front().name == "Neben der alten Narbe");
    sample::Batch ours = english.next(extent.sessions * 10);
    sample::Batch theirs = german.next(extent.sessions * 10);
    REQUIRE(ours.sessions.size() == theirs.sessions.size());
    std::size_t other_words = 0;
    for (std::size_t i = 0; i < ours.sessions.size(); ++i) {
        other_words += ours.sessions[i].note != theirs.sessions[i].note ? 1U : 0U;
        for (Session* session : {&ours.sessions[i], &theirs.sessions[i]}) {
            session->note = {};
            session->tool = {};
        }
        CHECK(ours.sessions[i] == theirs.sessions[i]);
    }
    CHECK(other_words > 0);
}
