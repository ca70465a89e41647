#pragma once

#include "app/report/extract.h"
#include "app/words/catalogue.h"

#include <string>

namespace unknot::report {

/// What README.txt says beyond the extract.
struct ReadmeFacts {
    bool locked_pdf = false;  ///< the PDF has a password; the other files have none
    bool snomed = false;      ///< SNOMED CT codes are in the FHIR document
};

/// README.txt of a folder with all formats: what each file is, the scales, the rules, what was left out, what
/// was checked and what is not claimed.
[[nodiscard]] std::string readme_text(const Extract& extract, const words::Catalogue& words,
                                      const ReadmeFacts& facts);

/// What a licence asks whoever receives SNOMED CT codes to be told.
[[nodiscard]] std::string_view snomed_notice(const words::Catalogue& words);

}  // namespace unknot::report
