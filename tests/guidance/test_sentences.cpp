#include "app/guidance/guidance.h"
#include "app/guidance/rules.h"
#include "app/words/flags.h"
#include "tests/support/guidance_case.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <cctype>
#include <map>
#include <set>
#include <sstream>

using namespace unknot;
using namespace unknot::guidance;
using namespace unknot::tests;
using nlohmann::json;

namespace {

namespace rules = guidance::rules;

/// What the records of a flag's evidence say.
struct Said {
    std::set<int> ratings;
    std::set<LocalDay> days;
};

Said said_by_evidence(const Snapshot& snapshot, const Flag& flag) {
    Said said;
    const auto take = [&](const Instant& at, const std::optional<Soreness>& soreness) {
        said.days.insert(local_day(at));
        if (soreness) {
            said.ratings.insert(soreness->value());
        }
    };
    for (const RecordId& id : flag.evidence) {
        if (const auto session = snapshot.find_session(id)) {
            take(session->started_at, session->soreness_before);
        } else {
            const auto checkin = snapshot.find_checkin(id);
            REQUIRE(checkin != nullptr);
            take(checkin->at, checkin->soreness);
        }
    }
    for (const EvidenceRating& rating : flag.ratings) {
        said.days.insert(rating.day);  // a follow-up date differs from the local day in the small hours
    }
    return said;
}

/// The numbers that the sentence of a flag may name: ratings of its evidence where it names ratings, or by
/// how much they rose.
std::set<int> allowed_numbers(const Flag& flag, const Said& said, int start) {
    switch (flag.code) {
        case FlagCode::severe:
        case FlagCode::no_check_in:
        case FlagCode::building_across_sessions: return said.ratings;
        case FlagCode::ongoing: return {rules::ongoing_least};
        case FlagCode::spike:
        case FlagCode::building_across_days: break;
        default: return {};
    }
    std::set<int> rises;
    for (const int to : said.ratings) {
        rises.insert(to - start);
        for (const int from : said.ratings) {
            rises.insert(to - from);
        }
    }
    return rises;
}

/// The numbers in words that belong to a flag's term, each a constant of the rules.
const std::map<FlagCode, std::map<std::string, int>> terms{
    {FlagCode::lingering, {{"two", rules::lingering_age}}},
    {FlagCode::building_across_days, {{"three", rules::building_values}}},
    {FlagCode::pressure_too_high, {{"one", 1}}},  // RULES section 7: one level lower
    {FlagCode::ongoing, {{"two", rules::ongoing_span_days / 7}}},
};
const std::map<std::string, int> number_words{{"one", 1},  {"two", 2}, {"three", 3}, {"four", 4},
                                              {"five", 5}, {"six", 6}, {"seven", 7}, {"eight", 8},
                                              {"nine", 9}, {"ten", 10}};

std::vector<std::string> tokens(const std::string& text) {
    std::vector<std::string> out(1);
    for (const char c : text) {
        if (std::isalnum(static_cast<unsigned char>(c)) != 0) {
            out.back() += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
        } else if (!out.back().empty()) {
            out.emplace_back();
        }
    }
    return out;
}

void remove_all(std::string& text, const std::string& part) {
    for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part)) {
        text.erase(at, part.size());
    }
}

/// The numbers and dates of a sentence that neither its evidence nor its term explains.
std::string unexplained(const Flag& flag, const Said& said, int start, LocalDay today) {
    const words::Catalogue words;
    std::string text = words::sentence(words, flag, today);
    for (auto day = said.days.rbegin(); day != said.days.rend(); ++day) {
        remove_all(text, words::plain_date(words, *day, today));
    }
    const std::set<int> allowed = allowed_numbers(flag, said, start);
    std::string left;
    for (const std::string& token : tokens(text)) {
        const bool digits = !token.empty() && std::isdigit(static_cast<unsigned char>(token.front())) != 0;
        const auto word = number_words.find(token);
        const auto term = terms.find(flag.code);
        const bool named = term != terms.end() && term->second.contains(token) &&
                           word != number_words.end() && term->second.at(token) == word->second;
        if ((digits && !allowed.contains(std::stoi(token))) || (word != number_words.end() && !named)) {
            left += token + " ";
        }
    }
    return left;
}

}  // namespace

TEST_CASE("no sentence names a number or a date that is not in its evidence", "[guidance][words]") {
    std::istringstream lines(test_data("guidance/corpus.jsonl.gz"));
    std::string line;
    std::map<FlagCode, int> met;
    for (int i = 0; std::getline(lines, line); ++i) {
        if (i % 3 != 0) {
            continue;
        }
        const json one = json::parse(line);
        const Snapshot snapshot = snapshot_of(one["log"]);
        const Guidance guidance = evaluate(snapshot, *parse_iso_instant(one["as_of"].get<std::string>()));
        for (const auto& [key, track] : guidance.tracks) {
            const int start =
                track->starting_level ? track->starting_level->value() : rules::unknown_starting_level;
            for (const Flag& flag : track->flags) {
                ++met[flag.code];
                INFO(words::sentence(words::Catalogue{}, flag, guidance.today));
                CHECK(unexplained(flag, said_by_evidence(snapshot, flag), start, guidance.today).empty());
            }
        }
        for (const Flag& flag : guidance.global) {
            CHECK(unexplained(flag, said_by_evidence(snapshot, flag), 0, guidance.today).empty());
        }
    }
    CHECK(met.size() == 15);
    // The check itself must be able to fail.
    Flag invented;
    invented.code = FlagCode::severe;
    invented.rating = Soreness::of(9);
    CHECK(unexplained(invented, {{7, 8}, {}}, 2, LocalDay{20000}) == "9 ");
    invented.code = FlagCode::not_settled;
    invented.since = LocalDay{20000};
    CHECK(unexplained(invented, {{7, 8}, {LocalDay{20001}}}, 2, LocalDay{20002}) == "4 ");
}
