#include "tests/support/golden.h"
#include "tests/support/scene.h"

#include <nlohmann/json.hpp>

#include <catch2/catch_test_macros.hpp>

using namespace unknot::tests;
using nlohmann::json;

namespace {

/// A calf that does not settle, with a warning sign; a neck that nobody rated since its session; a condition.
void fill(const Scene& scene) {
    const std::vector<std::vector<std::string>> lines{
        {"log", "calf", "--side", "left", "--pressure", "4", "--duration", "4:30", "--before", "2", "--at",
         "2026-03-02T19:00"},
        {"checkin", "calf", "--side", "left", "5", "--at", "2026-03-04T08:00"},
        {"checkin", "calf", "--side", "left", "6", "--symptoms", "numbness,fever", "--at",
         "2026-03-06T08:00"},
        {"log", "neck_back", "--side", "both", "--pressure", "2", "--at", "2026-02-20T19:00"},
        {"log", "levator_scapulae", "--side", "right", "--pressure", "5", "--at", "2026-03-06T19:00"},
        {"profile", "--condition", "blood_thinners"}};
    for (const auto& line : lines) {
        REQUIRE(scene.run(line).status == 0);
    }
}

}  // namespace

TEST_CASE("flags are said in German, Spanish and French, every word of them", "[cli][words]") {
    const Scene scene;
    fill(scene);
    for (const std::string language : {"de", "es", "fr"}) {
        const Finished flags = scene.run({"flags", "--lang", language});
        CHECK(flags.status == 0);
        CHECK(golden_difference("cli/flags_" + language + ".txt", flags.out).empty());
    }
}

TEST_CASE("the environment's language is spoken where none is named", "[cli][words]") {
    Scene scene;
    const auto disclaimer = [&] {
        const std::string out = scene.run({"today"}).out;
        return out.substr(out.rfind('\n', out.size() - 2) + 1);
    };
    fill(scene);
    const std::string english = "General information, not medical advice.\n";
    const std::string german = "Allgemeine Information, kein medizinischer Rat.\n";
    CHECK(disclaimer() == english);
    scene.environment["LANG"] = "de_DE.UTF-8";
    CHECK(disclaimer() == german);
    scene.environment["LC_MESSAGES"] = "fr_CH.UTF-8@euro";
    CHECK(disclaimer() == "Information g\u00e9n\u00e9rale, pas un avis m\u00e9dical.\n");
    scene.environment["LC_ALL"] = "es";
    CHECK(disclaimer() == "Informaci\u00f3n general, no consejo m\u00e9dico.\n");
    scene.environment["LC_ALL"] = "C.UTF-8";
    CHECK(disclaimer() == english);
    scene.environment["LC_ALL"] = "";  // empty is as if it were not set
    scene.environment["LC_MESSAGES"] = "it_IT.UTF-8";
    CHECK(disclaimer() == english);  // no catalogue of it
    CHECK(scene.run({"today", "--lang", "de"}).out.ends_with(german));
}

TEST_CASE("a language that is not there is named with those that are", "[cli][words]") {
    const Scene scene;
    const Finished asked = scene.run({"--lang", "it", "flags"});
    CHECK(asked.status == 2);
    CHECK(asked.err == "There is no language \"it\"; there are: en, de, es, fr.\n");
}

TEST_CASE("JSON has the same keys and codes in every language, and its sentences in the one asked for",
          "[cli][words]") {
    const Scene scene;
    fill(scene);
    json english = json::parse(scene.run({"flags", "--json"}).out);
    json german = json::parse(scene.run({"flags", "--json", "--lang", "de"}).out);
    CHECK(english != german);
    const auto take_sentences = [](json& flags) {
        for (json& flag : flags) {
            CHECK(flag.erase("sentence") + flag.erase("clears") == 2);
        }
    };
    for (json* printed : {&english, &german}) {
        take_sentences((*printed)["global"]);
        for (json& track : (*printed)["tracks"]) {
            take_sentences(track["flags"]);
        }
    }
    CHECK(english == german);
}

TEST_CASE("what is not accepted is said in the language asked for, in one sentence", "[cli][words]") {
    const Scene scene;
    fill(scene);
    const Finished refused = scene.run({"log", "calf", "--side", "left", "--pressure", "9", "--lang", "de"});
    CHECK(refused.status == 1);
    CHECK(
        refused.err ==
        "Die Druckstufe \u201e9\u201c liegt nicht auf der Skala; angenommen werden ganze Zahlen von 1 (sehr "
        "leicht) bis 5 (zu viel).\n");
}

TEST_CASE("completion names the areas in the language of the terminal", "[cli][words]") {
    Scene scene;
    scene.environment["LANG"] = "fr_FR.UTF-8";
    const std::string offered = scene.run({"completion", "candidates", "--", "log", "cal"}).out;
    CHECK(offered == "calf\tMollet\n");
}
