#pragma once

#include "app/report/extract.h"
#include "app/report/sink.h"
#include "app/words/catalogue.h"

#include <optional>

namespace unknot::report {

/// What a FHIR document may carry beyond the selection.
struct FhirOptions {
    std::optional<LocalDay> birth_date;  ///< empty = left out
    bool snomed = false;                 ///< areas also in SNOMED CT, which needs a licence in most countries
};

/// log.fhir.json: a FHIR R4 (4.0.1) document Bundle, one resource a line, one in memory at a time. Texts in
/// the language of `words`. Ids are UUIDs computed from the records' own, so that the same record is the same
/// resource in every export; those of the person and the document are of this export alone.
void write_fhir(const Extract& extract, const words::Catalogue& words, const FhirOptions& options,
                const Sink& sink);

}  // namespace unknot::report
