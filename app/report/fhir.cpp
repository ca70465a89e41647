#include "app/report/fhir.h"

#include "app/report/fhir_parts.h"
#include "app/words/phrases.h"
#include "app/words/records.h"

namespace unknot::report {

namespace fhir {

namespace {

std::string paragraph_of(std::string_view text) {
    return "<p>" + in_markup(text) + "</p>";
}

Json narrative(const std::string& markup) {
    return {{"status", "generated"},
            {"div", "<div xmlns=\"http://www.w3.org/1999/xhtml\">" + markup + "</div>"}};
}

std::string summary(const Maker& maker) {
    const words::Catalogue& words = maker.words;
    const Extract& extract = maker.extract;
    std::string markup = paragraph_of(words::period_text(words, extract.first, extract.last));
    markup += paragraph_of(words.text("Kept by the person themselves; not a measurement by a clinician."));
    markup += paragraph_of(words::counts_text(words, extract.counts.sessions, extract.counts.checkins));
    markup += paragraph_of(flags_text(words, extract));
    return markup + paragraph_of(words::disclaimer(words));
}

Json section(std::string_view title, const std::string& markup, Json entries) {
    Json section{{"title", plain(title)}, {"text", narrative(markup)}};
    if (!entries.empty()) {
        section["entry"] = std::move(entries);
    }
    return section;
}

Json flags_section(const Maker& maker) {
    std::string markup = paragraph_of(flags_text(maker.words, maker.extract));
    std::string items;
    Json entries = Json::array();
    for (const FlagRow& row : maker.extract.flags) {
        const std::string days = flag_days(maker.words, maker.extract, row);
        const std::string line = flag_line(maker.words, maker.extract, row);
        items += "<li>" + in_markup(days.empty() ? line : maker.words.say("{0} ({1})", line, days)) + "</li>";
        entries.push_back(reference(maker.urn(flag_kind, flag_name(row))));
    }
    if (!items.empty()) {
        markup += "<ul>" + items + "</ul>";
    }
    return section(maker.words.text("Flags"), markup, std::move(entries));
}

Json soreness_section(const Maker& maker) {
    Json entries = Json::array();
    for (const LogEntry& entry : maker.extract.entries) {
        if (entry.checkin) {
            entries.push_back(reference(maker.urn(checkin_kind, entry.id().text())));
        }
    }
    const Counts& counts = maker.extract.counts;
    const std::string text = maker.words.say(
        "Check-ins: {0}, of which {1} were answered with a rating. Soreness goes from 0, none, to "
        "10; its own scale, never mixed with pressure.",
        counts.checkins, counts.ratings);
    return section(maker.words.text("Soreness"), paragraph_of(text), std::move(entries));
}

Json sessions_section(const Maker& maker) {
    Json entries = Json::array();
    for (const LogEntry& entry : maker.extract.entries) {
        if (entry.session) {
            entries.push_back(reference(maker.urn(session_kind, entry.id().text())));
            entries.push_back(reference(maker.urn(session_details_kind, entry.id().text())));
        }
    }
    const std::string text = maker.words.say(
        "Sessions: {0}. Pressure goes from 1, very light, to 5, too much.", maker.extract.counts.sessions);
    return section(maker.words.text("Sessions"), paragraph_of(text), std::move(entries));
}

}  // namespace

Json composition(const Maker& maker) {
    return {
        {"resourceType", "Composition"},
        {"meta", {{"security", security_labels(maker)}}},
        {"language", maker.words.language()},
        {"text", narrative(summary(maker))},
        {"status", "final"},
        {"type",
         {{"coding",
           Json::array(
               {{{"system", "http://loinc.org"}, {"code", "51855-5"}, {"display", "Patient Note"}}})}}},
        {"subject", reference(maker.patient())},
        {"date", to_iso(maker.extract.made_at)},
        {"author", Json::array({reference(maker.patient()), reference(maker.device())})},
        {"title", plain(maker.words.text("Self-massage and soreness log"))},
        {"section", Json::array({flags_section(maker), soreness_section(maker), sessions_section(maker)})}};
}

Json patient(const Maker& maker) {
    Json patient{{"resourceType", "Patient"}};
    const std::string& name = maker.extract.selection.name;
    if (!name.empty()) {
        patient["name"] = Json::array({{{"text", plain(name)}}});
    }
    if (maker.options.birth_date) {
        patient["birthDate"] = to_iso(*maker.options.birth_date);
    }
    return patient;
}

Json device(const Maker& maker) {
    return {{"resourceType", "Device"},
            {"deviceName", Json::array({{{"name", "Unknot"}, {"type", "user-friendly-name"}}})},
            {"type", concept_of(maker.words.text("A program that keeps a log"))}};
}

Json provenance(const Maker& maker) {
    const auto agent = [](const char* type, const std::string& who) {
        return Json{
            {"type",
             {{"coding",
               Json::array({{{"system", "http://terminology.hl7.org/CodeSystem/provenance-participant-type"},
                             {"code", type}}})}}},
            {"who", reference(who)}};
    };
    return {
        {"resourceType", "Provenance"},
        {"target", Json::array({reference(maker.urn("composition", maker.document))})},
        {"recorded", to_iso(maker.extract.made_at)},
        {"agent", Json::array({agent("informant", maker.patient()), agent("assembler", maker.device())})}};
}

namespace {

/// What tells this document from every other one.
std::string document_name(const Extract& extract) {
    std::string name = to_iso(extract.made_at) + " " + to_iso(extract.first) + " " + to_iso(extract.last);
    for (const std::string& area : extract.selection.areas) {
        name += " " + area;
    }
    for (const std::string& left_out : omitted(extract.selection)) {
        name += " -" + left_out;
    }
    return name;
}

/// The bundle's entries, one on a line.
class Entries {
public:
    explicit Entries(const Sink& sink) : sink_(sink) {}

    void add(const std::string& urn, const Json& resource) {
        const Json entry{{"fullUrl", urn}, {"resource", resource}};
        sink_((any_ ? ",\n" : "\n") + entry.dump());
        any_ = true;
    }

private:
    const Sink& sink_;
    bool any_ = false;
};

void add_records(Entries& out, const Maker& maker) {
    for (const FlagRow& row : maker.extract.flags) {
        out.add(maker.urn(flag_kind, flag_name(row)), detected_issue(maker, row));
    }
    for (const LogEntry& entry : maker.extract.entries) {
        const std::string& id = entry.id().text();
        if (entry.session) {
            out.add(maker.urn(session_kind, id), procedure(maker, *entry.session));
            out.add(maker.urn(session_details_kind, id), session_details(maker, *entry.session));
        } else {
            out.add(maker.urn(checkin_kind, id), soreness(maker, *entry.checkin));
        }
    }
}

/// The bundle up to its entries, which come one by one.
std::string bundle_head(const Maker& maker) {
    const Json head{
        {"resourceType", "Bundle"},
        {"meta", {{"security", security_labels(maker)}}},
        {"identifier", {{"system", "urn:ietf:rfc:3986"}, {"value", maker.urn("bundle", maker.document)}}},
        {"type", "document"},
        {"timestamp", to_iso(maker.extract.made_at)}};
    std::string text = head.dump();
    text.pop_back();
    return text + ",\"entry\":[";
}

}  // namespace

}  // namespace fhir

void write_fhir(const Extract& extract, const words::Catalogue& words, const FhirOptions& options,
                const Sink& sink) {
    fhir::Maker maker{extract, words, options, fhir::document_name(extract), {}, {}};
    for (const LogEntry& entry : extract.entries) {
        (entry.session ? maker.sessions : maker.checkins).insert(entry.id());
    }
    sink(fhir::bundle_head(maker));
    fhir::Entries out(sink);
    out.add(maker.urn("composition", maker.document), fhir::composition(maker));
    out.add(maker.patient(), fhir::patient(maker));
    out.add(maker.device(), fhir::device(maker));
    fhir::add_records(out, maker);
    out.add(maker.urn("provenance", maker.document), fhir::provenance(maker));
    sink("\n]}\n");
}

}  // namespace unknot::report
