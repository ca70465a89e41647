#include "app/guidance/guidance.h"
#include "tests/support/guidance_case.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <iostream>
#include <map>
#include <random>
#include <set>
#include <sstream>

using namespace unknot;
using namespace unknot::guidance;
using namespace unknot::tests;
using nlohmann::json;

namespace {

/// The log with only the records whose id is wanted.
template <typename Wanted>
json only(const json& log, Wanted wanted) {
    json out = log;
    for (const char* kind : {"sessions", "checkins"}) {
        out[kind] = json::array();
        for (const json& record : log[kind]) {
            if (wanted(record)) {
                out[kind].push_back(record);
            }
        }
    }
    return out;
}

/// One in `step` of the corpus' histories.
std::vector<json> some_histories(std::size_t step) {
    std::istringstream lines(test_data("guidance/corpus.jsonl.gz"));
    std::vector<json> out;
    std::string line;
    for (std::size_t i = 0; std::getline(lines, line); ++i) {
        if (i % step == 0) {
            out.push_back(json::parse(line));
        }
    }
    return out;
}

const Flag* find_flag(const Guidance& guidance, const TrackKey& key, FlagCode code) {
    const TrackGuidance* track = guidance.find(key);
    if (track == nullptr) {
        return nullptr;
    }
    const auto found =
        std::find_if(track->flags.begin(), track->flags.end(), [&](const Flag& f) { return f.code == code; });
    return found == track->flags.end() ? nullptr : &*found;
}

json checkin_at(const Instant& at, const std::string& area, const std::string& side, int soreness,
                const std::string& id) {
    return {{"id", id}, {"at", to_iso(at)}, {"area", area}, {"side", side}, {"soreness", soreness}};
}

/// Eight in the morning of a local day, at the offset of `like`.
Instant morning_of(LocalDay day, const Instant& like) {
    return instant_at(WallClock{calendar_date(day), 8, 0, 0, 0}, like.offset_minutes);
}

struct Cleared {
    json log;
    Instant as_of;
};

/// The log with what `flag.clears` names recorded, and a moment after that.
Cleared after_clearing(const json& log, const TrackKey& key, const Flag& flag, const TrackGuidance& track,
                       const Instant& as_of) {
    using How = Clears::How;
    // What lies in the future of as-of would come into force on the later day and blur what is asked here.
    Cleared out{only(log,
                     [&](const json& r) {
                         const std::string at = r.contains("at") ? r["at"] : r["started_at"];
                         return parse_iso_instant(at)->utc_ms <= as_of.utc_ms;
                     }),
                as_of};
    const std::string side(unknot::name_of(key.side));
    const Clears& clears = flag.clears;
    const LocalDay next_day = std::max(local_day(as_of) + 1, clears.from.value_or(LocalDay{0}));
    const Instant next = morning_of(next_day, as_of);
    const int level = clears.level ? clears.level->value() : 0;
    json checkin = checkin_at(next, key.area, side, level, "clearing");
    json session{{"id", "clearing-session"},
                 {"started_at", to_iso(next)},
                 {"area", key.area},
                 {"side", side},
                 {"pressure", 1},
                 {"duration_s", 60}};
    out.as_of = plus_seconds(next, 60);
    switch (clears.how) {
        case How::rating_at_or_below: break;
        case How::later_rating_below: checkin["soreness"] = std::max(0, level - 1); break;
        case How::any_rating:
            checkin["soreness"] = track.settled_line ? track.settled_line->value() : 0;
            break;
        case How::peak_at_or_below: {
            out.log["sessions"].push_back(session);
            const Instant after = morning_of(next_day + 1, as_of);
            checkin["at"] = to_iso(after);
            out.as_of = plus_seconds(after, 60);
            break;
        }
        case How::answer_on_later_day: checkin["symptoms"] = json::array(); break;
        case How::screening_without:
        case How::screening_or_symptoms_without: session["screening"] = json::array(); [[fallthrough]];
        case How::next_session_lighter: out.log["sessions"].push_back(session); return out;
        case How::clinician_said_fine: out.log["profile"]["clinician_ok"] = true; return out;
        case How::time_only: out.as_of = morning_of(*clears.until, as_of); return out;
    }
    out.log["checkins"].push_back(checkin);
    return out;
}

}  // namespace

TEST_CASE("on its evidence alone the same flag stands at the same tier", "[guidance][evidence]") {
    std::map<std::string, std::pair<int, int>> held;  // of a code: how many held, of how many
    for (const json& one : some_histories(4)) {
        const Instant as_of = *parse_iso_instant(one["as_of"].get<std::string>());
        const Guidance whole = evaluate(snapshot_of(one["log"]), as_of);
        for (const auto& [key, track] : whole.tracks) {
            for (const Flag& flag : track->flags) {
                const std::set<RecordId> evidence(flag.evidence.begin(), flag.evidence.end());
                const json alone = only(one["log"], [&](const json& r) {
                    return evidence.contains({r["id"].get<std::string>()});
                });
                const Guidance again = evaluate(snapshot_of(alone), as_of);
                const Flag* same = find_flag(again, key, flag.code);
                auto& [good, all] = held[std::string(name_of(flag.code))];
                ++all;
                good += same != nullptr && same->tier == flag.tier ? 1 : 0;
            }
        }
    }
    for (const auto& [code, counts] : held) {
        std::cout << "  evidence of " << code << ": " << counts.first << " of " << counts.second << "\n";
        INFO(code << ": " << counts.first << " of " << counts.second);
        CHECK(counts.first == counts.second);
    }
}

TEST_CASE("without the records that a flag rests on it does not stand, or rests on others",
          "[guidance][evidence]") {
    for (const json& one : some_histories(10)) {
        const Instant as_of = *parse_iso_instant(one["as_of"].get<std::string>());
        const Guidance whole = evaluate(snapshot_of(one["log"]), as_of);
        for (const auto& [key, track] : whole.tracks) {
            for (const Flag& flag : track->flags) {
                const std::set<RecordId> evidence(flag.evidence.begin(), flag.evidence.end());
                const json rest = only(one["log"], [&](const json& r) {
                    return !evidence.contains({r["id"].get<std::string>()});
                });
                const Guidance again = evaluate(snapshot_of(rest), as_of);
                const Flag* same = find_flag(again, key, flag.code);
                INFO(name_of(flag.code));
                CHECK_FALSE(flag.evidence.empty());
                CHECK((same == nullptr || same->evidence != flag.evidence));
            }
        }
    }
}

TEST_CASE("recording what clears a flag makes it go", "[guidance][evidence]") {
    std::map<std::string, std::pair<int, int>> gone;
    for (const json& one : some_histories(4)) {
        const Instant as_of = *parse_iso_instant(one["as_of"].get<std::string>());
        const Guidance whole = evaluate(snapshot_of(one["log"]), as_of);
        for (const auto& [key, track] : whole.tracks) {
            for (const Flag& flag : track->flags) {
                const auto cleared = after_clearing(one["log"], key, flag, *track, as_of);
                auto& [good, all] = gone[std::string(name_of(flag.code))];
                ++all;
                good +=
                    find_flag(evaluate(snapshot_of(cleared.log), cleared.as_of), key, flag.code) == nullptr
                        ? 1
                        : 0;
            }
        }
    }
    for (const auto& [code, counts] : gone) {
        std::cout << "  cleared " << code << ": " << counts.first << " of " << counts.second << "\n";
        INFO(code << ": " << counts.first << " of " << counts.second);
        CHECK(counts.first == counts.second);
    }
}

TEST_CASE("the order of records, later records and other areas change nothing", "[guidance][property]") {
    std::mt19937 dice(7);
    for (const json& one : some_histories(20)) {
        const std::string as_of = one["as_of"];
        const json expected = answer_of(snapshot_of(one["log"]), as_of);
        json shuffled = one["log"];
        std::shuffle(shuffled["sessions"].begin(), shuffled["sessions"].end(), dice);
        std::shuffle(shuffled["checkins"].begin(), shuffled["checkins"].end(), dice);
        CHECK(answer_of(snapshot_of(shuffled), as_of) == expected);

        json more = one["log"];
        const Instant now = *parse_iso_instant(as_of);
        more["checkins"].push_back(checkin_at(plus_seconds(now, 3600), "calf", "left", 9, "later"));
        more["checkins"].push_back(checkin_at(plus_seconds(now, -86400), "hand", "left", 9, "elsewhere"));
        json got = answer_of(snapshot_of(more), as_of);
        got["tracks"].erase("hand/left");
        auto& ignored = got["ignored_future"];
        ignored.erase(std::remove(ignored.begin(), ignored.end(), json("later")), ignored.end());
        CHECK(got == expected);
    }
}

TEST_CASE("a higher newest rating never lowers a tier", "[guidance][property]") {
    for (const json& one : some_histories(20)) {
        const Instant as_of = *parse_iso_instant(one["as_of"].get<std::string>());
        const Guidance whole = evaluate(snapshot_of(one["log"]), as_of);
        for (const auto& [key, track] : whole.tracks) {
            Tier before = Tier::none;
            for (int soreness = 0; soreness <= 10; ++soreness) {
                json more = one["log"];
                more["checkins"].push_back(checkin_at(as_of, key.area, std::string(unknot::name_of(key.side)),
                                                      soreness, "zz-newest"));  // last at its instant
                const Tier tier = evaluate(snapshot_of(more), as_of).find(key)->tier;
                INFO(to_text(key) << " at " << soreness << ": " << name_of(before) << " to "
                                  << name_of(tier));
                CHECK(tier >= before);
                before = tier;
            }
        }
    }
}
