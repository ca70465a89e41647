#include "tests/report/rooms.h"
#include "tests/support/checkers.h"
#include "tests/support/guidance_case.h"

#include <catch2/catch_test_macros.hpp>
#include <nlohmann/json.hpp>

#include <functional>

using namespace unknot::tests;
using nlohmann::json;

namespace {

/// What the checkers of tests/npm say of FHIR documents; all of them unless one is named.
Finished check_fhir(const std::vector<std::string>& files, const std::string& only = {}) {
    std::vector<std::string> words{"node", in_source("tests/npm/check_fhir.mjs")};
    if (!only.empty()) {
        words.insert(words.end(), {"--only", only});
    }
    words.push_back(npm_modules());
    words.insert(words.end(), files.begin(), files.end());
    return run_command(words);
}

std::vector<json> resources(const json& bundle, const std::string& type) {
    std::vector<json> found;
    for (const json& entry : bundle["entry"]) {
        if (entry["resource"]["resourceType"] == type) {
            found.push_back(entry["resource"]);
        }
    }
    return found;
}

}  // namespace

TEST_CASE("FHIR documents of every worked case and of odd logs pass every checker", "[report][fhir]") {
    (void)npm_modules();
    const Scene scene;
    std::vector<std::string> files;
    int number = 0;
    const json vectors = json::parse(test_data("guidance/vectors.json"));
    for (const json& vector : vectors["vectors"]) {
        const std::string of = std::to_string(number++);
        const std::map<std::string, std::string> at{{"UNKNOT_NOW", vector["as_of"]}, {"TZ", "UTC"}};
        const std::string db = scene.path(of + ".db");
        REQUIRE(
            run_program({"--db", db, "import", scene.put(of + ".json", vector["log"].dump())}, at).status ==
            0);
        files.push_back(
            scene.put(of + ".fhir.json", run_program({"--db", db, "export", "--format", "fhir"}, at).out));
    }
    REQUIRE(scene.run({"profile", "--condition", "none"}).status == 0);
    files.push_back(scene.put("empty.json", scene.run({"export", "--format", "fhir"}).out));
    put_odd_log(scene, " a \"note\"\n with <markup> & \xF0\x9F\x92\x86\xE2\x80\xA8");
    files.push_back(
        scene.put("odd-all.json", scene
                                      .run({"export", "--format", "fhir", "--notes", "--name",
                                            "A\xC2\xA0<Person>", "--birth-date", "1980-02-29", "--snomed"})
                                      .out));
    files.push_back(scene.put("part.json", scene
                                               .run({"export", "--format", "fhir", "--from", "2026-03-03",
                                                     "--to", "2026-03-04", "--area", "calf"})
                                               .out));
    const Finished finished = check_fhir(files);
    INFO(finished.out.substr(0, 3000) << finished.err.substr(0, 2000));
    CHECK(finished.status == 0);
}

TEST_CASE("every checker of FHIR documents rejects a document that is broken in one place",
          "[report][fhir]") {
    (void)npm_modules();
    const Scene scene;
    put_odd_log(scene, "a note");
    const json good =
        json::parse(scene.run({"export", "--format", "fhir", "--birth-date", "1980-02-29"}).out);
    const auto change = [&](const std::string& type, const std::function<void(json&)>& how) {
        json bundle = good;
        for (json& entry : bundle["entry"]) {
            if (entry["resource"]["resourceType"] == type) {
                how(entry["resource"]);
                break;
            }
        }
        return bundle;
    };
    json unnamed = good;
    unnamed.erase("identifier");
    json twice = good;
    twice["entry"][4]["fullUrl"] = twice["entry"][3]["fullUrl"];
    const std::vector<std::pair<std::string, json>> broken{
        {"schema", change("Patient", [](json& patient) { patient["birthDate"] = "29.02.1980"; })},
        {"schema", change("Observation", [](json& one) { one["sore"] = true; })},
        {"medplum", change("Observation", [](json& one) { one.erase("code"); })},
        {"medplum", change("DetectedIssue", [](json& one) { one["detail"] = 4; })},
        {"lantana", change("Observation", [](json& one) { one["status"] = "done"; })},
        {"invariants", unnamed},
        {"invariants", change("Composition",
                              [](json& one) {
                                  one["section"][0] = {{"title", "empty"}};
                              })},
        {"units",
         change("Observation", [](json& one) { one["component"][1]["valueQuantity"]["code"] = "seconds"; })},
        {"document", change("Procedure", [](json& one) { one["subject"]["reference"] = "urn:uuid:none"; })},
        {"document", twice}};
    int number = 0;
    for (const auto& [checker, bundle] : broken) {
        const std::string file = scene.put("broken" + std::to_string(number++) + ".json", bundle.dump());
        const Finished finished = check_fhir({file}, checker);
        INFO(checker << ", file " << number << ": " << finished.out << finished.err.substr(0, 500));
        CHECK(finished.status == 1);
        CHECK(finished.out.starts_with(checker + ": "));
    }
}

TEST_CASE("a FHIR document says who kept the log, who put it together, and what was left out",
          "[report][fhir]") {
    const Scene scene;
    put_odd_log(scene, "a note");
    const json bundle = json::parse(scene.run({"export", "--format", "fhir"}).out);
    CHECK(bundle["type"] == "document");
    CHECK(bundle["entry"][0]["resource"]["resourceType"] == "Composition");
    CHECK(bundle["entry"][0]["resource"]["type"]["coding"][0]["code"] == "51855-5");
    CHECK(resources(bundle, "Patient") == std::vector<json>{{{"resourceType", "Patient"}}});
    const json provenance = resources(bundle, "Provenance").at(0);
    CHECK(provenance["agent"][0]["type"]["coding"][0]["code"] == "informant");
    CHECK(provenance["agent"][1]["type"]["coding"][0]["code"] == "assembler");
    const json labels = bundle["meta"]["security"];
    CHECK(labels[0]["code"] == "PATAST");
    CHECK(labels[1]["code"] == "REDACTED");
    const json whole =
        json::parse(scene.run({"export", "--format", "fhir", "--notes", "--name", "A. Person"}).out);
    CHECK(whole["meta"]["security"].size() == 1);
    CHECK(resources(whole, "Patient").at(0)["name"][0]["text"] == "A. Person");
}

TEST_CASE("a rating that was not given is absent in FHIR, and a rating of 0 is 0", "[report][fhir]") {
    const Scene scene;
    REQUIRE(scene.run({"checkin", "calf", "--side", "left", "0", "--symptoms", "none"}).status == 0);
    const std::string unanswered = scene.put(
        "u.json",
        R"({"checkins": [{"id": "u", "at": "2026-03-01T10:00:00-18:00", "area": "calf", "side": "right"}]})");
    REQUIRE(scene.run({"import", unanswered}).status == 0);
    const json bundle = json::parse(scene.run({"export", "--format", "fhir"}).out);
    const std::vector<json> ratings = resources(bundle, "Observation");
    REQUIRE(ratings.size() == 2);
    CHECK_FALSE(ratings[0].contains("valueQuantity"));
    CHECK(ratings[0]["dataAbsentReason"]["coding"][0]["code"] == "unknown");
    // FHIR knows no offset beyond 14 hours: the same moment in UTC.
    CHECK(ratings[0]["effectiveDateTime"] == "2026-03-02T04:00:00+00:00");
    CHECK_FALSE(ratings[0].contains("component"));
    CHECK(ratings[1]["valueQuantity"]["value"] == 0);
    CHECK(ratings[1]["component"][0]["valueCodeableConcept"]["coding"][0]["code"] == "none");
    CHECK(ratings[1]["code"]["coding"][0]["code"] == "72514-3");
}

TEST_CASE("flags in FHIR name their records and no severity", "[report][fhir]") {
    const Scene scene;
    put_odd_log(scene, "a note");
    const json bundle = json::parse(scene.run({"export", "--format", "fhir"}).out);
    const std::vector<json> issues = resources(bundle, "DetectedIssue");
    REQUIRE(issues.size() > 3);
    std::size_t with_evidence = 0;
    for (const json& issue : issues) {
        CHECK_FALSE(issue.contains("severity"));
        CHECK(issue.contains("author"));
        with_evidence += issue.contains("evidence") || issue.contains("implicated") ? 1U : 0U;
    }
    CHECK(with_evidence + 1 >= issues.size());  // all but the health question
    CHECK(issues[0]["detail"].get<std::string>().starts_with("Pause. "));
}

TEST_CASE("SNOMED CT codes stand in an export only where they were asked for, with their licence",
          "[report][fhir]") {
    const Scene scene;
    put_odd_log(scene, "a note");
    CHECK(scene.run({"export", "--format", "fhir"}).out.find("snomed") == std::string::npos);
    const Finished with = scene.run({"export", "--format", "fhir", "--snomed"});
    CHECK(with.out.find("http://snomed.info/sct") != std::string::npos);
    CHECK(with.err.find("licence") != std::string::npos);
}
