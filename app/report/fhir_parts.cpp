#include "app/report/fhir_parts.h"

#include "app/domain/text.h"
#include "app/words/phrases.h"
#include "generated/areas_table.h"

#include <uuid/uuid.h>

#include <algorithm>
#include <array>

namespace unknot::report::fhir {

namespace {

/// The namespace of the ids computed here, and our own code system; made once for this program and never
/// changed.
constexpr const char* resource_namespace = "c0b6f0c4-94b8-5a0e-8d0a-2a4f8f1b7d35";
constexpr const char* own_code_system = "urn:uuid:0d2f4b9e-3c1a-5b7f-9e62-7a15c8d3f046";

/// Unicode white space that FHIR's `string` does not take: its form is [ \r\n\t\S]+.
bool is_other_space(char32_t c) {
    return c == U'\u00A0' || c == U'\u1680' || (c >= U'\u2000' && c <= U'\u200A') || c == U'\u2028' ||
           c == U'\u2029' || c == U'\u202F' || c == U'\u205F' || c == U'\u3000' || c == U'\uFEFF' ||
           c == U'\v' || c == U'\f';
}

const char* snomed_code(std::string_view area) {
    const auto row = std::find_if(tables::areas.begin(), tables::areas.end(),
                                  [&](const auto& one) { return area == one.id; });
    return row == tables::areas.end() ? "" : row->snomed;
}

}  // namespace

std::string Maker::urn(std::string_view kind, std::string_view which) const {
    const std::string name = std::string(kind) + ":" + std::string(which);
    uuid_t space;
    uuid_t out;
    uuid_parse(resource_namespace, space);
    uuid_generate_sha1(out, space, name.data(), name.size());
    std::array<char, UUID_STR_LEN> text{};
    uuid_unparse_lower(out, text.data());
    return std::string("urn:uuid:") + text.data();
}

std::string plain(std::string_view text) {
    std::string out;
    std::size_t position = 0;
    while (position < text.size()) {
        const std::size_t begin = position;
        if (is_other_space(next_code_point(text, position))) {
            out += ' ';
        } else {
            out += text.substr(begin, position - begin);
        }
    }
    return out;
}

std::string in_markup(std::string_view text) {
    std::string out;
    for (const char c : text) {
        switch (c) {
            case '&': out += "&amp;"; break;
            case '<': out += "&lt;"; break;
            case '>': out += "&gt;"; break;
            case '"': out += "&quot;"; break;
            default: out += c;
        }
    }
    return out;
}

Json reference(const std::string& urn) {
    return {{"reference", urn}};
}

Json concept_of(std::string_view text) {
    return {{"text", plain(text)}};
}

Json own_concept(std::string_view code, std::string_view text) {
    return {
        {"coding", Json::array({{{"system", own_code_system}, {"code", code}, {"display", plain(text)}}})},
        {"text", plain(text)}};
}

Json quantity(int value, std::string_view unit) {
    return {{"value", value}, {"unit", unit}, {"system", "http://unitsofmeasure.org"}, {"code", unit}};
}

Json body_site(const Maker& maker, const std::string& area, Side side) {
    const std::string name = words::place(maker.words, *maker.extract.snapshot->catalogue, area, side);
    Json site = own_concept(to_text(TrackKey{area, side}), name);
    const std::string_view code = maker.options.snomed ? snomed_code(area) : "";
    if (!code.empty()) {
        site["coding"].push_back({{"system", "http://snomed.info/sct"}, {"code", code}});
    }
    return site;
}

std::string flag_name(const FlagRow& row) {
    std::string name = row.area + "/";
    name += row.side ? name_of(*row.side) : std::string_view();
    name += "/" + std::string(guidance::name_of(row.code)) + "/";
    return row.from ? name + to_iso(*row.from) : name;
}

Json security_labels(const Maker& maker) {
    constexpr const char* system = "http://terminology.hl7.org/CodeSystem/v3-ObservationValue";
    Json labels = Json::array({{{"system", system}, {"code", "PATAST"}, {"display", "patient asserted"}}});
    const Selection& selection = maker.extract.selection;
    if (!omitted(selection).empty() || selection.from || selection.to || !selection.areas.empty()) {
        labels.push_back({{"system", system}, {"code", "REDACTED"}, {"display", "redacted"}});
    }
    return labels;
}

}  // namespace unknot::report::fhir
