#pragma once

#include "app/domain/milestones.h"
#include "app/domain/result.h"
#include "app/domain/snapshot.h"
#include "app/report/pdf_options.h"
#include "app/words/catalogue.h"

#include <string>

/// The report that somebody hands to a clinician: one page that answers the questions, then every record.
namespace unknot::report {

/// The report as a PDF file: PDF/A-1b and PDF/UA-1 at once where there is no password. The same log, options
/// and words give the same bytes (with a password they differ, as they must). Fails with one sentence:
/// `progress` said no, or a library that makes it did.
[[nodiscard]] Result<std::string, std::string> pdf_report(const Snapshot& snapshot,
                                                          const words::Catalogue& words,
                                                          const PdfOptions& options,
                                                          const Progress& progress = {});

/// The first page, `width` pixels wide (1 to 8000); empty where there is no memory for it.
[[nodiscard]] PageImage first_page_image(const Snapshot& snapshot, const words::Catalogue& words,
                                         const PdfOptions& options, int width);

}  // namespace unknot::report
