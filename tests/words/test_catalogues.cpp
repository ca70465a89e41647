#include "app/words/languages.h"
#include "app/words/letters.h"
#include "app/words/phrases.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <array>
#include <set>

using namespace unknot;

namespace {

words::Catalogue in(std::string_view language) {
    return words::catalogue_of(language).value();
}

LocalDay day(int year, int month, int of_month) {
    return local_day(CalendarDate{year, month, of_month}).value();
}

/// How every form of a date says two days, seen from a day of 2026.
struct Dates {
    std::string_view language;
    std::string_view of_year, of_another_year, long_form, short_form, with_weekday, month;
};
constexpr std::array<Dates, 4> dates{{
    {"en", "7 March", "1 November 2025", "Saturday 7 March", "7 Mar", "Sat 7 Mar", "Mar 2026"},
    {"de", "7. März", "1. November 2025", "Samstag, 7. März", "7. März", "Sa 7. März", "März 2026"},
    {"es", "7 de marzo", "1 de noviembre de 2025", "sábado, 7 de marzo", "7 mar", "sáb 7 mar", "mar 2026"},
    {"fr", "7 mars", "1er novembre 2025", "samedi 7 mars", "7 mars", "sam. 7 mars", "mars 2026"},
}};

constexpr std::array<words::Translation, 1> week_from_sunday{
    {{"first day of the week, 1 = Monday to 7 = Sunday\x04"
      "1",
      "7", ""}}};

}  // namespace

TEST_CASE("there is a catalogue of English, German, Spanish and French", "[words]") {
    const auto languages = words::languages();
    CHECK(std::vector<std::string_view>(languages.begin(), languages.end()) ==
          std::vector<std::string_view>{"en", "de", "es", "fr"});
    for (const std::string_view language : languages) {
        CHECK(in(language).language() == language);
    }
    CHECK_FALSE(words::catalogue_of("it").has_value());
    CHECK_FALSE(words::catalogue_of("").has_value());
}

TEST_CASE("dates are said as each language says them", "[words]") {
    const LocalDay today = day(2026, 3, 7);
    for (const Dates& expected : dates) {
        const words::Catalogue words = in(expected.language);
        INFO(expected.language);
        CHECK(words::plain_date(words, today, today) == expected.of_year);
        CHECK(words::plain_date(words, day(2025, 11, 1), today) == expected.of_another_year);
        CHECK(words::long_date(words, today, today) == expected.long_form);
        CHECK(words::short_date(words, today, today) == expected.short_form);
        CHECK(words::weekday_date(words, today, today) == expected.with_weekday);
        CHECK(words::month_date(words, today, true) == expected.month);
        CHECK(words::first_weekday(words) == 1);
    }
}

TEST_CASE("a catalogue says on which day its weeks begin", "[words]") {
    CHECK(words::first_weekday({"xx", week_from_sunday}) == 7);
}

TEST_CASE("nothing is singular in French alone", "[words]") {
    const auto sessions = [](std::string_view language, std::size_t count) {
        return in(language).plural("{0} session", "{0} sessions", count);
    };
    CHECK(sessions("en", 0) == "0 sessions");
    CHECK(sessions("de", 0) == "0 Massagen");
    CHECK(sessions("es", 0) == "0 sesiones");
    CHECK(sessions("fr", 0) == "0 séance");
    CHECK(sessions("de", 1) == "1 Massage");
    CHECK(sessions("fr", 2) == "2 séances");
}

TEST_CASE("every area has a phrase with each of its sides in every language, and no two are the same",
          "[words]") {
    const AreaCatalogue areas;
    for (const std::string_view language : words::languages()) {
        const words::Catalogue words = in(language);
        std::set<std::string> phrases;
        for (const Area& area : areas.all()) {
            for (const Side side : {Side::left, Side::right, Side::center, Side::both}) {
                if (!area.sides.has(side)) {
                    continue;
                }
                const std::string phrase = words::place(words, areas, area.id, side);
                INFO(language << ": " << area.id << ": " << phrase);
                CHECK_FALSE(phrase.empty());
                CHECK(phrases.insert(phrase).second);
                CHECK((language == "en" || phrase != words::place({}, areas, area.id, side)));
            }
            const std::string alone = words::area_name(words, areas, area.id);
            INFO(language << ": " << alone);
            CHECK_FALSE(alone.empty());
            CHECK_FALSE(words::muscle_word(words, area).empty());
            CHECK_FALSE(words::region_word(words, area).empty());
        }
    }
}

TEST_CASE("what a catalogue does not have is said in English", "[words]") {
    CHECK(in("de").text("No such text") == "No such text");
    CHECK(in("de").text_in("no such context", "Time") == "Time");
    CHECK(in("de").plural("{0} thing", "{0} things", 2) == "2 things");
}

TEST_CASE("the same English word is another one where it means another thing", "[words]") {
    const words::Catalogue german = in("de");
    CHECK(german.text_in("pressure", "moderate") == "mittel");
    CHECK(german.text_in("time of day", "Time") == "Uhrzeit");
    CHECK(german.text("Time") == "Zeit");
}

TEST_CASE("the beginning of a line is a capital, in accented letters too", "[words]") {
    CHECK(words::capitalised("session saved") == "Session saved");
    CHECK(words::capitalised("área") == "Área");
    CHECK(words::capitalised("État") == "État");
    CHECK(words::capitalised("0 to 10") == "0 to 10");
    CHECK(words::capitalised("÷") == "÷");
    CHECK(words::capitalised("").empty());
}

TEST_CASE("a search minds neither capitals nor accents", "[words]") {
    CHECK(words::folded("Épaule gauche") == "epaule gauche");
    CHECK(words::folded("Fußsohle, ÄÖÜ") == "fusssohle, aou");
    CHECK(words::folded("Cœur") == "coeur");
    CHECK(words::folded("mañana") == "manana");
    CHECK(words::folded("2 × 3 ÷ 1") == "2 × 3 ÷ 1");
    CHECK(words::folded("日本 \xC3") == "日本 \xC3");
}
