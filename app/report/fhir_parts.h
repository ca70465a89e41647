#pragma once

#include "app/report/extract.h"
#include "app/report/fhir.h"

#include <nlohmann/json.hpp>

#include <string>
#include <string_view>
#include <unordered_set>

/// The resources that a FHIR document is made of. Element names and codes: FHIR R4 (4.0.1), hl7.org/fhir/R4.
namespace unknot::report::fhir {

using Json = nlohmann::ordered_json;

/// What every resource is made with.
struct Maker {
    const Extract& extract;
    const words::Catalogue& words;
    const FhirOptions& options;
    std::string document;  ///< names this document: what ids of its own parts are computed from
    std::unordered_set<RecordId> sessions;  ///< those in the document, as the next
    std::unordered_set<RecordId> checkins;

    /// "urn:uuid:…", computed (UUID version 5) from what a part is and which one.
    [[nodiscard]] std::string urn(std::string_view kind, std::string_view which) const;
    [[nodiscard]] std::string patient() const { return urn("patient", document); }
    [[nodiscard]] std::string device() const { return urn("device", document); }
};

/// What a kind of resource is named by in `Maker::urn`.
constexpr std::string_view session_kind = "session";
constexpr std::string_view session_details_kind = "session details";
constexpr std::string_view checkin_kind = "checkin";
constexpr std::string_view flag_kind = "flag";

/// A text as FHIR's `string` takes it: no white space but blanks, tabs and line breaks.
[[nodiscard]] std::string plain(std::string_view text);
/// The same inside XHTML.
[[nodiscard]] std::string in_markup(std::string_view text);
/// {"reference": urn}
[[nodiscard]] Json reference(const std::string& urn);
/// {"text": …}
[[nodiscard]] Json concept_of(std::string_view text);
/// A concept of our own code system.
[[nodiscard]] Json own_concept(std::string_view code, std::string_view text);
/// A whole number in a UCUM unit.
[[nodiscard]] Json quantity(int value, std::string_view unit);
/// The area with its side, as text and in our own code system; in SNOMED CT where that was asked for.
[[nodiscard]] Json body_site(const Maker& maker, const std::string& area, Side side);

[[nodiscard]] Json composition(const Maker& maker);
[[nodiscard]] Json patient(const Maker& maker);
[[nodiscard]] Json device(const Maker& maker);
/// The session as a Procedure, and its pressure, duration and answers as an Observation that is part of it.
[[nodiscard]] Json procedure(const Maker& maker, const Session& session);
[[nodiscard]] Json session_details(const Maker& maker, const Session& session);
[[nodiscard]] Json soreness(const Maker& maker, const CheckIn& checkin);
/// A flag that stood, with the records it rests on as far as they are in the document. Its severity is not
/// graded: the tiers are this program's own and stand in the text.
[[nodiscard]] Json detected_issue(const Maker& maker, const FlagRow& row);
[[nodiscard]] Json provenance(const Maker& maker);

/// Tells a flag from every other one of the log: area, side, code, first day.
[[nodiscard]] std::string flag_name(const FlagRow& row);
/// What the document says of itself: asserted by the patient; redacted where something was left out.
[[nodiscard]] Json security_labels(const Maker& maker);

}  // namespace unknot::report::fhir
