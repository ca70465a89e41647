#include "app/views/guide/parts.h"
#include "app/words/article.h"
#include "app/words/languages.h"
#include "app/words/rules.h"
#include "app/words/user_guide.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <set>

using namespace unknot;

namespace {

const words::Catalogue english;

}  // namespace

TEST_CASE("every statement of the article but its closing note is in exactly one part of the guide",
          "[guide]") {
    std::multiset<std::string> shown;
    for (int moment = 0; moment <= static_cast<int>(words::Moment::habits); ++moment) {
        for (const words::Statement& statement :
             words::statements(english, static_cast<words::Moment>(moment))) {
            CHECK_FALSE(statement.says.empty());
            CHECK_FALSE(statement.section.empty());
            shown.insert(std::string(statement.id));
        }
    }
    for (int i = 1; i <= 35; ++i) {
        INFO("G" << i);
        CHECK(shown.count("G" + std::to_string(i)) == 1);
    }
    CHECK(shown.size() == 35);
}

TEST_CASE("every part of the guide has a title of its own", "[guide]") {
    std::set<std::string> titles;
    for (std::size_t i = 0; i < views::guide_part_count; ++i) {
        titles.insert(std::string(views::part_title(english, static_cast<views::GuidePart>(i))));
    }
    CHECK(titles.size() == views::guide_part_count);
    CHECK(titles.count("") == 0);
}

TEST_CASE("the part in view is the last one that began above", "[guide]") {
    views::PartTops tops{};
    for (std::size_t i = 0; i < tops.size(); ++i) {
        tops[i] = static_cast<float>(100 * i);
    }
    CHECK(views::part_at(tops, -5) == views::GuidePart::before_you_start);
    CHECK(views::part_at(tops, 350) == views::GuidePart::afterwards);
    CHECK(views::part_at(tops, 99999) == views::GuidePart::about);
}

TEST_CASE("the rules are told in sentences, each gap filled, and say whose numbers they are", "[guide]") {
    for (const words::RuleGroup& group : words::rules_in_words(english)) {
        CHECK_FALSE(group.heading.empty());
        for (const words::RuleText& rule : group.rules) {
            INFO(rule.text);
            CHECK(rule.text.back() == '.');
            CHECK(rule.text.find('{') == std::string::npos);
        }
    }
    CHECK(words::whose_numbers(english) ==
          "**The numbers are ours.** The article gives none. Settled here is at most 1 above the start, but "
          "2 at "
          "least and 6 at most; not settled on day 3 is a pause.");
}

TEST_CASE("every part of the user's guide has a title and something to say, in every language", "[guide]") {
    for (const std::string_view language : words::languages()) {
        const auto catalogue = words::catalogue_of(language);
        REQUIRE(catalogue);
        const auto parts = words::user_guide(*catalogue);
        CHECK(parts.size() >= 10);
        for (const words::UserGuidePart& part : parts) {
            CHECK_FALSE(part.title.empty());
            REQUIRE_FALSE(part.says.empty());
            CHECK(std::none_of(part.says.begin(), part.says.end(),
                               [](std::string_view text) { return text.empty(); }));
        }
    }
}

TEST_CASE("a statement is found in the part that shows it", "[guide]") {
    CHECK(views::part_with("G2") == views::GuidePart::before_you_start);
    CHECK(views::part_with("G24") == views::GuidePart::afterwards);
    CHECK(views::part_with("G27") == views::GuidePart::when_to_seek_care);
    CHECK(views::part_with("G99") == views::GuidePart::before_you_start);
}
