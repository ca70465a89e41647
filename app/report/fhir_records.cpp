#include "app/domain/text.h"
#include "app/report/fhir_parts.h"
#include "app/words/flags.h"
#include "app/words/phrases.h"

namespace unknot::report::fhir {

namespace {

/// FHIR's dateTime takes offsets up to 14:00; what was recorded at another one is written in UTC.
std::string date_time(const Instant& at) {
    constexpr int largest_offset = 14 * 60;
    const bool taken = at.offset_minutes >= -largest_offset && at.offset_minutes <= largest_offset;
    return to_iso(taken ? at : Instant{at.utc_ms, 0});
}

void add_note(Json& resource, const std::string& note, const Maker& maker) {
    const std::string text = plain(note);
    if (maker.extract.selection.notes && !trimmed(text).empty()) {
        resource["note"] = Json::array({{{"text", text}}});
    }
}

Json category() {
    return Json::array(
        {{{"coding", Json::array({{{"system", "http://terminology.hl7.org/CodeSystem/observation-category"},
                                   {"code", "survey"},
                                   {"display", "Survey"}}})}}});
}

/// One component for each answer that was given, or one that says that there was none. Not asked: nothing.
template <typename E, std::size_t count, typename Word>
void add_answers(Json& components, const Json& code, const std::optional<AnswerSet<E>>& answers,
                 const std::array<std::string_view, count>& names, std::string_view none, Word&& word) {
    if (!answers) {
        return;
    }
    for (std::size_t i = 0; i < count; ++i) {
        if (answers->contains(static_cast<E>(i))) {
            components.push_back(
                {{"code", code}, {"valueCodeableConcept", own_concept(names[i], word(static_cast<E>(i)))}});
        }
    }
    if (answers->empty()) {
        components.push_back({{"code", code}, {"valueCodeableConcept", own_concept("none", none)}});
    }
}

Json details_of(const Maker& maker, const Session& session) {
    const words::Catalogue& words = maker.words;
    Json components = Json::array();
    components.push_back(
        {{"code", own_concept("pressure", words.text("Pressure, 1 very light to 5 too much"))},
         {"valueInteger", number(session.pressure)}});
    if (session.duration) {
        components.push_back({{"code", own_concept("duration", words.text("Duration"))},
                              {"valueQuantity", quantity(session.duration->seconds(), "s")}});
    }
    if (session.soreness_before) {
        components.push_back(
            {{"code", own_concept("soreness_before", words.text("Soreness before the session, 0 to 10"))},
             {"valueQuantity", quantity(session.soreness_before->value(), "{score}")}});
    }
    add_answers(components, own_concept("sensation", words.text("Felt while pressing")), session.sensations,
                sensation_names, words.text("Nothing of what was asked"),
                [&](Sensation one) { return words::sensation_word(words, one); });
    add_answers(components, own_concept("screening", words.text("Reason to leave the area out")),
                session.screening, screening_names, words.text("Nothing of what was asked"),
                [&](Screening one) { return words::screening_word(words, one); });
    return components;
}

/// When the session was: from its beginning to its end where its duration was recorded.
Json period_of(const Session& session) {
    Json period{{"start", date_time(session.started_at)}};
    if (session.duration) {
        period["end"] = date_time(plus_seconds(session.started_at, session.duration->seconds()));
    }
    return period;
}

}  // namespace

Json procedure(const Maker& maker, const Session& session) {
    Json procedure{{"resourceType", "Procedure"},
                   {"status", "completed"},
                   {"code", concept_of(maker.words.text("Self-massage"))},
                   {"subject", reference(maker.patient())},
                   {"performedPeriod", period_of(session)},
                   {"performer", Json::array({{{"actor", reference(maker.patient())}}})},
                   {"bodySite", Json::array({body_site(maker, session.area, session.side)})}};
    add_note(procedure, session.note, maker);
    if (!session.tool.empty()) {
        procedure["usedCode"] = Json::array({concept_of(session.tool)});
    }
    return procedure;
}

Json session_details(const Maker& maker, const Session& session) {
    Json details{{"resourceType", "Observation"},
                 {"partOf", Json::array({reference(maker.urn(session_kind, session.id.text()))})},
                 {"status", "final"},
                 {"category", category()},
                 {"code", own_concept("session", maker.words.text("Self-massage: how hard and how long"))},
                 {"subject", reference(maker.patient())},
                 {"effectivePeriod", period_of(session)}};
    if (session.entered_at) {
        details["issued"] = date_time(*session.entered_at);
    }
    details["performer"] = Json::array({reference(maker.patient())});
    details["bodySite"] = body_site(maker, session.area, session.side);
    details["component"] = details_of(maker, session);
    return details;
}

Json soreness(const Maker& maker, const CheckIn& checkin) {
    const words::Catalogue& words = maker.words;
    Json code{{"coding",
               Json::array({{{"system", "http://loinc.org"},
                             {"code", "72514-3"},
                             {"display", "Pain severity - 0-10 verbal numeric rating [Score] - Reported"}}})},
              {"text", plain(words.text("Soreness on the days after self-massage, 0 none to 10"))}};
    Json rating{{"resourceType", "Observation"},
                {"status", "final"},
                {"category", category()},
                {"code", code},
                {"subject", reference(maker.patient())},
                {"effectiveDateTime", date_time(checkin.at)}};
    if (checkin.entered_at) {
        rating["issued"] = date_time(*checkin.entered_at);
    }
    rating["performer"] = Json::array({reference(maker.patient())});
    if (checkin.soreness) {
        rating["valueQuantity"] = quantity(checkin.soreness->value(), "{score}");
    } else {
        rating["dataAbsentReason"] = {
            {"coding", Json::array({{{"system", "http://terminology.hl7.org/CodeSystem/data-absent-reason"},
                                     {"code", "unknown"},
                                     {"display", "Unknown"}}})},
            {"text", plain(words.text("Not answered"))}};
    }
    add_note(rating, checkin.note, maker);
    rating["bodySite"] = body_site(maker, checkin.area, checkin.side);
    Json signs = Json::array();
    add_answers(signs, own_concept("warning_sign", words.text("Warning sign")), checkin.symptoms,
                symptom_names, words.text("Nothing of what was asked"),
                [&](Symptom one) { return words::symptom_word(words, one); });
    if (!signs.empty()) {
        rating["component"] = signs;
    }
    return rating;
}

Json detected_issue(const Maker& maker, const FlagRow& row) {
    const words::Catalogue& words = maker.words;
    Json issue{{"resourceType", "DetectedIssue"},
               {"status", "final"},
               {"code", own_concept(guidance::name_of(row.code), words::flag_word(words, row.code))},
               {"patient", reference(maker.patient())}};
    if (row.from) {
        issue["identifiedPeriod"]["start"] = to_iso(*row.from);
        if (row.to) {
            issue["identifiedPeriod"]["end"] = to_iso(*row.to);
        }
    }
    issue["author"] = reference(maker.device());
    Json sessions = Json::array();
    Json ratings = Json::array();
    for (const RecordId& id : row.flag->evidence) {
        if (maker.sessions.contains(id)) {
            sessions.push_back(reference(maker.urn(session_kind, id.text())));
        } else if (maker.checkins.contains(id)) {
            ratings.push_back(reference(maker.urn(checkin_kind, id.text())));
        }
    }
    if (!sessions.empty()) {
        issue["implicated"] = sessions;
    }
    if (!ratings.empty()) {
        issue["evidence"] = Json::array({{{"detail", ratings}}});
    }
    issue["detail"] =
        plain(words.say("{0}. {1}", words::tier_word(words, row.tier), flag_line(words, maker.extract, row)));
    return issue;
}

}  // namespace unknot::report::fhir
